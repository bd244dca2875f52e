"""Addresses that messages do not reach."""

from __future__ import annotations

from corcom.outbox.domain.failing import FailingAddress, Returned, failing_addresses
from corcom.outbox.models import IncomingKind, IncomingMessage


def addresses_failing() -> list[FailingAddress]:
    """The addresses that fail for good or again and again, the latest first. One SQL query."""
    rows = IncomingMessage.objects.filter(kind=IncomingKind.BOUNCE, answers__isnull=False)
    told = rows.values_list("answers__recipient", "answers", "failed_code", "failed_words", "received_at")
    returned = [
        Returned(address=address, message=message, code=code, words=words, at=at)
        for address, message, code, words, at in told
    ]
    return failing_addresses(returned, settled={})


def dead_addresses() -> frozenset[str]:
    """The addresses, in small letters, at which messages do not arrive any more: letters leave them out. One SQL query."""
    return frozenset(one.address for one in addresses_failing() if one.is_dead)
