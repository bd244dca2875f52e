"""Reads of mandates: terms as recorded, and the roster, rotations and vacancies that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.db.models import Q

from corcom.directory.queries import affiliations_of
from corcom.kernel.errors import CorcomError
from corcom.kernel.source import Certainty
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.cautions import RosterCaution, cautions_on
from corcom.mandates.domain.rosters import Roster, roster_on
from corcom.mandates.domain.rotations import Rotation, Vacancy, next_close, rotation_at, vacancies_after
from corcom.mandates.domain.seats import Seat, seats_of
from corcom.mandates.domain.soundings import Answer, Sounding
from corcom.mandates.domain.terms import Term
from corcom.mandates.models import ActingPerson, RecordedTerm, SoundingTaken
from corcom.register.queries import believed


class NoSuchTerm(CorcomError):
    """There is no such term, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPage:
    """All that is to be said of a committee on a day: roster, cautions, vacancies ahead, and the next rotation."""

    roster: Roster
    cautions: tuple[RosterCaution, ...]
    vacancies: tuple[Vacancy, ...]
    rotation: Rotation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermStep:
    """One row of the history of a term: what was recorded, when and by whom, and how belief in it ended, if it did."""

    term: Term
    recorded_at: datetime
    recorded_by: str
    ended_at: datetime | None
    ended_by: str
    ended_why: str
    superseded_by: int | None


def terms(*, convention: str = "", holder: str = "", known_at: datetime | None = None) -> list[Term]:
    """The terms that are believed, or were at a moment; all, or those of one convention or one holder. One SQL query."""
    rows = RecordedTerm.objects.filter(believed(known_at))
    if convention:
        rows = rows.filter(convention=convention)
    if holder:
        rows = rows.filter(holder=holder)
    return [term_of(row) for row in rows]


def terms_of_holders(*, holders: Iterable[str]) -> list[Term]:
    """The terms of some holders that are believed, under whatever convention. One SQL query."""
    return [term_of(row) for row in RecordedTerm.objects.filter(believed(None), holder__in=set(holders))]


def roster_page(*, convention: str, day: date) -> RosterPage:
    """The roster of a day with what is to be pointed out and what comes. One SQL query."""
    known = terms(convention=convention)
    meeting = next_close(convention, day)
    return RosterPage(
        roster=roster_on(convention, known, day=day),
        cautions=tuple(cautions_on(convention, known, day=day)),
        vacancies=tuple(vacancies_after(convention, known, day=day)),
        rotation=rotation_at(convention, known, meeting) if meeting else None,
    )


def seats_held(*, holder: str, convention: str = "") -> list[Seat]:
    """The seats that one State or organisation has or had, the latest first. One SQL query."""
    found = seats_of(terms(convention=convention, holder=holder))
    return sorted(found, key=lambda seat: (seat.since, seat.office, seat.theme), reverse=True)


def term(*, number: int) -> Term:
    """A term that is believed. Errors: `NoSuchTerm`. One SQL query."""
    row = RecordedTerm.objects.filter(believed(None), pk=number).first()
    if row is None:
        raise NoSuchTerm(number)
    return term_of(row)


def history(*, convention: str, office: str, theme: str, holder: str) -> list[TermStep]:
    """All that was ever recorded of one holder in one office, the latest first. One SQL query."""
    rows = RecordedTerm.objects.filter(convention=convention, office=office, theme=theme, holder=holder)
    return [
        TermStep(
            term=term_of(row),
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
            ended_at=row.ended_at,
            ended_by=row.ended_by,
            ended_why=row.ended_why,
            superseded_by=row.superseded_by_id,
        )
        for row in rows.order_by("-id")
    ]


def people_in_office(*, convention: str, day: date) -> dict[tuple[str, str, str], tuple[PersonActing, ...]]:
    """Who acts on a day for whom in which office, by office, theme and holder.

    Somebody who does not belong to the holder's delegation on that day acts for it no more, whatever was recorded. One SQL
    query, two where anybody is recorded.
    """
    rows = ActingPerson.objects.filter(believed(None), convention=convention).select_related("person__merged_into")
    acting = [each for each in map(acting_of, rows) if each.period.covers(day)]
    belonging = affiliations_of(people={each.person for each in acting}, day=day) if acting else {}
    found: dict[tuple[str, str, str], tuple[PersonActing, ...]] = {}
    for each in acting:
        if each.holder in {one.delegation for one in belonging.get(each.person, ())}:
            found[each.seat] = (*found.get(each.seat, ()), each)
    return found


def people_of_seat(*, convention: str, office: str, theme: str, holder: str) -> list[PersonActing]:
    """All who act or acted for a holder in an office, the latest first. One SQL query."""
    rows = ActingPerson.objects.filter(believed(None), convention=convention, office=office, theme=theme, holder=holder)
    return [acting_of(row) for row in rows.select_related("person__merged_into").order_by("-id")]


def offices_of_person(*, person: int) -> list[PersonActing]:
    """The offices in which a person acts or acted, the latest first. One SQL query."""
    rows = ActingPerson.objects.filter(believed(None)).filter(Q(person=person) | Q(person__merged_into=person))
    return [acting_of(row) for row in rows.select_related("person__merged_into").order_by("-id")]


def person_acting(*, number: int) -> PersonActing | None:
    """One of these, if it is believed. One SQL query."""
    rows = ActingPerson.objects.filter(believed(None), pk=number)
    row = rows.select_related("person__merged_into").first()
    return acting_of(row) if row else None


def soundings(*, convention: str, meeting: str = "") -> list[Sounding]:
    """The soundings that are believed, as they were taken. Confidential: for those who hold that right. One SQL query."""
    rows = SoundingTaken.objects.filter(believed(None), convention=convention)
    if meeting:
        rows = rows.filter(meeting=meeting)
    return [sounding_of(row) for row in rows]


def sounding(*, number: int) -> Sounding | None:
    """One sounding that is believed, or None. One SQL query."""
    row = SoundingTaken.objects.filter(believed(None), pk=number).first()
    return sounding_of(row) if row else None


def sounding_of(row: SoundingTaken) -> Sounding:
    """A row as a value."""
    return Sounding(
        convention=row.convention,
        meeting=row.meeting,
        office=row.office,
        themes=tuple(row.themes),
        holder=row.holder,
        answer=cast("Answer", row.answer),
        on=row.on,
        source=row.source,
        certainty=cast("Certainty", row.certainty),
        note=row.note,
        number=row.pk,
    )


def acting_of(row: ActingPerson) -> PersonActing:
    """A row as a value; whoever was merged is the one that was kept."""
    kept = row.person.merged_into or row.person
    return PersonActing(
        convention=row.convention,
        office=row.office,
        theme=row.theme,
        holder=row.holder,
        person=kept.pk,
        name=f"{kept.title} {kept.name}".strip(),
        since=row.since,
        until=row.until,
        source=row.source,
        number=row.pk,
    )


def term_of(row: RecordedTerm) -> Term:
    """A row as a value."""
    return Term(
        convention=row.convention,
        office=row.office,
        body=row.body,
        theme=row.theme,
        holder=row.holder,
        since=row.since,
        until=row.until,
        seen_on=row.seen_on,
        source=row.source,
        certainty=cast("Certainty", row.certainty),
        note=row.note,
        finding=row.finding,
        number=row.pk,
    )
