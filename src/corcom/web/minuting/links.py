"""How the pages of a meeting lead to its minutes, to the meeting that approved them, and to the minutes it approved itself."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.minuting.queries import NotWritten, approved_by, issues_of, minutes_draft
from corcom.web import wording
from corcom.web.about import meeting_asked
from corcom.web.minuting.words import standing_in_words
from corcom.web.pieces import Link
from corcom.web.places import meeting_address
from corcom.web.rights import holds


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLinks:
    """What a page of a meeting says of its minutes. `start` is where they are begun, "" where they cannot be."""

    start: str = ""
    standing: str = ""
    links: tuple[Link, ...] = ()
    approved_at: Link | None = None
    approved: tuple[Link, ...] = ()
    """The minutes of other meetings that this one took as a correct record."""


def minutes_links(request: HttpRequest, number: int, *, on_record: bool) -> MinutesLinks:
    """The links between a meeting and minutes. Seven SQL queries at most."""
    approved = tuple(
        Link(
            wording.days_in_words(one.issue.content.heading.date),
            reverse("minutes_version", args=[one.meeting, one.issue.version]),
        )
        for one in approved_by(meeting=number)
    )
    try:
        draft = minutes_draft(meeting=number)
    except NotWritten:
        may_start = not on_record and holds(request, "review", meeting_asked(request, number))
        return MinutesLinks(start=reverse("minutes_start", args=[number]) if may_start else "", approved=approved)
    issues = issues_of(meeting=number)
    links = [Link(_("Versions of the minutes"), reverse("minutes_versions", args=[number]))] if issues else []
    if holds(request, "review", meeting_asked(request, number)):
        links.insert(0, Link(_("Write the minutes"), reverse("minutes", args=[number])))
    approval = issues[0].issue.approval if issues else None
    return MinutesLinks(
        standing=standing_in_words(draft.standing),
        links=tuple(links),
        approved_at=Link(wording.days_in_words(approval.date), meeting_address(approval.meeting)) if approval else None,
        approved=approved,
    )
