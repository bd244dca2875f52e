"""Which addresses messages do not reach: computed from the reports that came back, each time anew.

A report counts only where it belongs to a message of ours, so that a stranger who writes one takes nobody off a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

MANY: Final = 3
"""Reports after which an address is doubtful that each time failed for a while only: a full mailbox, a busy server."""
_FOR_GOOD: Final = re.compile(r"5\.(1\.(?!7$|8$)\d{1,3}|2\.1|4\.\d{1,3})")
"""No such address, a mailbox that is closed, a domain to which nothing leads (RFC 3463).

5.1.7 and 5.1.8 are about the address of the sender, which is ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A report that the outgoing `message` did not reach its `address`, with the `code` ("5.1.1") and the words of a server."""

    address: str
    message: int
    code: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FailingAddress:
    """An address that messages do not reach: since when, how often, what was said last, and which `messages` did not arrive.

    `is_dead`: for good, so that letters leave it out; else doubtful, because it failed again and again. `address` is in
    small letters.
    """

    address: str
    is_dead: bool
    since: datetime
    last_at: datetime
    times: int
    code: str
    words: str
    messages: tuple[int, ...]


def is_for_good(code: str) -> bool:
    """Whether a code says that no message will ever arrive.

    >>> [is_for_good(code) for code in ("5.1.1", "5.2.1", "5.4.4", "5.2.2", "4.4.1", "5.1.8", "")]
    [True, True, True, False, False, False, False]
    """
    return bool(_FOR_GOOD.fullmatch(code))


def failing_addresses(returned: Iterable[Returned], *, settled: Mapping[str, datetime]) -> list[FailingAddress]:
    """The addresses that fail for good or again and again, the latest first.

    `settled` says since when an address (in small letters) works again; what came back before counts no more.
    """
    since = {address.lower(): moment for address, moment in settled.items()}
    counted = [one for one in returned if (moment := since.get(one.address.lower())) is None or one.at > moment]
    counted.sort(key=lambda one: (one.address.lower(), one.at))
    groups = [(address, list(ones)) for address, ones in groupby(counted, lambda one: one.address.lower())]
    found = [_failing(address, ones) for address, ones in groups]
    return sorted((one for one in found if one.is_dead or one.times >= MANY), key=lambda one: one.last_at, reverse=True)


def _failing(address: str, ones: list[Returned]) -> FailingAddress:
    told = next((one for one in reversed(ones) if is_for_good(one.code)), ones[-1])
    return FailingAddress(
        address=address,
        is_dead=is_for_good(told.code),
        since=ones[0].at,
        last_at=ones[-1].at,
        times=len(ones),
        code=told.code,
        words=told.words,
        messages=tuple(dict.fromkeys(one.message for one in ones)),
    )
