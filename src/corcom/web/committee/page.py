"""The committee: who holds which office and theme on a day, what is to be pointed out, who rotates, what will be vacant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.domain.grants import Matter
from corcom.followup.domain.competence import competence_of
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.rosters import Roster, RosterLine
from corcom.mandates.domain.rotations import Rotation, Vacancy
from corcom.mandates.domain.seats import Seat, TermVersion
from corcom.mandates.domain.terms import bodies_of
from corcom.mandates.queries import RosterPage, people_in_office, roster_page
from corcom.oversight.domain.said_mandates import MandateSaid
from corcom.oversight.queries import mandates_unrecorded
from corcom.register.domain.convention_meetings import ConventionMeeting
from corcom.rulebooks.committee import committee as committee_of
from corcom.rulebooks.reading import conventions
from corcom.web.committee import words as said
from corcom.web.committee.asked import chosen_convention
from corcom.web.committee.competence_words import competence_in_words
from corcom.web.day import day_of
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, StatusMark, Table, Together
from corcom.web.places import meeting_address, review_address
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words

Acting = Mapping[tuple[str, str, str], tuple[PersonActing, ...]]
"""Who acts, by office, theme and holder."""


@requires("read")
def committee(request: HttpRequest) -> HttpResponse:
    """The roster of a convention on the day of the page, with cautions, vacancies ahead and the next rotation."""
    day, convention = day_of(request), chosen_convention(request)
    found = roster_page(convention=convention, day=day)
    acting = people_in_office(convention=convention, day=day)
    if answer := sheet(request, f"roster-{convention.lower()}", _file_columns(), _file_rows(found.roster, acting)):
        return answer
    may_change = holds(request, "record")
    unrecorded = mandates_unrecorded(convention=convention, day=day)
    shown = {
        "convention": convention,
        "status": _status(found.roster, day),
        "table": _table(request, found.roster, acting, may_change=may_change),
        "cautions": [said.caution_line(convention, each) for each in found.cautions],
        "vacancies": _vacancies(found.vacancies),
        "unrecorded": _unrecorded(unrecorded, may_change=may_change) if unrecorded else None,
        "confidential": holds(request, "soundings", Matter(convention=convention)),
        "groups": f"{reverse('groups')}?convention={convention}",
        "record": reverse("record_term", args=[convention]) if may_change else "",
        **_rotation(found),
        **_rules(convention, day),
    }
    return render(request, "committee/page.html", shown)


def _status(roster: Roster, day: date) -> str:
    count = len(roster.seats)
    parts = [in_words(day), ngettext("%(n)d holder", "%(n)d holders", count) % {"n": count}]
    if disputed := sum(seat.is_disputed for seat in roster.seats):
        words = ngettext("records differ on %(n)d term", "records differ on %(n)d terms", disputed)
        parts.append(words % {"n": disputed})
    return " · ".join(parts)


def _table(request: HttpRequest, roster: Roster, acting: Acting, *, may_change: bool) -> Table:
    options = tuple(Option(code, code) for code in conventions())
    return Table(
        id="roster",
        caption=_("Roster"),
        columns=(
            Column(_("Office or theme")),
            Column(_("Holder")),
            Column(_("Term"), is_wide=True),
            Column(_("Source")),
        ),
        rows=tuple(
            _row(line, seat, version, acting, with_links=holds(request, "contacts"))
            for line in roster.lines
            for seat, version in line.held
        ),
        filters=(Filter(_("Convention"), "convention", options, roster.convention),),
        downloads=downloads(request),
        empty=None if roster.lines else _nobody(roster.convention, may_change=may_change),
    )


def _row(line: RosterLine, seat: Seat, version: TermVersion, acting: Acting, *, with_links: bool) -> Row:
    convention = line.convention
    place = said.place_in_words(convention, line.office, line.theme)
    return Row(
        (
            said.place_of(convention, line.office, line.theme),
            said.holder_with_people(seat, acting.get((*seat.place, seat.holder), ()), with_links=with_links),
            said.term_of(convention, line.reach, said.history_address(seat)),
            said.sources_of(version, about=f"{said.holder_in_words(seat.holder)}, {place}"),
        )
    )


def _nobody(convention: str, *, may_change: bool) -> Empty:
    return Empty(
        _("No term covers this day"),
        _("Who holds an office or a theme stands here once a term is recorded with its source."),
        _("Record a term") if may_change else _("Back to today"),
        reverse("record_term", args=[convention]) if may_change else reverse("today"),
    )


def _vacancies(found: tuple[Vacancy, ...]) -> list[Table]:
    """A table for each meeting at whose close seats fall vacant."""
    by_meeting: dict[ConventionMeeting, list[Vacancy]] = {}
    for each in found:
        by_meeting.setdefault(each.meeting, []).append(each)
    return [
        Table(
            id=f"vacancies-{meeting.code.lower()}",
            caption=_("From the close of the %(meeting)s, %(day)s")
            % {"meeting": meeting.code, "day": in_words(meeting.ends_on)},
            columns=(
                Column(_("Office or theme")),
                Column(_("Seats"), is_number=True),
                Column(_("Leaving")),
                Column(_("Staying")),
            ),
            rows=tuple(_vacancy(each) for each in vacancies),
        )
        for meeting, vacancies in by_meeting.items()
    ]


def _vacancy(each: Vacancy) -> Row:
    convention = each.meeting.convention
    # Where records differ, the first figure is what every record says.
    seats = str(each.seats) if each.certain == each.seats else f"{each.certain}–{each.seats}"
    nobody = StatusMark("soon", _("nobody")) if each.leaves_nobody else ""
    return Row(
        (
            said.place_of(convention, each.office, each.theme),
            seats,
            said.holders_of(each.leaving),
            said.holders_of(each.staying) or nobody,
        )
    )


def _rotation(found: RosterPage) -> dict[str, Any]:
    rotation = found.rotation
    if rotation is None or not found.roster.seats:
        return {}
    return {"meeting": rotation.meeting, "changes": [one for one in _changes(rotation) if one[1]]}


def _changes(rotation: Rotation) -> list[tuple[str, list[Together]]]:
    convention = rotation.meeting.convention
    parts = (
        (_("They leave"), rotation.leaving),
        (_("They leave by one record and stay by another"), rotation.disputed),
        (_("No record says until when they serve"), rotation.unsaid),
        (_("They stay"), rotation.staying),
        (_("They come"), rotation.coming),
    )
    return [
        (
            words,
            [
                Together((said.holder_name(seat.holder), f"({said.place_in_words(convention, *seat.place)})"))
                for seat in seats
            ],
        )
        for words, seats in parts
    ]


def _rules(convention: str, day: date) -> dict[str, Any]:
    """Where the rules stand that the roster is measured against, if any hold on the day, and what the committee may decide."""
    found = committee_of(convention)
    if found is None or not found.holds_on(day):
        return {"without_rules": True}
    body = bodies_of(convention)[found.code]
    return {"terms_source": found.source, "competence": competence_in_words(competence_of(convention, body))}


def _unrecorded(found: list[MandateSaid], *, may_change: bool) -> Table:
    return Table(
        id="unrecorded",
        caption=_("Named in minutes and not in the terms"),
        columns=(
            Column(_("Holder")),
            Column(_("Theme in the minutes")),
            Column(_("Term")),
            Column(_("In the words of the record"), is_wide=True),
            *((Column(_("Do")),) if may_change else ()),
        ),
        rows=tuple(_said_row(each, may_change=may_change) for each in found),
    )


def _said_row(each: MandateSaid, *, may_change: bool) -> Row:
    term = each.term
    compared = _("no such term is recorded") if each.compared == "missing" else _("another term is recorded")
    words = each.evidence.quote if len(each.evidence.quote) < 140 else f"{each.evidence.quote[:139]}…"
    address = review_address(file=each.file_id, finding=term.finding)
    cells: tuple[Any, ...] = (
        said.holder_name(term.holder),
        Link(each.theme_said),
        Stack((said.term_of(term.convention, term.reach), compared)),
        Stack((Link(words, address), Link(term.source, meeting_address(each.meeting_id)))),
    )
    if may_change:
        asked: dict[str, str | int] = {
            "finding": term.finding or 0,
            "holder": term.holder,
            "from": term.since,
            "to": term.until,
        }
        record = f"{reverse('record_term', args=[term.convention])}?{urlencode(asked)}"
        cells = (
            *cells,
            Link(_("Record the term of %(holder)s") % {"holder": said.holder_in_words(term.holder)}, record),
        )
    return Row(cells)


def _file_columns() -> tuple[str, ...]:
    return (
        _("Office"),
        _("Theme"),
        _("Holder"),
        _("Person"),
        _("Since"),
        _("Until"),
        _("Records differ"),
        _("Certainty"),
        _("Sources"),
    )


def _file_rows(roster: Roster, acting: Acting) -> list[tuple[Cell, ...]]:
    return [
        (
            said.office_in_words(roster.convention, line.office),
            said.theme_in_words(roster.convention, line.theme),
            said.holder_in_words(seat.holder),
            "; ".join(one.name for one in acting.get((*seat.place, seat.holder), ())),
            line.reach.since if line.reach.said_since else None,
            line.reach.until if line.reach.said_until else None,
            _("yes") if seat.is_disputed else _("no"),
            str(said.CERTAINTIES[version.terms[0].certainty]),
            "; ".join(version.sources),
        )
        for line in roster.lines
        for seat, version in line.held
    ]
