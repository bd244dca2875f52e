"""`programme.yaml` of a rulebook, read and checked; whatever cannot be read is refused by file, key and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.files import alone, each_once
from corcom.rulebooks.programmes import (
    SHAPES,
    Component,
    ProgrammeRule,
    ProgrammeRules,
    ProgrammeShape,
    ProgrammeTemplate,
    SlotHours,
    TemplateSession,
)
from corcom.rulebooks.reading import FOLDER, Rulebook, rulebook

USUAL_SLOTS = (
    SlotHours(code="morning", name="Morning", start="10:00", end="13:00"),
    SlotHours(code="afternoon", name="Afternoon", start="15:00", end="18:00"),
)
"""Where no rulebook says otherwise: the hours of meetings of the United Nations."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_NUMBERS: Mapping[ProgrammeShape, tuple[str, ...]] = {
    "no_two_at_once": (),
    "one_place_for_a_delegation": ("small",),
    "chair_of_each": (),
    "share_of_time": ("within",),
}


@dataclass(frozen=True, slots=True)
class _Known:
    bodies: tuple[str, ...]
    themes: tuple[str, ...]
    offices: tuple[str, ...]
    slots: Mapping[str, SlotHours]
    components: Mapping[str, tuple[Component, ...]]


@cache
def programme_rules(convention: str) -> ProgrammeRules:
    """What the rulebook of a convention says of programmes of work; the usual hours and no rule where it says nothing.

    >>> [slot.start for slot in programme_rules("APMBC").slots]
    ['10:00', '15:00']
    """
    path, book = FOLDER / convention.lower() / "programme.yaml", rulebook(convention)
    if book is None or not path.is_file():
        return ProgrammeRules(convention=convention, slots=USUAL_SLOTS, rules=(), templates=(), source="")
    return read_programme_rules(path, book)


def read_programme_rules(path: Path, book: Rulebook) -> ProgrammeRules:
    """Read and check one file against its rulebook; raises `RulebookRefused`."""
    entry = alone(path.parent, path.stem)
    entry.only(("slots", "source", "rules", "components", "templates"))
    slots = {slot.code: slot for slot in map(_slot, _unique(entry, "slots"))}
    if not slots:
        raise entry.refused("slots", "at least one slot")
    known = _Known(
        bodies=tuple(body.code for body in book.bodies),
        themes=tuple(theme.code for theme in book.themes),
        offices=tuple(office.code for office in book.offices),
        slots=slots,
        components={each.text("code"): _components(each) for each in _unique(entry, "components")},
    )
    return ProgrammeRules(
        convention=book.convention,
        slots=tuple(slots.values()),
        rules=tuple(_rule(each, known) for each in _unique(entry, "rules")),
        templates=tuple(_template(each, known, book.convention) for each in _unique(entry, "templates")),
        source=entry.text("source"),
    )


def _unique(entry: Entry, key: str) -> tuple[Entry, ...]:
    found = entry.children(key)
    each_once(list(found), "code")
    return found


def _slot(entry: Entry) -> SlotHours:
    entry.only(("code", "name", "from", "to"))
    start, end = _times(entry)
    return SlotHours(code=entry.text("code"), name=entry.text("name"), start=start, end=end)


def _times(entry: Entry) -> tuple[str, str]:
    for key in ("from", "to"):
        if not _TIME.fullmatch(entry.text(key)):
            raise entry.refused(key, 'a time of the clock in quotes, such as "10:00"')
    start, end = entry.text("from"), entry.text("to")
    if end <= start:
        raise entry.refused("to", f"a time after {start}")
    return start, end


def _rule(entry: Entry, known: _Known) -> ProgrammeRule:
    shape = cast("ProgrammeShape", entry.choice("shape", SHAPES))
    names = _NUMBERS[shape]
    named = ("bodies",) if shape == "no_two_at_once" else ()
    entry.only(("code", "shape", "must", "source", "since", "until", *names, *named))
    since = entry.day("since")
    return ProgrammeRule(
        code=entry.text("code"),
        shape=shape,
        must=entry.yes("must"),
        bodies=_among(entry, "bodies", known.bodies),
        numbers={name: entry.number(name) for name in names},
        source=entry.text("source"),
        since=since,
        until=entry.until(since),
    )


def _among(entry: Entry, key: str, known: Iterable[str]) -> tuple[str, ...]:
    found = entry.words(key)
    if not set(found) <= set(known):
        raise entry.refused(key, ", ".join(known))
    return found


def _components(entry: Entry) -> tuple[Component, ...]:
    entry.only(("code", "source", "reading", "parts"))
    entry.text("source")
    parts = entry.children("parts")
    for each in parts:
        each.only(("name", "share", "most"))
    found = tuple(
        Component(name=each.text("name"), share=each.number("share", most=100), most=each.yes("most")) for each in parts
    )
    if sum(one.share for one in found) != 100:
        raise entry.refused("parts", "shares of which the sum is 100")
    return found


def _template(entry: Entry, known: _Known, convention: str) -> ProgrammeTemplate:
    entry.only(("code", "name", "kinds", "days", "source", "since", "until", "reading", "shares", "sessions"))
    days, since = entry.number("days", least=1, most=31), entry.day("since")
    return ProgrammeTemplate(
        code=entry.text("code"),
        name=entry.text("name"),
        convention=convention,
        kinds=entry.words("kinds"),
        days=days,
        shares=_shares(entry, known),
        sessions=tuple(_session(each, known, days) for each in entry.children("sessions")),
        source=entry.text("source"),
        reading=entry.text_or_empty("reading"),
        since=since,
        until=entry.until(since),
    )


def _shares(entry: Entry, known: _Known) -> Mapping[str, int]:
    given = entry.child_or_none("shares")
    if given is None:
        return {}
    given.only(known.themes)
    found = {theme: given.number(theme, least=1, most=100) for theme in given.values}
    if sum(found.values()) > 100:
        raise entry.refused("shares", "shares of which the sum is at most 100")
    return found


def _session(entry: Entry, known: _Known, days: int) -> TemplateSession:
    hours = {"slots"} if "slots" in entry.values else {"from", "to"}
    said = {"theme"} if "theme" in entry.values else {"title"}
    entry.only(("day", "body", "chairs", "components", *hours, *said))
    slots = _among(entry, "slots", known.slots)
    if "slots" in entry.values and not slots:
        raise entry.refused("slots", ", ".join(known.slots))
    start, end = (known.slots[slots[0]].start, known.slots[slots[-1]].end) if slots else _times(entry)
    if end <= start:
        raise entry.refused("slots", "slots in the order of the day")
    return TemplateSession(
        day=entry.number("day", least=1, most=days),
        start=start,
        end=end,
        theme=entry.choice("theme", known.themes) if "theme" in said else "",
        title=entry.text("title") if "title" in said else "",
        body=entry.choice("body", known.bodies),
        chairs=_among(entry, "chairs", known.offices),
        components=_set(entry, known),
    )


def _set(entry: Entry, known: _Known) -> tuple[Component, ...]:
    return known.components[entry.choice("components", tuple(known.components))] if "components" in entry.values else ()
