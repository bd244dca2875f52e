"""Rulebooks: what holds for one convention, read from its folder of YAML files and checked.

A folder is named after the convention's code in small letters (`ccm/`). It holds `bodies.yaml`, `themes.yaml` and
`offices.yaml`; every entry has a day from which it holds and a source. YAML holds values only, never conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

from corcom.rulebooks.entry import Entry, RulebookRefused

FOLDER = Path(__file__).resolve().parent

Competence = Literal["substance", "own_work"]
COMPETENCES: tuple[Competence, ...] = ("substance", "own_work")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """What CorCom knows of one convention's machinery."""

    convention: str
    bodies: tuple[Body, ...]
    themes: tuple[Theme, ...]
    offices: tuple[Office, ...]


_KEYS = ("code", "name", "aliases", "source", "since", "until")


@cache
def conventions() -> tuple[str, ...]:
    """The codes of all conventions that have a rulebook."""
    return tuple(sorted(path.parent.name.upper() for path in FOLDER.glob("*/bodies.yaml")))


@cache
def rulebook(convention: str) -> Rulebook | None:
    """The rulebook of a convention by its code, or None where it has none."""
    return read_rulebook(FOLDER / convention.lower()) if convention in conventions() else None


def read_rulebook(folder: Path) -> Rulebook:
    """Read and check one folder; raises `RulebookRefused`."""
    return Rulebook(
        convention=folder.name.upper(),
        bodies=tuple(_body(entry) for entry in _entries(folder, "bodies")),
        themes=tuple(_theme(entry) for entry in _entries(folder, "themes")),
        offices=tuple(_office(entry) for entry in _entries(folder, "offices")),
    )


def _entries(folder: Path, kind: str) -> list[Entry]:
    file = f"{folder.name}/{kind}.yaml"
    try:
        found = yaml.safe_load((folder / f"{kind}.yaml").read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise RulebookRefused(file=file, key=kind, found=str(error), allowed="a YAML file") from error
    rows = found.get(kind) if isinstance(found, dict) and list(found) == [kind] else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulebookRefused(file=file, key=kind, found=found, allowed=f"one list named {kind}")
    entries = [Entry(file, f"{kind}[{number}]", row) for number, row in enumerate(rows)]
    _each_once(entries, "code")
    _each_once(entries, "name")
    return entries


def _each_once(entries: list[Entry], key: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        value = entry.text(key)
        if value in seen:
            raise RulebookRefused(file=entry.file, key=f"{entry.place}.{key}", found=value, allowed="each one once")
        seen.add(value)


def _body(entry: Entry) -> Body:
    entry.only((*_KEYS, "competence", "may_decide"))
    return Body(
        competence=cast("Competence", entry.choice("competence", COMPETENCES)),
        may_decide=entry.words("may_decide"),
        code=entry.text("code"),
        name=entry.text("name"),
        aliases=entry.words("aliases"),
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
    )


def _theme(entry: Entry) -> Theme:
    entry.only(_KEYS)
    return Theme(
        code=entry.text("code"),
        name=entry.text("name"),
        aliases=entry.words("aliases"),
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
    )


def _office(entry: Entry) -> Office:
    entry.only(_KEYS)
    return Office(
        code=entry.text("code"),
        name=entry.text("name"),
        aliases=entry.words("aliases"),
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
    )
