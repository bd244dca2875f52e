"""States and organisations by all the names that minutes use for them; one gazetteer for the reader and the register.

States come from `register/data/states.csv` (code: ISO 3166 alpha-3), their adjectives from `demonyms.csv`,
organisations from `organisations.csv` (code: a short slug). Found in a text by one pass of an Aho-Corasick automaton.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import ahocorasick

from corcom.kernel.plain import lower, plain
from corcom.register.domain.data_files import cells_in

Kind = Literal["state", "organisation"]
_ABBREVIATION = 5
_WITH_PLURAL = ("an", "ech", "ak", "ek", "i", "in", "ot")
_WITHOUT_PLURAL = ("ch", "ss", "sh", "ese")
"""Adjectives that stand for the people themselves: "the Dutch", "the Swiss", "the Irish", "the Japanese"."""
_ARTICLE = len("the ")
_NO_NOUN = re.compile(
    r"\s{0,3}(?:[.;:)(!?]|\Z|,(?!\s+[A-Z])|\s(?:had|have|has|were|are|will|would|could|can|may|might|should|must|shall|do|did|said|asked|thought|think|want|wanted|wants"
    r"|told|noted|offered|reported|agreed|proposed|promised|also|still|with|to|in|at|who|and\s+the|as|not|kept|took|came|sent|gave|went|spoke|wrote)\b)"
)
"""What follows such a word where no noun does."""


@dataclass(frozen=True, slots=True)
class Party:
    """A State (`code` ISO3) or an organisation (`code` a slug); `name` is the short name to show."""

    code: str
    name: str
    kind: Kind


class NameHit(NamedTuple):
    """A name found in a text; `adjective` for "Zambian", "Swiss" and the like."""

    start: int
    end: int
    party: Party
    adjective: bool = False


_PUNCTUATION = re.compile(r"[^a-z0-9]+")


def fold(name: str) -> str:
    """A name without case, accents and punctuation; length is not kept.

    >>> fold("Côte d’Ivoire")
    'cote d ivoire'
    """
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).lower()
    return " ".join(_PUNCTUATION.sub(" ", letters).split())


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _turned(name: str) -> list[str]:
    """`Bolivia (Plurinational State of)` is also `Bolivia` and `Plurinational State of Bolivia`."""
    found = re.fullmatch(r"(.+?) \((.+)\)", name)
    if not found:
        return [name]
    short, formal = found.groups()
    return [name, short, f"{formal} {short}"]


@cache
def parties() -> dict[str, Party]:
    """Every State and organisation by code."""
    states = {row["iso3"]: Party(row["iso3"], _short(row["name_en"]), "state") for row in cells_in("states.csv")}
    others = {
        row["code"]: Party(row["code"], row["abbreviation"] or row["name"], "organisation")
        for row in cells_in("organisations.csv")
    }
    return states | others


def _short(name: str) -> str:
    """The name in running text: `Iran (Islamic Republic of)` is shown as the UN writes it in lists, without brackets."""
    special = {
        "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
        "United States of America": "United States",
    }
    return special.get(name, name.partition(" (")[0])


@cache
def _names() -> dict[str, tuple[str, str, bool]]:
    """Lower-case name → (code, the spelling that must match or "", adjective)."""
    known: dict[str, tuple[str, str, bool]] = {}
    for name, code, adjective in [*_state_names(), *_organisation_names(), *_adjectives()]:
        # "US", "CAR", "UN", "WHO" are names in capitals only.
        exact = name if name.isupper() and len(name) <= _ABBREVIATION else ""
        straight = plain(name).removeprefix("The ").removeprefix("the ")
        for spelling in {straight, _without_accents(straight)}:
            known.setdefault(lower(spelling), (code, exact, adjective))
    return known


def _state_names() -> Iterator[tuple[str, str, bool]]:
    for row in cells_in("states.csv"):
        for name in (row["name_en"], row["name_fr"], row["name_es"]):
            yield from ((form, row["iso3"], False) for form in _turned(name))
        yield from ((name, row["iso3"], False) for name in _split(row["aliases"]))


def _organisation_names() -> Iterator[tuple[str, str, bool]]:
    for row in cells_in("organisations.csv"):
        names = (row["name"], row["abbreviation"], *_split(row["aliases"]))
        yield from ((name, row["code"], False) for name in names if name)


def _adjectives() -> Iterator[tuple[str, str, bool]]:
    for row in cells_in("demonyms.csv"):
        for name in _split(row["adjectives"]):
            yield name, row["iso3"], True
            if name.endswith(_WITH_PLURAL):
                yield f"{name}s", row["iso3"], False  # "the Czechs will write" is the State


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def _by_folded_name() -> dict[str, str]:
    return {fold(name): code for name, (code, _, adjective) in _names().items() if not adjective}


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name, (code, exact, adjective) in _names().items():
        automaton.add_word(name, (len(name), code, exact, adjective))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=4096)
def party(name: str) -> Party | None:
    """The State or organisation that a whole name stands for, or None.

    >>> party("the Lao PDR").code, party("Cluster Munition Coalition (CMC)").code, party("Nobody")
    ('LAO', 'cmc', None)
    """
    for form in (name, re.sub(r"\(.*?\)", " ", name)):
        key = fold(form)
        code = _by_folded_name().get(key) or _by_folded_name().get(key.removeprefix("the "))
        if code:
            return parties()[code]
    return None


def names_in(shadow: str, lowered: str | None = None) -> list[NameHit]:
    """All names in a plain shadow, longest first where they overlap, in order of place.

    `lowered` is `lower(shadow)` where the caller has it already.
    """
    low = lowered if lowered is not None else lower(shadow)
    known = parties()
    hits: list[NameHit] = []
    end_of_last = -1
    for last, (length, code, exact, adjective) in _automaton().iter_long(low):
        start, end = last + 1 - length, last + 1
        if start < end_of_last or not shadow[start].isupper() or not _is_word(low, start, end):
            continue
        if exact and shadow[start:end] != exact:
            continue
        hits.append(NameHit(start, end, known[code], adjective and not _is_people(shadow, low, start, end)))
        end_of_last = end
    return hits


def _is_people(shadow: str, low: str, start: int, end: int) -> bool:
    """Whether an adjective stands for a State by itself: "the Dutch were in favour"."""
    return (
        low.endswith(_WITHOUT_PLURAL, start, end)
        and low.startswith("the ", start - 4)
        and start >= _ARTICLE
        and _NO_NOUN.match(shadow, end) is not None
    )


def _is_word(text: str, start: int, end: int) -> bool:
    before = start == 0 or not text[start - 1].isalnum()
    after = end == len(text) or not text[end].isalnum()
    return before and after
