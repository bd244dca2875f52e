"""Where messages stand, computed in SQL from their last step and their last attempt; a test compares it with `state_of`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When

from corcom.kernel.errors import CorcomError
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.standing import AttemptSeen, State, state_of
from corcom.outbox.domain.threads import FURTHER
from corcom.outbox.models import IncomingMessage, OutgoingMessage


class NoSuchMessage(CorcomError):
    """There is no message with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no message {number}")
        self.number = number


def about_of(row: OutgoingMessage | None) -> About | None:
    """What a message is about; None where it is about nothing, or there is no message."""
    if row is None or row.about_number is None:
        return None
    return About(kind=row.about_kind, number=row.about_number)


def with_state(rows: QuerySet[OutgoingMessage], now: datetime) -> QuerySet[Any]:
    """The rows, each with its `state` now."""
    return rows.annotate(state=_state(now))


def state_of_row(row: OutgoingMessage, now: datetime) -> State:
    """Where one message stands now; its last attempt must be at hand."""
    last = row.last_attempt
    seen = None
    if last is not None:
        seen = AttemptSeen(
            outcome=last.outcome,
            leased_until=last.leased_until,
            is_handed=last.handed_at is not None,
            settled_as=last.settled_as,
        )
    return state_of(row.turn, seen, now)


def replaced() -> Exists:
    """Whether the words of a message were prepared anew to another address, and that message was not cancelled."""
    return Exists(OutgoingMessage.objects.filter(instead_of=OuterRef("pk")).exclude(turn="cancelled"))


def returned_about(*, kind: str) -> frozenset[int]:
    """The numbers of the things of a kind of which a message came back and none took its place. One SQL query."""
    rows = _carrying(kind).filter(Exists(IncomingMessage.objects.filter(answers=OuterRef("pk"), kind="bounce")))
    found = rows.exclude(replaced()).order_by().values_list("about_number", flat=True)
    return frozenset(number for number in found if number is not None)


def uncertain_about(*, kind: str, now: datetime) -> frozenset[int]:
    """The numbers of the things of a kind of which a message is uncertain. One SQL query."""
    rows = _carrying(kind).filter(last_attempt__isnull=False)
    return frozenset(with_state(rows, now).filter(state="uncertain").order_by().values_list("about_number", flat=True))


def _carrying(kind: str) -> QuerySet[OutgoingMessage]:
    """The messages that carry things of a kind, without what a person wrote further in their threads."""
    return OutgoingMessage.objects.filter(about_kind=kind, about_number__isnull=False).exclude(kind=FURTHER)


def _state(now: datetime) -> Case:
    """The same as `domain.standing.state_of`, line by line."""
    last, turn = "last_attempt__", F("turn")

    def when(state: str, **by: object) -> When:
        return When(Q(**{last + key: value for key, value in by.items()}), then=Value(state))

    return Case(
        when("sent", outcome="sent"),
        when("sent", settled_as="arrived"),
        When(turn="cancelled", then=Value("cancelled")),
        When(last_attempt__isnull=True, then=turn),
        When(Q(last_attempt__settled_as="again") | Q(last_attempt__outcome="lost"), then=turn),
        When(last_attempt__outcome="later", turn="held", then=Value("held")),
        when("waiting", outcome="later"),
        when("failed", outcome__in=("refused", "given_up")),
        when("uncertain", outcome="unclear"),
        when("sending", leased_until__gt=now),
        when("uncertain", handed_at__isnull=False),
        default=turn,
        output_field=CharField(),
    )
