"""What concerns the delegation for which somebody acts: its offices, what it has promised, the formal meetings ahead."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.access.queries import capacity_of
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import commitments_page
from corcom.meetings.domain.plan import Kind
from corcom.meetings.queries import planned_ahead
from corcom.web import day as days
from corcom.web.about import for_own_delegation
from corcom.web.access.capacity_words import belonging_in_words, end_in_words, office_in_words
from corcom.web.committee.words import holder_in_words, holder_name
from corcom.web.followup.commitment_words import deadline, title
from corcom.web.meetings.plan_words import local_time, meeting_name, status_mark
from corcom.web.pieces import Column, Empty, Row, Table
from corcom.web.rights import requires

OF_ALL_STATES: frozenset[Kind] = frozenset(
    {"informal_consultations", "briefing", "workshop", "intersessional", "msp", "review_conference", "preparatory"}
)
"""Kinds of meetings to which every State Party is invited."""


@requires("own", of=for_own_delegation)
def own(request: HttpRequest) -> HttpResponse:
    """The page of a delegate: for whom they act today, in which offices, and what concerns them."""
    today = days.today()
    capacity = capacity_of(account=request.user, day=today)  # type: ignore[arg-type]  # who may see this is signed in
    shown = {
        "name": _(", ").join(holder_in_words(code) for code in capacity.delegations),
        "delegations": [holder_name(code) for code in capacity.delegations],
        "belongs": [belonging_in_words(code, until) for code, until in capacity.delegations.items()],
        "offices": [(office_in_words(held), end_in_words(held)) for held in capacity.offices],
        "table": _promised(sorted(capacity.delegations), today),
        "meetings": _ahead(today),
    }
    return render(request, "access/own.html", shown)


def _promised(delegations: list[str], today: date) -> Table:
    found: dict[int, Followed] = {}
    for code in delegations:
        wanted = Wanted(owner=code, state="pending")
        for one in commitments_page(kind="action_point", day=today, wanted=wanted, sort="due", size=None).rows:
            found[one.ref.number] = one
    return Table(
        id="own-points",
        caption=_("What the delegation has promised"),
        columns=(Column(_("Action point"), is_wide=True), Column(_("Theme")), Column(_("Due"))),
        rows=tuple(Row((title(one), one.terms.theme, deadline(one, today))) for one in found.values()),
        count=len(found),
        empty=None if found else Empty(_("Nothing is open"), _("Action points that the delegation owns stand here.")),
    )


def _ahead(today: date) -> list[tuple[str, str, Any]]:
    ahead = [one for one in planned_ahead(day=today) if one.plan.kind in OF_ALL_STATES and one.said != "cancelled"]
    return [(meeting_name(one.plan), local_time(one.plan), status_mark(one, today)) for one in ahead[:10]]
