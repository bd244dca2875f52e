"""Rulebooks: what holds for one convention, read from its folder of YAML files and checked.

A folder is named after the convention's code in small letters (`ccm/`). It holds `convention.yaml`, `joining.yaml`,
`bodies.yaml`, `themes.yaml`, `offices.yaml`, and one file for each obligation in `obligations/`, each report form in `forms/` and
each time-line in `timelines/`. Beside the conventions, `holidays/` holds a file for each duty station of the United
Nations. Whatever may change has a day from which it holds, and everything has a source. YAML holds values only, never conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from corcom.rulebooks import form_reading, holiday_reading, named, rule_reading, timeline_reading
from corcom.rulebooks.articles import check_articles
from corcom.rulebooks.coherence import check_whole
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.files import LISTS, alone, each_once, form_names, listed, obligation_names, timeline_names
from corcom.rulebooks.forms import Form
from corcom.rulebooks.holidays import Holidays
from corcom.rulebooks.named import Body, Office, Theme
from corcom.rulebooks.rules import Joining, Obligation, Treaty
from corcom.rulebooks.timelines import TimelineTemplate

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

    def form_on(self, code: str, day: date) -> Form | None:
        """The form that a report made on a day is made on; None where there is none then."""
        return next((each for each in self.forms if each.code == code and each.holds_on(day)), None)

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
    treaty_entry, joining_entry = alone(folder, "convention"), alone(folder, "joining")
    found = [alone(folder, name) for name in obligation_names(folder)]
    if not found:
        allowed = "a file for each obligation"
        raise RulebookRefused(file=f"{folder.name}/obligations", key="obligations", found="no file", allowed=allowed)
    each_once(found, "code")
    lists = {kind: listed(folder, kind) for kind in LISTS}
    bodies = tuple(map(named.body, lists["bodies"]))
    themes = tuple(map(named.theme, lists["themes"]))
    form_entries = [alone(folder, name) for name in form_names(folder)]
    forms = tuple(form_reading.form_with_words(folder, name) for name in form_names(folder))
    form_reading.check_versions(form_entries, forms)
    obligations = [rule_reading.obligation(each) for each in found]
    book = Rulebook(
        convention=folder.name.upper(),
        treaty=rule_reading.treaty(treaty_entry),
        joining=rule_reading.joining(joining_entry),
        obligations=check_whole(found, obligations, bodies=bodies, themes=themes, forms=forms),
        bodies=bodies,
        themes=themes,
        offices=tuple(map(named.office, lists["offices"])),
        forms=forms,
        timelines=_timelines(folder, bodies),
    )
    check_articles(book.treaty, [joining_entry, *found, *form_entries])
    if book.treaty.code != book.convention:
        raise treaty_entry.refused("code", book.convention)
    return book


@cache
def holiday_places() -> tuple[Holidays, ...]:
    """The holidays of every duty station that has a file."""
    return read_holidays(FOLDER / "holidays")


def read_holidays(folder: Path) -> tuple[Holidays, ...]:
    """Read and check the holidays in one folder; raises `RulebookRefused`."""
    return tuple(holiday_reading.holidays(alone(folder, path.stem)) for path in sorted(folder.glob("*.yaml")))


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
    found = [alone(folder, name) for name in timeline_names(folder)]
    each_once(found, "code")
    places = tuple(each.code for each in holiday_places())
    return tuple(
        timeline_reading.timeline_template(each, folder.name.upper(), bodies=bodies, places=places) for each in found
    )
