"""Whoever is not signed in is led to do so first, and back to a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from corcom.web.review.asked import asked_for

STEP_OF = {
    "verdict": "document_review",
    "accept_certain": "document_review",
    "accept_kind": "document_review",
    "undo_together": "document_review",
    "upload_step": "upload_batch",
    "follow_up_close": "followup",
    "outbox_try": "outbox",
    "outbox_rule": "outbox_settings",
    "audience_step": "audience",
    "audience_preview": "audience_new",
    "outbox_works": "outbox_addresses",
    "incoming_aside": "outbox_incoming",
    "agenda_step": "agenda_item",
    "agenda_release": "agenda",
    "agenda_fill": "agenda",
    "programme_fill": "programme",
    "programme_follow": "programme",
    "programme_undo": "programme",
    "programme_release": "programme",
    "session_move": "session",
    "session_withdraw": "session",
    "meeting_mail_update": "meeting_mail",
    "poll_step": "poll",
    "poll_letters": "poll",
    "minutes_start": "plan",
    "minutes_save": "minutes_paragraph",
    "minutes_publish": "minutes_preview",
    "feed_step": "feeds",
    "forum_step": "forums",
    "report_step": "report",
    "report_count_step": "convention_reports",
    "letter_step": "letter",
    "letter_answer": "letter_copy",
    "letter_templates_ready": "letter_templates",
    "letter_template_step": "letter_template",
    "questionnaire_step": "questionnaire",
    "questionnaire_letters": "questionnaire",
    "questionnaire_link": "questionnaire_state",
    "report_checks_step": "report",
    "consultation_letters": "consultation",
    "reply_aside": "comment_reply",
    "invitation_letters": "invitations",
    "invitation_step": "invitation_of",
    "attendance_step": "attendance",
    "attendance_tap": "attendance_line",
    "attendance_off": "attendance_line",
    "participants_release": "participants",
    "checklist_start": "host_checklist",
    "throw_away_upload": "upload_version",
    "reminder_run": "reminders",
    "reminder_begin": "reminders",
    "reminder_switch": "reminder_plan",
    "reminder_read": "reminder",
}
"""Addresses to which something is only sent, and the page of the same thing from which it was."""


class SignInFirst(LoginRequiredMiddleware):
    """Leads whoever is not signed in to do so, and back to a page: never to an address that only takes a step."""

    def to_sign_in(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:  # noqa: ARG002  Django passes it
        """To the form, and from there to the page."""
        scripted = getattr(request, "htmx", None)
        if not scripted:
            return redirect_to_login(_page(request))
        # A script would put the form into the page; so the browser goes there as a whole.
        return HttpResponseClientRedirect(redirect_to_login(scripted.current_url_abs_path or _page(request)).url)

    handle_no_permission = to_sign_in  # type: ignore[assignment]  # Django's name; a script is answered by no redirection


def _page(request: HttpRequest) -> str:
    """The page that was asked for, or from which a step was sent."""
    found = request.resolver_match
    page = STEP_OF.get(found.url_name or "") if found and request.method == "POST" else None
    if found is None or page is None:
        return request.get_full_path()
    address = reverse(page, args=found.args, kwargs=found.kwargs)
    kept = asked_for(QueryDict(request.POST.get("back", "")[:2000])).query
    return f"{address}?{kept}" if kept else address
