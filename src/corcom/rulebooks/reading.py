"""Rulebooks: what holds for one convention, read from its folder of YAML files and checked.

A folder is named after the convention's code in small letters (`ccm/`). It holds `convention.yaml`, `joining.yaml`,
`bodies.yaml`, `themes.yaml`, `offices.yaml`, `forms.yaml`, one file for each obligation in `obligations/` and one for
each time-line in `timelines/`. Beside the conventions, `holidays/` holds a file for each duty station of the United
Nations. Whatever may change has a day from which it holds, and everything has a source. YAML holds values only, never conditions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from corcom.rulebooks import holiday_reading, named, rule_reading, timeline_reading
from corcom.rulebooks.coherence import check_whole
from corcom.rulebooks.entry import Entry, RulebookRefused
from corcom.rulebooks.holidays import Holidays
from corcom.rulebooks.named import Body, Office, Theme
from corcom.rulebooks.rules import Form, Joining, Obligation, Treaty
from corcom.rulebooks.timelines import TimelineTemplate

T = TypeVar("T")
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """What CorCom knows of one convention. `obligations` stand in the order in which they can be computed."""

    convention: str
    treaty: Treaty
    joining: Joining
    obligations: tuple[Obligation, ...]
    bodies: tuple[Body, ...]
    themes: tuple[Theme, ...]
    offices: tuple[Office, ...]
    forms: tuple[Form, ...]
    timelines: tuple[TimelineTemplate, ...]

    def obligation(self, code: str) -> Obligation | None:
        """An obligation by its code."""
        return next((each for each in self.obligations if each.code == code), None)


@cache
def conventions() -> tuple[str, ...]:
    """The codes of all conventions that have a rulebook."""
    return tuple(sorted(path.parent.name.upper() for path in FOLDER.glob("*/convention.yaml")))


@cache
def rulebook(convention: str) -> Rulebook | None:
    """The rulebook of a convention by its code, or None where it has none."""
    return read_rulebook(FOLDER / convention.lower()) if convention in conventions() else None


def read_rulebook(folder: Path) -> Rulebook:
    """Read and check one folder; raises `RulebookRefused`."""
    found = [_alone(folder, f"obligations/{path.stem}") for path in sorted(folder.glob("obligations/*.yaml"))]
    _each_once(found, "code")
    obligations = [rule_reading.obligation(each) for each in found]
    bodies, themes = _listed(folder, "bodies", named.body), _listed(folder, "themes", named.theme)
    forms = _listed(folder, "forms", rule_reading.form)
    book = Rulebook(
        convention=folder.name.upper(),
        treaty=rule_reading.treaty(_alone(folder, "convention")),
        joining=rule_reading.joining(_alone(folder, "joining")),
        obligations=check_whole(found, obligations, bodies=bodies, themes=themes, forms=forms),
        bodies=bodies,
        themes=themes,
        offices=_listed(folder, "offices", named.office),
        forms=forms,
        timelines=_timelines(folder, bodies),
    )
    if book.treaty.code != book.convention:
        place = f"{folder.name}/convention.yaml"
        raise RulebookRefused(file=place, key="convention.code", found=book.treaty.code, allowed=book.convention)
    return book


@cache
def holiday_places() -> tuple[Holidays, ...]:
    """The holidays of every duty station that has a file."""
    return read_holidays(FOLDER / "holidays")


def read_holidays(folder: Path) -> tuple[Holidays, ...]:
    """Read and check the holidays in one folder; raises `RulebookRefused`."""
    return tuple(holiday_reading.holidays(_alone(folder, path.stem)) for path in sorted(folder.glob("*.yaml")))


@cache
def timeline_templates() -> tuple[TimelineTemplate, ...]:
    """The time-lines of all conventions."""
    books = (rulebook(code) for code in conventions())
    return tuple(each for book in books if book for each in book.timelines)


def timeline_template(code: str) -> TimelineTemplate | None:
    """A time-line by its code, or None where there is none."""
    return next((each for each in timeline_templates() if each.code == code), None)


def holidays_at(code: str) -> Holidays:
    """The holidays of the duty station with this code, which a template was checked to name."""
    return next(each for each in holiday_places() if each.code == code)


def _timelines(folder: Path, bodies: tuple[Body, ...]) -> tuple[TimelineTemplate, ...]:
    found = [_alone(folder, f"timelines/{path.stem}") for path in sorted(folder.glob("timelines/*.yaml"))]
    _each_once(found, "code")
    places = tuple(each.code for each in holiday_places())
    return tuple(
        timeline_reading.timeline_template(each, folder.name.upper(), bodies=bodies, places=places) for each in found
    )


def _alone(folder: Path, name: str) -> Entry:
    """A file that holds the keys of one thing."""
    found = _loaded(folder, name)
    if isinstance(found, dict) and all(isinstance(key, str) for key in found):
        return Entry(f"{folder.name}/{name}.yaml", name.rpartition("/")[2], found)
    raise RulebookRefused(file=f"{folder.name}/{name}.yaml", key=name, found=found, allowed="keys with values")


def _listed(folder: Path, kind: str, read: Callable[[Entry], T]) -> tuple[T, ...]:
    """A file that holds one list."""
    file, found = f"{folder.name}/{kind}.yaml", _loaded(folder, kind)
    rows = found.get(kind) if isinstance(found, dict) and list(found) == [kind] else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulebookRefused(file=file, key=kind, found=found, allowed=f"one list named {kind}")
    entries = [Entry(file, f"{kind}[{number}]", row) for number, row in enumerate(rows)]
    _each_once(entries, "code")
    _each_once(entries, "name")
    return tuple(read(entry) for entry in entries)


def _loaded(folder: Path, name: str) -> object:
    try:
        return yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        file = f"{folder.name}/{name}.yaml"
        raise RulebookRefused(file=file, key=name, found=" ".join(str(error).split()), allowed="a YAML file") from error


def _each_once(entries: list[Entry], key: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        value = entry.text(key)
        if value in seen:
            raise RulebookRefused(file=entry.file, key=f"{entry.place}.{key}", found=value, allowed="each one once")
        seen.add(value)
