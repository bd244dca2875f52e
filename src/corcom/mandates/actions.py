"""Recording, ending, correcting and striking terms, and taking soundings. Rows are added and ended, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from corcom.directory.models import DirectoryPerson
from corcom.directory.queries import NoSuchPerson, affiliation_of
from corcom.kernel.errors import CorcomError
from corcom.mandates.domain.acting import PersonActing, check_acting
from corcom.mandates.domain.checks import check_term
from corcom.mandates.domain.soundings import Sounding, check_sounding
from corcom.mandates.domain.terms import Term
from corcom.mandates.models import ActingPerson, RecordedTerm, SoundingTaken
from corcom.mandates.queries import NoSuchTerm, acting_of, term_of, terms
from corcom.register.actions import WithoutReason, end_belief


class TermRecorded(CorcomError):
    """The same term is recorded from the same source already: `term`."""

    def __init__(self, term: Term) -> None:
        super().__init__(f"{term.convention} {term.office} {term.theme} {term.holder}: {term.source}")
        self.term = term


@transaction.atomic
def record_term(*, term: Term, at: datetime, by: str = "") -> int:
    """Record a term as a source has it; gives its number. `by` is the account's name, empty for a command.

    A term that differs from what another source says is recorded beside it, and both are shown. Errors: `TermRefused`,
    `TermRecorded`.
    """
    _check([term])
    return _added(term, at=at, by=by).pk


@transaction.atomic
def record_terms(*, found: Sequence[Term], at: datetime, by: str = "") -> int:
    """Record many terms, all of them or none; gives how many. Errors: those of `record_term`."""
    _check(found)
    return len(RecordedTerm.objects.bulk_create([_row(term, at=at, by=by) for term in found], batch_size=500))


@transaction.atomic
def correct_term(*, number: int, term: Term, at: datetime, by: str = "") -> int:
    """Put a corrected term in the place of a recorded one, which stays readable; gives the number of the new one.

    Errors: `NoSuchTerm` and those of `record_term`.
    """
    old = _believed(number)
    _check([term], without=number)
    new = _added(term, at=at, by=by)
    end_belief(old, at=at, by=by, superseded_by=new)
    return new.pk


@transaction.atomic
def end_term(*, number: int, until: str, source: str, at: datetime, by: str = "") -> int:
    """Say when a term ends that was open, or ends otherwise than was recorded; gives the number of the new row.

    `until` is a day or the code of a meeting. Errors: those of `correct_term`.
    """
    old = term_of(_believed(number))
    return correct_term(number=number, term=replace(old, until=until, source=source), at=at, by=by)


@transaction.atomic
def strike_term(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a term that should never have been recorded. Errors: `NoSuchTerm`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    end_belief(_believed(number), at=at, by=by, why=why.strip())


@transaction.atomic
def take_sounding(*, sounding: Sounding, at: datetime, by: str = "") -> int:
    """Record who was approached or came forward, and the answer; gives its number. Errors: `SoundingRefused`."""
    check_sounding(sounding)
    row = SoundingTaken.objects.create(
        convention=sounding.convention,
        meeting=sounding.meeting.strip().upper(),
        office=sounding.office,
        themes=list(sounding.themes),
        holder=sounding.holder,
        answer=sounding.answer,
        on=sounding.on,
        source=sounding.source,
        certainty=sounding.certainty,
        note=sounding.note,
        recorded_at=at,
        recorded_by=by,
    )
    return row.pk


@transaction.atomic
def strike_sounding(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a sounding that should not have been recorded. Errors: `NoSuchTerm`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    row = SoundingTaken.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if row is None:
        raise NoSuchTerm(number)
    end_belief(row, at=at, by=by, why=why.strip())


@transaction.atomic
def record_person_in_office(*, acting: PersonActing, at: datetime, by: str = "") -> int:
    """Say who acts for a holder in an office, for a time; gives its number. Errors: `NoSuchPerson`, `TermRefused`."""
    person = DirectoryPerson.objects.filter(pk=acting.person, merged_into=None).first()
    if person is None:
        raise NoSuchPerson(acting.person)
    check_acting(acting, [affiliation_of(each) for each in person.affiliations.all()])
    row = ActingPerson.objects.create(
        convention=acting.convention,
        office=acting.office,
        theme=acting.theme,
        holder=acting.holder,
        person=person,
        since=acting.since,
        until=acting.until,
        source=acting.source.strip(),
        certainty="certain",
        recorded_at=at,
        recorded_by=by,
    )
    return row.pk


@transaction.atomic
def end_person_in_office(*, number: int, until: date, at: datetime, by: str = "") -> int:
    """Say from which day on somebody acts no more; what was recorded stays readable. Gives the number of the new row.

    Errors: `NoSuchTerm`, `TermRefused`.
    """
    row = _acting(number)
    again = record_person_in_office(acting=replace(acting_of(row), until=until), at=at, by=by)
    end_belief(row, at=at, by=by, superseded_by=ActingPerson.objects.get(pk=again))
    return again


@transaction.atomic
def strike_person_in_office(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief that somebody acts in an office, as it never was so. Errors: `NoSuchTerm`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    end_belief(_acting(number), at=at, by=by, why=why.strip())


def _acting(number: int) -> ActingPerson:
    row = ActingPerson.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if row is None:
        raise NoSuchTerm(number)
    return row


def _believed(number: int) -> RecordedTerm:
    found = RecordedTerm.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if found is None:
        raise NoSuchTerm(number)
    return found


def _check(found: Iterable[Term], *, without: int = 0) -> None:
    new = list(found)
    known = {
        _key(term)
        for convention in {term.convention for term in new}
        for term in terms(convention=convention)
        if term.number != without
    }
    for term in new:
        check_term(term)
        if _key(term) in known:
            raise TermRecorded(term)
        known.add(_key(term))


def _key(term: Term) -> tuple[object, ...]:
    """What makes two records the same one: the same term from the same source."""
    return (term.convention, *term.place, term.holder, term.since, term.until, term.seen_on, term.source)


def _added(term: Term, *, at: datetime, by: str) -> RecordedTerm:
    row = _row(term, at=at, by=by)
    row.save()
    return row


def _row(term: Term, *, at: datetime, by: str) -> RecordedTerm:
    return RecordedTerm(
        convention=term.convention,
        office=term.office,
        body=term.body,
        theme=term.theme,
        holder=term.holder,
        since=term.since,
        until=term.until,
        seen_on=term.seen_on,
        finding=term.finding,
        source=term.source.strip(),
        certainty=term.certainty,
        note=term.note,
        recorded_at=at,
        recorded_by=by,
    )
