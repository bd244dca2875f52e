"""Each person's first page: what waits, what is overdue, what falls due next, what changed since the last visit."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import CommitmentPage, changes_since, commitments_page
from corcom.meetings.queries import planned_ahead
from corcom.minutes.queries import meetings_list
from corcom.minutes.queries.documents import DocumentsWanted, documents, findings_waiting
from corcom.web import day as days
from corcom.web.about import for_own_delegation
from corcom.web.filters import convention_of
from corcom.web.followup.commitment_words import actors, begun, deadline, meeting_title, short, title
from corcom.web.followup.history import STEPS
from corcom.web.meetings.plan_page import next_line
from corcom.web.menu import address_of
from corcom.web.pieces import Empty, Link
from corcom.web.places import commitment_address, meeting_address, review_address
from corcom.web.rights import holds, requires

MOST = 6
"""Lines in each part; the page behind it has all of them."""

HERE = "here"
"""The cookie that keeps when a person was here before, and when last."""
ONE_VISIT = timedelta(hours=1)
YEAR = 365 * 24 * 3600


@requires("read", "own", of=for_own_delegation)
def today(request: HttpRequest) -> HttpResponse:
    """Each person's first page: what is overdue, what falls due next, what waits, what changed.

    Whoever sees no more than what concerns their delegation is led there.
    """
    if not holds(request, "read"):
        return redirect("own")
    day, convention = days.page_day(request), convention_of(request)
    now = days.moment()
    before, last = visits(request)
    if last is None or now - last > ONE_VISIT:
        before = last
    due = _due(Wanted(convention=convention, state="open", due_from=day.on), request)
    overdue = _due(Wanted(convention=convention, state="overdue"), request)
    meetings = meetings_list(convention=convention, until=day.on)[:MOST]
    shown: dict[str, Any] = {
        "due": [_line(one, request) for one in due.rows],
        "due_total": due.total,
        "overdue": [_line(one, request) for one in overdue.rows],
        "overdue_total": overdue.total,
        "all_overdue": f"{reverse('followup')}?state=overdue",
        "meetings": [
            (Link(meeting_title(one.heading), meeting_address(one.id)), one.action_points, one.decisions)
            for one in meetings
        ],
        "matters": reverse("matters"),
    }
    if day.is_today:
        shown |= {"changes": _changes(before, convention), "before": before}
    ahead = [one for one in planned_ahead(day=day.on, convention=convention) if one.said != "cancelled"]
    shown["next_meeting"] = next_line(ahead[0], day.on) if ahead else None
    if not (ahead or meetings or due.total or overdue.total or shown.get("changes")):
        shown["empty"] = _nothing()
    if day.is_today and holds(request, "review"):
        waiting = documents(wanted=DocumentsWanted(review="waiting"), size=MOST).lines
        shown |= {
            "waiting": [(Link(one.name, review_address(file=one.file_id)), one.waiting) for one in waiting],
            "waiting_total": findings_waiting(),
        }
    answer = render(request, "today.html", shown)
    kept = "|".join(moment.isoformat() if moment else "" for moment in (before, now))
    answer.set_cookie(HERE, kept, max_age=YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE)
    return answer


def visits(request: HttpRequest) -> tuple[datetime | None, datetime | None]:
    """When the visit before the last one was, and when this person was last here; None where nothing is known."""
    before, _bar, last = request.COOKIES.get(HERE, "").partition("|")
    return _moment(before), _moment(last)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _due(wanted: Wanted, request: HttpRequest) -> CommitmentPage:
    return commitments_page(kind="action_point", day=days.day_of(request), wanted=wanted, size=MOST)


def _line(found: Followed, request: HttpRequest) -> tuple[Link, Any, Any]:
    return title(found), actors(found.terms.owners), deadline(found, days.day_of(request))


def _changes(before: datetime | None, convention: str) -> list[tuple[str, Link, str]]:
    """What was recorded since; nothing on the first visit, when everything is new."""
    if before is None:
        return []
    return [
        (str(STEPS.get(one.kind, one.kind)), Link(short(begun(one.text)), commitment_address(one.ref)), one.by)
        for one in changes_since(at=before, convention=convention, size=MOST)
    ]


def _nothing() -> Empty:
    return Empty(
        _("Nothing is on record yet"),
        _("Take in the minutes of a meeting and accept what was found; what falls due then stands here."),
        _("To the documents"),
        address_of("documents") or reverse("meetings"),
    )
