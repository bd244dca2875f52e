"""Addresses that messages do not reach, and what a person said of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from corcom.outbox.domain.bounces import code_in
from corcom.outbox.domain.failing import FailingAddress, Returned, failing_addresses, is_for_good
from corcom.outbox.domain.instead import address_now
from corcom.outbox.models import AddressFact, IncomingKind, IncomingMessage, MessageAttempt, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressTold:
    """What a person said of an address that failed: `instead` is used now, or, where that is "", the same works again."""

    address: str
    instead: str
    at: datetime
    by: str


def addresses_failing() -> list[FailingAddress]:
    """The addresses that fail for good or again and again, the latest first. Three SQL queries."""
    settled = dict(AddressFact.objects.order_by("at", "pk").values_list("address", "at"))
    return failing_addresses([*_reported(), *_refused()], settled=settled)


def dead_addresses() -> frozenset[str]:
    """The addresses, in small letters, at which messages do not arrive any more: letters leave them out. Three SQL queries."""
    return frozenset(one.address for one in addresses_failing() if one.is_dead)


def addresses_now(addresses: Iterable[str]) -> dict[str, str]:
    """Which address is used now for each that was written down earlier; "" where messages arrive at none.

    Four SQL queries.
    """
    instead = dict(AddressFact.objects.order_by("at", "pk").values_list("address", "instead"))
    dead = dead_addresses()
    return {each: address_now(each, instead=instead, dead=dead) for each in addresses}


def addresses_told() -> list[AddressTold]:
    """All that was said of addresses that failed, the latest first. One SQL query."""
    return [
        AddressTold(address=row.address, instead=row.instead, at=row.at, by=row.by.get_full_name())
        for row in AddressFact.objects.select_related("by").order_by("-at", "-pk")
    ]


def _reported() -> Iterable[Returned]:
    """What servers reported later."""
    rows = IncomingMessage.objects.filter(kind=IncomingKind.BOUNCE, answers__isnull=False)
    told = rows.values_list("answers__recipient", "answers", "failed_code", "failed_words", "received_at")
    for address, message, code, words, at in told:
        yield Returned(address=address, message=message, code=code, words=words, at=at)


def _refused() -> Iterable[Returned]:
    """What the first server refused at once, where its words say that the address is why."""
    rows = MessageAttempt.objects.filter(outcome=Outcome.REFUSED, ended_at__isnull=False)
    for row in rows.select_related("message").only("message__recipient", "reply", "ended_at"):
        if row.ended_at is not None and is_for_good(code := code_in(row.reply)):
            yield Returned(
                address=row.message.recipient, message=row.message_id, code=code, words=row.reply, at=row.ended_at
            )
