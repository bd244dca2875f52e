"""Saving a paragraph while it is being typed, and what others wrote meanwhile: answers for the script of the page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from corcom.minuting import actions
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.queries import changes_since
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.filters import number_in
from corcom.web.minuting.page import written_minutes
from corcom.web.minuting.sent import as_was, paragraph_sent
from corcom.web.minuting.shown import colliding_shown
from corcom.web.minuting.words import REFUSED, in_words
from corcom.web.person import person
from corcom.web.rights import requires


@requires("review", of=meeting_asked)
@require_POST
def save_paragraph(request: HttpRequest, number: int, paragraph: int) -> HttpResponseBase:
    """Save one paragraph; the answer says what became of it, what it says now, and in words what there is to say."""
    sent = paragraph_sent(request.POST, paragraph)
    if sent is None:
        return JsonResponse({"outcome": "refused", "told": _("The page did not say what it read.")}, status=400)
    try:
        done = actions.write_paragraph(
            meeting=number,
            number=paragraph,
            before=sent.before,
            said=sent.said,
            by=person(request),
            at=days.moment(),
        )
    except REFUSED as refused:
        return JsonResponse({"outcome": "refused", "told": in_words(refused)}, status=400)
    answer: dict[str, Any] = {"outcome": done.outcome, "was": as_was(done.said), "version": done.version, "told": ""}
    if done.outcome == "merged":
        answer["told"] = _("Put together with what %(who)s wrote.") % {"who": done.other}
    if done.outcome == "collided":
        shown = {"colliding": colliding_shown(sent.said, done), "id": paragraph}
        answer["html"] = render_to_string("minuting/collision.html", shown, request=request)
        answer["together"] = as_was(done.both.together if done.both else sent.said)
    return JsonResponse(answer)


@requires("review", of=meeting_asked)
def minutes_news(request: HttpRequest, number: int) -> HttpResponseBase:
    """What changed since the change with the number `since`: the paragraphs as they are now, and whether the page is out of order."""
    _found, draft = written_minutes(number)
    changes = changes_since(meeting=number, since=number_in(request, "since") or 0)
    mine = person(request).get_full_name()
    now = {one.id: one for section in draft.sections for one in section.paragraphs}
    paragraphs = {
        str(change.paragraph): {
            "was": as_was(now[change.paragraph].said if change.paragraph in now else TakingDown()),
            "by": change.by,
        }
        for change in changes
        if change.paragraph in now
    }
    moved = [one.by for one in changes if one.by != mine and one.kind in {"added", "moved", "removed", "undone"}]
    told = _("%(who)s added, moved or took out paragraphs.") % {"who": moved[-1]} if moved else ""
    last = changes[-1].id if changes else number_in(request, "since") or 0
    return JsonResponse({"last": last, "paragraphs": paragraphs, "told": told})
