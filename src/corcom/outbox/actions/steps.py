"""What a person does with messages: releasing, holding, cancelling, trying again, settling what is uncertain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.outbox.actions.errors import NothingChosen, NotNow, RuleNotOn, RuleOnAlready
from corcom.outbox.domain.standing import MAY, Verb
from corcom.outbox.models import MessageAttempt, MessageStep, Outcome, OutgoingMessage, ReleaseRule, Settled, Turn
from corcom.outbox.queries.standing import NoSuchMessage, state_of_row


def release_messages(*, messages: Sequence[int], by: User, at: datetime) -> None:
    """Let messages go out, all or none. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`."""
    _turn(messages, "release", Turn.RELEASED, at=at, by=by)


@transaction.atomic
def release_by_rule(*, messages: Sequence[int], at: datetime) -> None:
    """Let messages go out because a rule for their kind is switched on, all or none.

    Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`, `RuleNotOn`.
    """
    rows = _locked(messages, "release", at)
    on = {rule.kind: rule for rule in ReleaseRule.objects.select_for_update().filter(off_at__isnull=True)}
    for row in rows:
        if row.kind not in on:
            raise RuleNotOn(row.kind)
        _release(row, at)
    _write(rows, [MessageStep(message=row, kind=Turn.RELEASED, at=at, rule=on[row.kind]) for row in rows])


def hold_messages(*, messages: Sequence[int], by: User, at: datetime) -> None:
    """Keep messages back until they are released again. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`."""
    _turn(messages, "hold", Turn.HELD, at=at, by=by)


def cancel_messages(*, messages: Sequence[int], by: User, at: datetime) -> None:
    """Never send these messages. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`."""
    _turn(messages, "cancel", Turn.CANCELLED, at=at, by=by)


@transaction.atomic
def retry_messages(*, messages: Sequence[int], by: User, at: datetime) -> None:
    """Try what failed again, and what waits at once. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`."""
    rows = _locked(messages, "retry", at)
    _settle(rows, Settled.AGAIN, by=by, at=at)


@transaction.atomic
def settle_messages(*, messages: Sequence[int], arrived: bool, by: User, at: datetime) -> None:
    """Say of uncertain messages that they arrived, or that they are to be sent again.

    Whoever gets one twice sees by its Message-ID that it is the same. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`.
    """
    rows = _locked(messages, "arrived" if arrived else "again", at)
    _settle(rows, Settled.ARRIVED if arrived else Settled.AGAIN, by=by, at=at)


@transaction.atomic
def switch_on_rule(*, kind: str, by: User, at: datetime) -> ReleaseRule:
    """From now on messages of this kind may go out without a person. Errors: `RuleOnAlready`."""
    if ReleaseRule.objects.select_for_update().filter(kind=kind, off_at__isnull=True).exists():
        raise RuleOnAlready(kind)
    return ReleaseRule.objects.create(kind=kind, on_by=by, on_at=at)


@transaction.atomic
def switch_off_rule(*, kind: str, by: User, at: datetime) -> None:
    """From now on messages of this kind wait for a person; what was released stays so. Errors: `RuleNotOn`."""
    if not ReleaseRule.objects.filter(kind=kind, off_at__isnull=True).update(off_by=by, off_at=at):
        raise RuleNotOn(kind)


@transaction.atomic
def _turn(messages: Sequence[int], verb: Verb, turn: Turn, *, at: datetime, by: User) -> None:
    rows = _locked(messages, verb, at)
    for row in rows:
        if turn == Turn.RELEASED:
            _release(row, at)
        else:
            row.turn = turn
            row.due_at = None if turn == Turn.CANCELLED else row.due_at
    _write(rows, [MessageStep(message=row, kind=turn, at=at, by=by) for row in rows])


def _release(row: OutgoingMessage, at: datetime) -> None:
    row.turn = Turn.RELEASED
    row.released_at = row.released_at or at
    row.due_at = max(row.due_at, at) if row.due_at else at


def _write(rows: Sequence[OutgoingMessage], steps: Sequence[MessageStep]) -> None:
    OutgoingMessage.objects.bulk_update(rows, ["turn", "released_at", "due_at"])
    MessageStep.objects.bulk_create(steps)


def _settle(rows: Sequence[OutgoingMessage], settled: Settled, *, by: User, at: datetime) -> None:
    attempts = []
    for row in rows:
        attempt = row.last_attempt
        assert attempt is not None, "what failed, waits or is uncertain was tried"  # noqa: S101  a state without an attempt is a fault of ours
        if attempt.ended_at is None:
            attempt.ended_at, attempt.outcome = at, Outcome.UNCLEAR
        attempt.settled_as, attempt.settled_by, attempt.settled_at = settled, by, at
        attempts.append(attempt)
        row.due_at = at if settled == Settled.AGAIN else None
    MessageAttempt.objects.bulk_update(attempts, ["ended_at", "outcome", "settled_as", "settled_by", "settled_at"])
    OutgoingMessage.objects.bulk_update(rows, ["due_at"])


def _locked(messages: Sequence[int], verb: Verb, at: datetime) -> list[OutgoingMessage]:
    """The rows, held until the end of the transaction. Errors: `NothingChosen`, `NoSuchMessage`, `NotNow`."""
    wanted = sorted(set(messages))
    if not wanted:
        raise NothingChosen
    rows = list(OutgoingMessage.objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    if missing := set(wanted) - {row.pk for row in rows}:
        raise NoSuchMessage(min(missing))
    attempts = MessageAttempt.objects.select_for_update().in_bulk([row.last_attempt_id for row in rows])
    for row in rows:
        row.last_attempt = attempts.get(row.last_attempt_id)
        state = state_of_row(row, at)
        if state not in MAY[verb]:
            raise NotNow(number=row.pk, state=state, verb=verb)
    return rows
