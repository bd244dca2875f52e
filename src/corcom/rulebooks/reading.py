"""Rulebooks: what holds for one convention, read from its folder of YAML files and checked.

A folder is named after the convention's code in small letters (`ccm/`). It holds `convention.yaml`, `joining.yaml`,
`bodies.yaml`, `themes.yaml`, `offices.yaml`, `forms.yaml` and one file for each obligation in `obligations/`. Whatever
may change has a day from which it holds, and everything has a source. YAML holds values only, never conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corcom.rulebooks import named, rule_reading
from corcom.rulebooks.articles import check_articles
from corcom.rulebooks.coherence import check_whole
from corcom.rulebooks.files import LISTS, alone, each_once, listed, obligation_names
from corcom.rulebooks.named import Body, Office, Theme
from corcom.rulebooks.rules import Form, Joining, Obligation, Treaty

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
    each_once(found, "code")
    lists = {kind: listed(folder, kind) for kind in LISTS}
    bodies = tuple(map(named.body, lists["bodies"]))
    themes = tuple(map(named.theme, lists["themes"]))
    forms = tuple(map(rule_reading.form, lists["forms"]))
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
    )
    check_articles(book.treaty, [joining_entry, *found, *lists["forms"]])
    if book.treaty.code != book.convention:
        raise treaty_entry.refused("code", book.convention)
    return book
