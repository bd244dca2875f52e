"""Working groups with what they committed to, Friends of the President, standing observers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.domain.owning import GROUP
from corcom.followup.queries import action_points
from corcom.mandates.domain.groups import WorkingGroup, friends_on, groups_on, observers_on
from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.seats import Seat
from corcom.mandates.queries import people_in_office, terms
from corcom.rulebooks.naming import theme_named
from corcom.web.committee import words as said
from corcom.web.committee.asked import chosen_convention
from corcom.web.committee.page import Acting
from corcom.web.day import day_of
from corcom.web.followup.commitment_words import actors, deadline, title
from corcom.web.pieces import Column, Row, Table
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words


@requires("read")
def groups(request: HttpRequest) -> HttpResponse:
    """Who works with the committee of a convention on the day of the page, and what each of them has promised."""
    day, convention = day_of(request), chosen_convention(request)
    roster = roster_on(convention, terms(convention=convention), day=day)
    acting, links = people_in_office(convention=convention, day=day), holds(request, "contacts")
    points = action_points(day=day, wanted=Wanted(convention=convention, state="pending"))
    found = groups_on(roster)
    shown: dict[str, Any] = {
        "convention": convention,
        "status": _status(len(found), day),
        "groups": [
            {
                "name": said.theme_in_words(convention, each.theme) or _("Without a theme"),
                "leading": [_member(seat, acting, links=links) for seat in each.leading],
                "members": [_member(seat, acting, links=links) for seat in each.members],
                "table": _table(_of_group(points, each), each.theme, day),
            }
            for each in found
        ],
        "friends": [_beside(seat, acting, points, links=links) for seat in friends_on(roster)],
        "observers": [_beside(seat, acting, points, links=links) for seat in observers_on(roster)],
    }
    return render(request, "committee/groups.html", shown)


def _status(count: int, day: date) -> str:
    counted = ngettext("%(n)d working group", "%(n)d working groups", count) % {"n": count}
    return f"{in_words(day)} · {counted}"


def _member(seat: Seat, acting: Acting, *, links: bool) -> dict[str, Any]:
    """A holder with who acts for it, its term, and what it holds."""
    first = seat.versions[0]
    return {
        "holder": said.holder_with_people(seat, acting.get((*seat.place, seat.holder), ()), with_links=links),
        "office": said.office_in_words(seat.convention, seat.office),
        "theme": said.theme_in_words(seat.convention, seat.theme),
        "term": said.term_of(seat.convention, first.reach, said.history_address(seat)),
        "note": first.terms[0].note,
    }


def _beside(seat: Seat, acting: Acting, points: Iterable[Followed], *, links: bool) -> dict[str, Any]:
    own = [one for one in points if seat.holder in {owner.code for owner in one.terms.owners}]
    return {
        **_member(seat, acting, links=links),
        "open": len(own),
        "address": f"{reverse('followup')}?owner={seat.holder}",
    }


def _of_group(points: Iterable[Followed], group: WorkingGroup) -> list[Followed]:
    """What the group itself owns, and what its members own in its theme."""
    return [one for one in points if _concerns(one, group)]


def _concerns(one: Followed, group: WorkingGroup) -> bool:
    owners = {owner.code for owner in one.terms.owners}
    if f"{GROUP}{group.theme}" in owners:
        return True
    theme = theme_named(group.convention, one.terms.theme) if one.terms.theme else None
    return theme is not None and theme.code == group.theme and not owners.isdisjoint(group.holders)


def _table(found: Sequence[Followed], theme: str, day: date) -> Table | None:
    if not found:
        return None
    return Table(
        id=f"committed-{theme or 'no-theme'}",
        caption=_("What it committed to"),
        columns=(Column(_("Action point"), is_wide=True), Column(_("Owner")), Column(_("Due"))),
        rows=tuple(Row((title(one), actors(one.terms.owners), deadline(one, day))) for one in found),
    )
