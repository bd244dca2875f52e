"""One reminder that was prepared: its words, what became of it, and the answers to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.correspondence.actions import reminders as actions
from corcom.correspondence.domain.reminders.told import PlanTold, ReminderTold
from corcom.documents.queries import stored_file
from corcom.web import day as days
from corcom.web.downloads import as_file
from corcom.web.filters import number_sent
from corcom.web.language_words import language_by_itself
from corcom.web.letters.sheet import sheet_of
from corcom.web.outbox.words import message_mark
from corcom.web.person import person
from corcom.web.reminders.found import found_plan, found_reminder
from corcom.web.reminders.refusals import REFUSED, in_words
from corcom.web.reminders.words import STOPPED, days_in_words, owed_in_words, plan_name
from corcom.web.rights import requires
from corcom.web.state_names import state_name


@requires("send")
def reminder_page(request: HttpRequest, number: int) -> HttpResponse:
    """A reminder as it was prepared, with its messages and what was answered."""
    found = found_reminder(number)
    plan = found_plan(found.plan)
    shown: dict[str, Any] = {
        "found": found,
        "name": plan_name(found.convention, found.obligation),
        "state": state_name(found.sent.iso3),
        "about": owed_in_words(found.convention, found.obligation, found.sent.period),
        "stage": days_in_words(found.sent.order[0]),
        "language": language_by_itself(found.language),
        "stopped": STOPPED[found.stopped] if found.stopped else "",
        "sent_messages": [(one, message_mark(one.state), one.came_back) for one in found.messages],
        "waits": plan.plan.waits_for_answers,
        **sheet_of(
            found.words,
            found.language,
            dated=found.on,
            convention=found.convention,
            number=found.reference,
            signed=_signed(plan, found),
        ),
    }
    return render(request, "reminders/reminder.html", shown)


def _signed(plan: PlanTold, found: ReminderTold) -> tuple[str, str]:
    """Who signed then, in which office: the plan as it stood when the reminder was prepared."""
    before = [step.plan for step in plan.steps if step.at <= found.at]
    return (before[-1].signatory, before[-1].office) if before else ("", "")


@requires("send")
@require_POST
def reminder_read(request: HttpRequest, number: int) -> HttpResponse:
    """Saying that an answer to a reminder was read, so that the next ones go."""
    found = found_reminder(number)
    try:
        message = number_sent(request, "message")
        if message not in {one.message for one in found.answers}:
            raise actions.NoSuchAnswer(message)
        actions.read_answer(message=message, by=person(request), at=days.moment())
    except REFUSED as refused:
        messages.error(request, in_words(refused))
    else:
        messages.success(request, _("It is noted as read. What falls due goes again, unless the report comes."))
    return redirect("reminder", number)


@requires("send")
def reminder_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The paper of a reminder."""
    found = found_reminder(number)
    file = getattr(found, form) if form in {"docx", "pdf"} else None
    if file is None:
        raise Http404
    stored: Any = stored_file(number=file)
    with stored.content.open("rb") as content:
        return as_file(content.read(), stored.name.rpartition(".")[0], form)
