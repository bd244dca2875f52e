"""Which States, organisations and offices a finding concerns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from corcom.kernel.actor import Actor
from corcom.kernel.folding import folded
from corcom.kernel.plain import plain
from corcom.register.domain.gazetteer import names_in, party
from corcom.rulebooks.naming import body_named, office_named
from corcom.rulebooks.reading import conventions

_NAMES = ("delegation", "chair_delegation", "state", "speaker")
_LISTS = ("owner", "holders")
_JOINED = re.compile(r"(?:\s|,|;|/|&|\band\b|\bet\b|\by\b|\bthe\b)*", re.IGNORECASE)
"""What stands between names that were written as one."""


def actor_named(name: str, convention: str = "") -> Actor:
    """The actor that a name stands for: a State, organisation, body or office, else whoever goes by that name.

    >>> [actor_named(name, "CCM").code for name in ("the Netherlands", "ISU", "6MSP President", "CorCom")]
    ['NLD', 'ccm-isu', 'office:president', 'body:coordination-committee']
    """
    # "The ISU" is that of the convention whose minutes these are.
    known = (party(f"{convention} {name}") if convention else None) or party(name)
    if known is not None:
        return Actor(known.code, known.name)
    # Where a text does not name its convention, an office is understood as any rulebook has it.
    for code in (convention,) if convention else conventions():
        body = body_named(code, name)
        if body is not None and folded(name).removeprefix("the ") in map(folded, (body.name, *body.aliases)):
            return Actor(f"body:{body.code}", body.name)
        office = office_named(code, name)
        if office is not None:
            return Actor(f"office:{office.code}", office.name)
    return Actor(f"name:{folded(name)[:100]}", name.strip()[:200])


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
