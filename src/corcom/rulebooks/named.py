"""Bodies, themes and offices: what has a name, other names, a source and the days between which it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, cast

from corcom.rulebooks.entry import Entry

Competence = Literal["substance", "own_work"]
COMPETENCES: tuple[Competence, ...] = ("substance", "own_work")

KEYS = ("code", "name", "aliases", "source", "since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Anything with a name, other names, a source and the days between which it holds (`until` not included)."""

    code: str
    name: str
    aliases: tuple[str, ...]
    source: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Named):
    """A body of the convention. `competence`: it decides on matters of `substance`, or on its `own_work` alone."""

    competence: Competence
    may_decide: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Named):
    """A field of work that coordinators look after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Named):
    """An office that somebody holds for a term."""


class _Values(TypedDict):
    code: str
    name: str
    aliases: tuple[str, ...]
    source: str
    since: date
    until: date | None


def body(entry: Entry) -> Body:
    """One entry of `bodies.yaml`."""
    entry.only((*KEYS, "competence", "may_decide"))
    return Body(
        **_values(entry),
        competence=cast("Competence", entry.choice("competence", COMPETENCES)),
        may_decide=entry.words("may_decide"),
    )


def theme(entry: Entry) -> Theme:
    """One entry of `themes.yaml`."""
    entry.only(KEYS)
    return Theme(**_values(entry))


def office(entry: Entry) -> Office:
    """One entry of `offices.yaml`."""
    entry.only(KEYS)
    return Office(**_values(entry))


def _values(entry: Entry) -> _Values:
    since = entry.day("since")
    return {
        "code": entry.text("code"),
        "name": entry.text("name"),
        "aliases": entry.words("aliases"),
        "source": entry.text("source"),
        "since": since,
        "until": entry.until(since),
    }
