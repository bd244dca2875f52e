"""What a rulebook says of joining, leaving and owing: values with their articles, their sources and worked cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.rulebooks.events import Events
from corcom.rulebooks.shapes import Shape, YearlyOn

Applies = Literal["every_party", "where_recorded"]
APPLIES: tuple[Applies, ...] = ("every_party", "where_recorded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """The convention itself: names, birth, depositary, articles."""

    code: str
    title: str
    short_title: str
    adopted_on: date
    adopted_at: str
    opened_on: date
    depositary: str
    chapter: str
    """Of the UN Treaty Collection; "" for a convention that is not in it."""
    languages: tuple[str, ...]
    articles: tuple[Article, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A worked case beside a rule: these events give this day (or, for what recurs, first this day).

    `published` is a day that a source prints and that differs from the rule; it is shown, and never overrides.
    """

    name: str
    events: Mapping[str, date]
    gives: date | None
    source: str
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an article says between two days, and the cases that show it.

    `reading`: what the article leaves open and how it is read here, with the reason; "" where nothing is open.
    """

    article: str
    source: str
    since: date
    until: date | None
    reading: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Version):
    """One way from events to a day."""

    shape: Shape

    def first_on(self, events: Events) -> date | None:
        """The day, or None where an event is not known."""
        return self.shape.on(events)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringRule(Version):
    """The same for what falls due every year."""

    shape: YearlyOn

    def first_on(self, events: Events) -> date | None:
        """The first day of all, or None where an event is not known."""
        first = self.shape.first(events)
        return first.due_on if first else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How a convention comes to bind and to bind no more. `deposits` are needed for the entry into force in general."""

    deposits: int
    general: Rule
    state: Rule
    succession: Rule
    withdrawal: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """What the convention allows beyond a deadline: `years` at most each time, asked for `months` before the meeting."""

    years: int
    asked: Shape
    article: str
    decided_by: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation:
    """What the convention asks of a State.

    `applies`: to every State Party, or only where it is recorded that a State has it (contaminated land, stockpiles).
    `versions` hold one after the other, each for the obligations that arise while it holds. `declared`: it ends with a
    declaration of completion. A lasting duty, which has no deadline, has no version.
    """

    code: str
    name: str
    article: str
    theme: str
    applies: Applies
    versions: tuple[Rule | RecurringRule, ...]
    extension: Extension | None
    declared: bool
    form: str
    source: str

    @property
    def recurs(self) -> bool:
        """Whether it falls due every year."""
        return any(isinstance(version, RecurringRule) for version in self.versions)

    @property
    def is_lasting(self) -> bool:
        """Whether it has no deadline."""
        return not self.versions

    @property
    def needs(self) -> tuple[str, ...]:
        """The events from which it counts."""
        return tuple(dict.fromkeys(name for version in self.versions for name in version.shape.needs))
