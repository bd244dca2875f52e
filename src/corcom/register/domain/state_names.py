"""What a State is called in each official language of the United Nations, and was called on an earlier day.

English, French and Spanish stand in `register/data/states.csv`; Arabic, Chinese and Russian in `state_names.csv`, which
`bench/state_names.py` writes; names that a State had before in `former_names.csv`. A language that has no former name
for a day answers with today's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from corcom.kernel.languages import LANGUAGES
from corcom.kernel.packaged import rows_of
from corcom.register.domain.data_files import cells_in, packaged, period_of, refuse_overlaps
from corcom.register.domain.gazetteer import parties
from corcom.register.domain.periods import Period
from corcom.register.domain.states import state_codes

_IN_STATES = ("en", "fr", "es")
IN_NAMES = ("ar", "zh", "ru")
NAMES, FORMER = "state_names.csv", "former_names.csv"
NAME_COLUMNS = ("iso3", "language", "name", "cldr_name", "source", "checked")
FORMER_COLUMNS = ("iso3", "language", "name", "since", "until", "source")
_EVERYDAY = ("GBR", "USA")
"""States whose full name nobody writes in running text, and that has no part in brackets to leave out."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of today; `everyday` is the one of the Unicode CLDR, `checked` whether somebody held it against the UN's list."""

    name: str
    everyday: str
    checked: bool


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a State had before, and when."""

    name: str
    period: Period


def names_in(text: str, codes: Collection[str], file: str = NAMES) -> dict[tuple[str, str], NameRow]:
    """Names by State and language; raises `CellRefused`."""
    found: dict[tuple[str, str], NameRow] = {}
    for row in rows_of(file, text, NAME_COLUMNS):
        key = row.choice("iso3", codes, "a code of states.csv"), row.choice("language", IN_NAMES)
        row.text("source")
        if key in found:
            raise row.refused("language", "each language once for a State")
        checked = row.choice("checked", ("yes", "no")) == "yes"
        found[key] = NameRow(row.text("name"), row.text("cldr_name"), checked)
    return found


def former_names_in(
    text: str, codes: Collection[str], file: str = FORMER
) -> dict[tuple[str, str], tuple[FormerName, ...]]:
    """Former names by State and language; raises `CellRefused`."""
    found = []
    for row in rows_of(file, text, FORMER_COLUMNS):
        key = row.choice("iso3", codes, "a code of states.csv"), row.choice("language", LANGUAGES)
        row.text("source")
        row.text("until")
        found.append((key, row, period_of(row), row.text("name")))
    refuse_overlaps((key, row, period) for key, row, period, _ in found)
    return {
        key: tuple(FormerName(name, period) for other, _, period, name in found if other == key) for key, *_ in found
    }


@cache
def _listed() -> dict[tuple[str, str], NameRow]:
    return names_in(packaged(NAMES), state_codes())


@cache
def former_names() -> dict[tuple[str, str], tuple[FormerName, ...]]:
    """Every former name by State and language."""
    return former_names_in(packaged(FORMER), state_codes())


@cache
def _names_of(language: str) -> dict[str, str]:
    if language in IN_NAMES:
        return {code: found.name for (code, other), found in _listed().items() if other == language}
    return {row["iso3"]: row[f"name_{language}"] for row in cells_in("states.csv")}


def _language(code: str) -> str:
    """One of the six, English where it is none of them; "zh-hans" is Chinese."""
    short = code.partition("-")[0]
    return short if short in LANGUAGES else "en"


def name_on(code: str, language: str, day: date) -> str:
    """What a State was called in a language on a day; the code itself where there is no such State.

    >>> [name_on("SWZ", "en", date(2018, 4, day)) for day in (18, 19)]
    ['Swaziland', 'Eswatini']
    >>> name_on("NOR", "ru", date(2016, 4, 28)), name_on("XXX", "en", date(2016, 4, 28))
    ('Норвегия', 'XXX')
    """
    chosen = _language(language)
    for former in former_names().get((code, chosen), ()):
        if former.period.covers(day):
            return former.name
    return _names_of(chosen).get(code, code)


@cache
def short_names(language: str) -> dict[str, str]:
    """Today's names for lists and running text: without the formal part in brackets.

    >>> short_names("fr")["BOL"], short_names("en")["GBR"], short_names("zh-hans")["USA"]
    ('Bolivie', 'United Kingdom', '美国')
    """
    chosen = _language(language)
    if chosen == "en":
        return {code: party.name for code, party in parties().items() if party.kind == "state"}
    short = {code: name.partition(" (")[0] for code, name in _names_of(chosen).items()}
    return short | {code: found.everyday for code in _EVERYDAY if (found := _listed().get((code, chosen)))}


def names_are_checked(language: str) -> bool:
    """Whether every name of a language was held against the UN's own list.

    >>> names_are_checked("fr"), names_are_checked("ar")
    (True, False)
    """
    chosen = _language(language)
    return chosen in _IN_STATES or all(found.checked for (_, other), found in _listed().items() if other == chosen)
