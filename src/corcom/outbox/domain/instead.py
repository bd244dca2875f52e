"""Which address is used now, after addresses that failed were mended."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def address_now(address: str, *, instead: Mapping[str, str], dead: Collection[str]) -> str:
    """The address itself, or the one that is used instead of it; "" where messages arrive at neither.

    Keys of `instead` and what is `dead` are in small letters. Where two are said to stand for each other, the given one
    stays.

    >>> address_now("Old@x.example", instead={"old@x.example": "new@x.example"}, dead=set())
    'new@x.example'
    >>> address_now("old@x.example", instead={}, dead={"old@x.example"})
    ''
    """
    seen, now = {address.lower()}, address
    while (following := instead.get(now.lower(), "")) and following.lower() not in seen:
        seen.add(following.lower())
        now = following
    return "" if now.lower() in dead else now
