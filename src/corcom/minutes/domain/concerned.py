"""Which States, organisations and offices a finding concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corcom.kernel.actor import Actor
from corcom.kernel.folding import folded
from corcom.register.domain.gazetteer import party
from corcom.rulebooks.naming import office_named
from corcom.rulebooks.reading import conventions

_NAMES = ("delegation", "chair_delegation", "state", "speaker")
_LISTS = ("owner", "holders")


def actor_named(name: str, convention: str = "") -> Actor:
    """The actor that a name stands for: a State or organisation, else an office, else whoever goes by that name.

    >>> actor_named("the Netherlands").code, actor_named("6MSP President", "CCM").code
    ('NLD', 'office:president')
    """
    known = party(name)
    if known is not None:
        return Actor(known.code, known.name)
    # Where a text does not name its convention, an office is understood as any rulebook has it.
    for code in (convention,) if convention else conventions():
        office = office_named(code, name)
        if office is not None:
            return Actor(f"office:{office.code}", office.name)
    return Actor(f"name:{folded(name)[:100]}", name.strip()[:200])


def actors_named(names: Iterable[str | None], convention: str = "") -> tuple[Actor, ...]:
    """The actors of several names, each once, in order."""
    found = (actor_named(name, convention) for name in names if name and name.strip())
    return tuple({actor.code: actor for actor in found}.values())


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
