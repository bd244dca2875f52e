"""Recording, correcting and striking facts of obligations. Rows are added and ended, never changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from corcom.kernel.errors import CorcomError
from corcom.obligations.domain.facts import WITH_UNTIL, Fact
from corcom.obligations.models import RecordedFact
from corcom.obligations.queries import facts
from corcom.register.actions import WithoutReason, end_belief, replace_rows
from corcom.rulebooks.reading import rulebook


class NoSuchObligation(CorcomError):
    """The rulebook of the convention has no such obligation."""

    def __init__(self, convention: str, obligation: str) -> None:
        super().__init__(f"{convention}: {obligation}")
        self.convention = convention
        self.obligation = obligation


class RecordedAlready(CorcomError):
    """The same fact is recorded: `fact`."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(f"{fact.convention} {fact.iso3} {fact.obligation} {fact.kind} {fact.on}")
        self.fact = fact


class InTheFuture(CorcomError):
    """A fact is said to have happened after today."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.on)
        self.fact = fact


class WithoutUntil(CorcomError):
    """A request, a grant or a published deadline names no day."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.kind)
        self.fact = fact


class NoSuchFact(CorcomError):
    """There is no such fact, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


@transaction.atomic
def record_fact(*, fact: Fact, day: date, at: datetime, by: str = "") -> int:
    """Record what happened to an obligation; gives its number. `by` is the account's name, empty for a command.

    Errors: `NoSuchObligation`, `RecordedAlready`, `InTheFuture`, `WithoutUntil`.
    """
    _check([fact], day=day)
    row = _row(fact, at=at, by=by)
    row.save()
    return row.pk


@transaction.atomic
def record_facts(*, found: Sequence[Fact], day: date, at: datetime, by: str = "") -> int:
    """Record many facts, all of them or none; gives how many. Errors: those of `record_fact`."""
    _check(found, day=day)
    return len(RecordedFact.objects.bulk_create([_row(fact, at=at, by=by) for fact in found], batch_size=500))


@transaction.atomic
def take_over_facts(
    *, new: Sequence[Fact], corrected: Mapping[int, Fact], day: date, at: datetime, by: str = ""
) -> None:
    """Record new facts and correct recorded ones, given by their number: all of it or nothing.

    Errors: those of `record_fact`, `CorrectedMeanwhile` of the register's actions.
    """
    _check([*new, *corrected.values()], day=day, without=corrected)
    rows = {number: _row(fact, at=at, by=by) for number, fact in corrected.items()}
    replace_rows(RecordedFact, [_row(fact, at=at, by=by) for fact in new], rows, at=at, by=by)


@transaction.atomic
def correct_fact(*, number: int, fact: Fact, day: date, at: datetime, by: str = "") -> int:
    """Put a corrected fact in the place of a recorded one, which stays readable; gives the number of the new one.

    Errors: `NoSuchFact` and those of `record_fact`.
    """
    old = _believed(number)
    _check([fact], day=day, without=(number,))
    new = _row(fact, at=at, by=by)
    new.save()
    end_belief(old, at=at, by=by, superseded_by=new)
    return new.pk


@transaction.atomic
def strike_fact(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a fact that should never have been recorded. Errors: `NoSuchFact`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    end_belief(_believed(number), at=at, by=by, why=why.strip())


def _believed(number: int) -> RecordedFact:
    found = RecordedFact.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if found is None:
        raise NoSuchFact(number)
    return found


def _check(found: Sequence[Fact], *, day: date, without: Collection[int] = ()) -> None:
    known = {_key(fact) for each in {fact.convention for fact in found} for fact in _others(each, without)}
    for fact in found:
        book = rulebook(fact.convention)
        if book is None or book.obligation(fact.obligation) is None:
            raise NoSuchObligation(fact.convention, fact.obligation)
        if fact.until is None and fact.kind in WITH_UNTIL:
            raise WithoutUntil(fact)
        if fact.first_day is not None and fact.first_day > day:
            raise InTheFuture(fact)
        if _key(fact) in known:
            raise RecordedAlready(fact)
        known.add(_key(fact))


def _others(convention: str, without: Collection[int]) -> list[Fact]:
    return [fact for fact in facts(convention=convention) if fact.number not in without]


def _key(fact: Fact) -> tuple[object, ...]:
    """What makes two facts the same, whatever their sources."""
    return (fact.convention, fact.iso3, fact.obligation, fact.kind, fact.period, fact.on, fact.until)


def _row(fact: Fact, *, at: datetime, by: str) -> RecordedFact:
    return RecordedFact(
        convention=fact.convention,
        iso3=fact.iso3,
        obligation=fact.obligation,
        kind=fact.kind,
        on=fact.on,
        period=fact.period,
        until=fact.until,
        meeting=fact.meeting,
        source=fact.source,
        certainty=fact.certainty,
        note=fact.note,
        recorded_at=at,
        recorded_by=by,
    )
