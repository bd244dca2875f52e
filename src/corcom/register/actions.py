"""Recording, correcting and striking treaty actions. Rows are added and ended, never changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from corcom.kernel.errors import CorcomError
from corcom.register.domain.checks import Contradiction, contradictions
from corcom.register.domain.rates import Rate
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.domain.votes import Vote
from corcom.register.models import AssessmentRate, Recorded, RecordedTreatyAction, RecordedVote
from corcom.register.queries import treaty_actions

R = TypeVar("R", bound=Recorded)


class ActionContradicted(CorcomError):
    """A treaty action contradicts what is recorded: `contradiction` says how."""

    def __init__(self, contradiction: Contradiction) -> None:
        super().__init__(contradiction.conflict)
        self.contradiction = contradiction


class NoSuchTreatyAction(CorcomError):
    """There is no such treaty action, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class CorrectedMeanwhile(CorcomError):
    """A fact that was to be corrected is not believed any more: somebody corrected or struck it in between."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"a fact that was to be corrected (number {number}) was corrected or struck meanwhile; try again"
        )
        self.number = number


class WithoutReason(CorcomError):
    """A fact is struck with a reason, or not at all."""


@transaction.atomic
def record_treaty_action(*, action: TreatyAction, day: date, at: datetime, by: str = "") -> int:
    """Record an act of a State; gives its number. `by` is the account's name, empty for a command.

    Errors: `ActionContradicted`.
    """
    _check([action], day=day)
    return _add(action, at=at, by=by).pk


@transaction.atomic
def record_treaty_actions(*, actions: Sequence[TreatyAction], day: date, at: datetime, by: str = "") -> int:
    """Record many acts, all of them or none; gives how many. Errors: `ActionContradicted`."""
    _check(actions, day=day)
    rows = [_row(action, at=at, by=by) for action in actions]
    return len(RecordedTreatyAction.objects.bulk_create(rows, batch_size=500))


@transaction.atomic
def take_over_treaty_actions(
    *,
    new: Sequence[TreatyAction],
    corrected: Mapping[int, TreatyAction],
    day: date,
    at: datetime,
    by: str = "",
) -> None:
    """Record new acts and correct recorded ones, given by their number: all of it or nothing.

    Errors: `ActionContradicted`, `CorrectedMeanwhile`.
    """
    _check([*new, *corrected.values()], day=day, without=corrected)
    rows = {number: _row(action, at=at, by=by) for number, action in corrected.items()}
    replace_rows(RecordedTreatyAction, [_row(action, at=at, by=by) for action in new], rows, at=at, by=by)


@transaction.atomic
def take_over_rates(*, new: Sequence[Rate], corrected: Mapping[int, Rate], at: datetime, by: str = "") -> None:
    """Record new rates of the scale of assessments and correct recorded ones: all of it or nothing.

    Errors: `CorrectedMeanwhile`.
    """
    rows = {number: _rate_row(rate, at=at, by=by) for number, rate in corrected.items()}
    replace_rows(AssessmentRate, [_rate_row(rate, at=at, by=by) for rate in new], rows, at=at, by=by)


@transaction.atomic
def take_over_votes(*, new: Sequence[Vote], corrected: Mapping[int, Vote], at: datetime, by: str = "") -> None:
    """Record new votes and correct recorded ones: all of it or nothing. Errors: `CorrectedMeanwhile`."""
    rows = {number: _vote_row(vote, at=at, by=by) for number, vote in corrected.items()}
    replace_rows(RecordedVote, [_vote_row(vote, at=at, by=by) for vote in new], rows, at=at, by=by)


@transaction.atomic
def correct_treaty_action(*, number: int, action: TreatyAction, day: date, at: datetime, by: str = "") -> int:
    """Put a corrected act in the place of a recorded one, which stays readable; gives the number of the new one.

    Errors: `NoSuchTreatyAction`, `ActionContradicted`.
    """
    old = _believed(number)
    _check([action], day=day, without=(number,))
    new = _add(action, at=at, by=by)
    end_belief(old, at=at, by=by, superseded_by=new)
    return new.pk


@transaction.atomic
def strike_treaty_action(*, number: int, why: str, at: datetime, by: str = "") -> None:
    """End the belief in a recorded act that should never have been recorded. Errors: `NoSuchTreatyAction`, `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    end_belief(_believed(number), at=at, by=by, why=why.strip())


def end_belief(row: Recorded, *, at: datetime, by: str, why: str = "", superseded_by: Recorded | None = None) -> None:
    """End the belief in a recorded fact: struck with a reason, or superseded by another row of its table."""
    row.ended_at, row.ended_by, row.ended_why, row.superseded_by = at, by, why, superseded_by
    row.save(update_fields=["ended_at", "ended_by", "ended_why", "superseded_by"])


def replace_rows(table: type[R], new: Sequence[R], corrected: Mapping[int, R], *, at: datetime, by: str) -> None:
    """Add rows, and put rows in the place of believed ones, given by number, which stay readable.

    Runs within the transaction of the caller. Errors: `CorrectedMeanwhile`.
    """
    rows = table._default_manager  # noqa: SLF001  Django's name for the manager of a table that is not known here
    rows.bulk_create(new, batch_size=500)
    for number, row in corrected.items():
        old = rows.select_for_update().filter(pk=number, ended_at__isnull=True).first()
        if old is None:
            raise CorrectedMeanwhile(number)
        row.save()
        end_belief(old, at=at, by=by, superseded_by=row)


def _believed(number: int) -> RecordedTreatyAction:
    found = RecordedTreatyAction.objects.select_for_update().filter(pk=number, ended_at__isnull=True).first()
    if found is None:
        raise NoSuchTreatyAction(number)
    return found


def _check(actions: Sequence[TreatyAction], *, day: date, without: Collection[int] = ()) -> None:
    """Refuse acts that contradict each other or what is recorded."""
    new: dict[tuple[str, str], list[TreatyAction]] = {}
    for action in actions:
        new.setdefault((action.convention, action.iso3), []).append(action)
    recorded: dict[tuple[str, str], list[TreatyAction]] = {}
    for convention in {convention for convention, _ in new}:
        for action in treaty_actions(convention=convention):
            if action.number not in without:
                recorded.setdefault((convention, action.iso3), []).append(action)
    for key, own in new.items():
        found = contradictions([*recorded.get(key, ()), *own], today=day)
        if found:
            raise ActionContradicted(found[0])


def _add(action: TreatyAction, *, at: datetime, by: str) -> RecordedTreatyAction:
    row = _row(action, at=at, by=by)
    row.save()
    return row


def _row(action: TreatyAction, *, at: datetime, by: str) -> RecordedTreatyAction:
    return RecordedTreatyAction(
        convention=action.convention,
        iso3=action.iso3,
        kind=action.kind,
        on=action.on,
        effective_on=action.effective_on,
        source=action.source,
        certainty=action.certainty,
        note=action.note,
        recorded_at=at,
        recorded_by=by,
    )


def _rate_row(rate: Rate, *, at: datetime, by: str) -> AssessmentRate:
    return AssessmentRate(
        iso3=rate.iso3,
        first_year=rate.first_year,
        last_year=rate.last_year,
        percent=rate.percent,
        source=rate.source,
        certainty=rate.certainty,
        note=rate.note,
        recorded_at=at,
        recorded_by=by,
    )


def _vote_row(vote: Vote, *, at: datetime, by: str) -> RecordedVote:
    return RecordedVote(
        iso3=vote.iso3,
        year=vote.year,
        resolution=vote.resolution,
        vote=vote.vote,
        source=vote.source,
        certainty=vote.certainty,
        note=vote.note,
        recorded_at=at,
        recorded_by=by,
    )
