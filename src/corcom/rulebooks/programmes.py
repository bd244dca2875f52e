"""Programmes of work as a convention has them: the hours in which it sits, the rules of a programme, and templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

ProgrammeShape = Literal["no_two_at_once", "one_place_for_a_delegation", "chair_of_each", "share_of_time"]
SHAPES: tuple[ProgrammeShape, ...] = get_args(ProgrammeShape)
"""`no_two_at_once`: sessions of these `bodies` are never in parallel. `one_place_for_a_delegation`: a delegation of which
at most `small` people are known does not chair two sessions at once. `chair_of_each`: every session has a chair.
`share_of_time`: each theme has the share that was given to it, `within` so many per cent of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotHours:
    """Hours in which a meeting sits; times of the clock at its place (`HH:MM`)."""

    code: str
    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRule:
    """One rule of a programme. `must`: what breaks it is a conflict; else it is pointed out. `until` is not included."""

    code: str
    shape: ProgrammeShape
    must: bool
    bodies: tuple[str, ...]
    numbers: Mapping[str, int]
    source: str
    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the rule holds on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part of a session. `share` is per cent of its time; `most`: it is to have more than any other part."""

    name: str
    share: int
    most: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSession:
    """One session of a template. `day` counts from 1; it has a `theme` or a `title`. `chairs` are codes of offices."""

    day: int
    start: str
    end: str
    theme: str
    title: str
    body: str
    chairs: tuple[str, ...]
    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeTemplate:
    """The sessions of one kind of meeting. `days` is how many days it needs; `shares` are per cent by theme."""

    code: str
    name: str
    convention: str
    kinds: tuple[str, ...]
    days: int
    shares: Mapping[str, int]
    sessions: tuple[TemplateSession, ...]
    source: str
    reading: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeRules:
    """All that a rulebook says of programmes of work."""

    convention: str
    slots: tuple[SlotHours, ...]
    rules: tuple[ProgrammeRule, ...]
    templates: tuple[ProgrammeTemplate, ...]
    source: str

    def on(self, day: date) -> tuple[ProgrammeRule, ...]:
        """The rules that hold on a day."""
        return tuple(rule for rule in self.rules if rule.holds_on(day))

    def template(self, code: str) -> ProgrammeTemplate | None:
        """A template by its code; None where there is none."""
        return next((one for one in self.templates if one.code == code), None)
