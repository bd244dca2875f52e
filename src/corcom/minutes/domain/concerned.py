"""Which States, organisations and offices a finding concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from corcom.followup.domain.owning import actor_named
from corcom.kernel.actor import Actor
from corcom.kernel.plain import plain
from corcom.register.domain.gazetteer import names_in, party

_NAMES = ("delegation", "chair_delegation", "state", "speaker")
_LISTS = ("owner", "holders")
_JOINED = re.compile(r"(?:\s|,|;|/|&|\band\b|\bet\b|\by\b|\bthe\b)*", re.IGNORECASE)
"""What stands between names that were written as one."""


def actors_named(names: Iterable[str | None], convention: str = "") -> tuple[Actor, ...]:
    """The actors of several names, each once, in order; a name may join several.

    >>> [actor.code for actor in actors_named(["Bosnia and Herzegovina and Norway", "Norway"])]
    ['BIH', 'NOR']
    """
    found = (actor for name in names if name and name.strip() for actor in _joined(name, convention))
    return tuple({actor.code: actor for actor in found}.values())


def _joined(name: str, convention: str) -> list[Actor]:
    hits = names_in(plain(name)) if party(name) is None else []
    starts, ends = [hit.start for hit in hits], [hit.end for hit in hits]
    between = [name[a:b] for a, b in zip([0, *ends], [*starts, len(name)], strict=True)]
    if len(hits) > 1 and all(_JOINED.fullmatch(part) for part in between):
        return [Actor(hit.party.code, hit.party.name) for hit in hits]
    return [actor_named(name, convention)]


def actors_of(kind: str, payload: dict[str, Any], convention: str = "") -> tuple[Actor, ...]:
    """The actors that a finding concerns, each once."""
    return actors_named(_names(kind, payload), convention)


def _names(kind: str, payload: dict[str, Any]) -> Iterator[str | None]:
    for key in _NAMES:
        # Who spoke is a delegation where one is named; the speaker may be a person or initials.
        if key == "speaker" and (kind != "intervention" or payload.get("delegation")):
            continue
        yield payload.get(key)
    for key in _LISTS:
        yield from payload.get(key) or ()
