"""Who holds the themes of a convention and how the holders change: `committee.yaml` of a rulebook, read and checked.

The shapes of its rules are a closed list; what each of them means is computed by the mandates that are measured against it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, cast, get_args

from corcom.rulebooks.entry import Entry, RulebookRefused
from corcom.rulebooks.files import alone
from corcom.rulebooks.named import Office, Theme, office
from corcom.rulebooks.reading import FOLDER, rulebook

T = TypeVar("T", "SeatRule", Office)
SeatShape = Literal[
    "number_of_holders",
    "number_of_meetings",
    "themes_of_a_holder",
    "share_that_leaves",
    "same_theme_again",
    "holders_of_each_group",
]
SHAPES: tuple[SeatShape, ...] = get_args(SeatShape)
"""`number_of_holders`: how many hold a theme in one office. `number_of_meetings`: how many meetings a term runs.
`themes_of_a_holder`: how many themes one holder has. `share_that_leaves`: how much of the committee leaves at a meeting,
`percent` of it, `within` so many holders. `same_theme_again`: that a holder goes on with the same theme.
`holders_of_each_group`: how many holders each regional group of the United Nations has."""

_NUMBERS: Mapping[SeatShape, tuple[str, ...]] = {
    "number_of_holders": ("least", "most"),
    "number_of_meetings": ("least", "most"),
    "themes_of_a_holder": ("least", "most"),
    "share_that_leaves": ("percent", "within"),
    "same_theme_again": (),
    "holders_of_each_group": ("least",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule:
    """One rule for the holders of themes. `must`: a plan that breaks it fails; else it is a preference."""

    code: str
    shape: SeatShape
    must: bool
    numbers: Mapping[str, int]
    source: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """`offices` are those that a holder of a theme has, `terms_end_at` the bodies whose meetings end a term.

    `themes` are those that are held; `sought` the offices without a theme for which somebody is looked for when a term
    ends; `beside` offices that are held, and that `offices.yaml` does not name.
    """

    convention: str
    code: str
    offices: tuple[Office, ...]
    themes: tuple[Theme, ...]
    sought: tuple[Office, ...]
    terms_end_at: tuple[str, ...]
    seats: tuple[SeatRule, ...]
    beside: tuple[Office, ...]
    source: str
    since: date
    until: date | None = None

    def rule(self, shape: SeatShape, day: date) -> SeatRule | None:
        """The rule of a shape that holds on a day."""
        return next((one for one in self.seats if one.shape == shape and _holds(one.since, one.until, day)), None)

    def holds_on(self, day: date) -> bool:
        """Whether there is such a committee on a day."""
        return _holds(self.since, self.until, day)


@cache
def committee(convention: str) -> Committee | None:
    """The committee of a convention by its code, or None where no rulebook has one.

    >>> committee("CCM").rule("number_of_holders", date(2012, 6, 1)).numbers["most"]
    2
    """
    path = FOLDER / convention.lower() / "committee.yaml"
    return read_committee(path) if rulebook(convention) is not None and path.is_file() else None


def read_committee(path: Path) -> Committee:
    """Read and check one file; raises `RulebookRefused`."""
    return _committee(path.parent.name.upper(), alone(path.parent, path.stem))


def _committee(convention: str, entry: Entry) -> Committee:
    entry.only(
        ("code", "offices", "themes", "sought", "terms_end_at", "seats", "offices_beside", "source", "since", "until"),
    )
    book = rulebook(convention)
    bodies = {each.code: each for each in book.bodies} if book else {}
    offices = {each.code: each for each in book.offices} if book else {}
    themes = {each.code: each for each in book.themes} if book else {}
    return Committee(
        convention=convention,
        code=entry.choice("code", tuple(bodies)),
        offices=tuple(offices[code] for code in _known(entry, "offices", offices)),
        themes=tuple(themes[code] for code in _known(entry, "themes", themes) or themes),
        sought=tuple(offices[code] for code in _known(entry, "sought", offices)),
        terms_end_at=_known(entry, "terms_end_at", bodies),
        seats=_each_once(entry, "seats", _rule),
        beside=_each_once(entry, "offices_beside", office),
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
    )


def _known(entry: Entry, key: str, known: Mapping[str, object]) -> tuple[str, ...]:
    found = entry.words(key)
    if not set(found) <= set(known):
        raise entry.refused(key, ", ".join(known))
    return found


def _each_once(entry: Entry, key: str, read: Callable[[Entry], T]) -> tuple[T, ...]:
    found = tuple(read(each) for each in entry.children(key))
    codes = [each.code for each in found]
    if len(set(codes)) < len(codes):
        raise RulebookRefused(file=entry.file, key=key, found=codes, allowed="each code once")
    return found


def _rule(entry: Entry) -> SeatRule:
    shape = cast("SeatShape", entry.choice("shape", SHAPES))
    names = _NUMBERS[shape]
    entry.only(("code", "shape", "must", "source", "since", "until", *names))
    must = entry.values.get("must")
    if not isinstance(must, bool):
        raise entry.refused("must", "yes or no")
    numbers = {name: entry.number(name) for name in names}
    if numbers.get("least", 0) > numbers.get("most", 1000):
        raise entry.refused("most", "a number that is not below `least`")
    return SeatRule(
        code=entry.text("code"),
        shape=shape,
        must=must,
        numbers=numbers,
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
    )


def _holds(since: date, until: date | None, day: date) -> bool:
    return since <= day and (until is None or day < until)
