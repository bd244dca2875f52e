"""Report forms as a rulebook has them: parts that answer paragraphs of an article, and the fields of each part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

FieldKind = Literal["text", "number", "day", "year", "yes_no", "choice", "table"]
KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
"""`text`: one line or several. `number`: with the unit that the field names, whole unless the unit is one of area or money.
`day`, `year`: of the calendar. `choice`: one of the field's `choices`. `table`: rows of the field's `columns`."""

CELL_KINDS: tuple[FieldKind, ...] = ("text", "number", "day", "year", "yes_no", "choice")
"""What a column of a table may be."""

Unit = Literal["", "items", "submunitions", "people", "km2", "currency"]
UNITS: tuple[Unit, ...] = get_args(Unit)
"""What a number counts; `currency` is an amount whose currency stands in a column of its own."""
WITH_FRACTIONS: frozenset[Unit] = frozenset(("km2", "currency"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers to choose from."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a part. `figure` names the figure that its numbers are, "" for none; `total`: a table's column is summed."""

    code: str
    name: str
    kind: FieldKind
    help: str = ""
    unit: Unit = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple[Field, ...] = ()
    figure: str = ""
    total: bool = False

    def column(self, code: str) -> Field | None:
        """A column of a table by its code."""
        return next((each for each in self.columns if each.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a report form: its letter, its title, the paragraph of the article that it answers, and its fields.

    A part that is `always` answered holds the State's own particulars, or is voluntary, and cannot be called unchanged or not applicable.
    """

    code: str
    title: str
    article: str
    help: str = ""
    always: bool = False
    fields: tuple[Field, ...] = ()

    def field(self, code: str) -> Field | None:
        """A field by its code."""
        return next((each for each in self.fields if each.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A report form, dated: forms change.

    `restricted`: whether a State may keep a report, or a part of it, for the States Parties.
    """

    code: str
    name: str
    parts: tuple[Part, ...]
    restricted: bool
    source: str
    since: date
    until: date | None = None

    def part(self, code: str) -> Part | None:
        """A part by its code."""
        return next((each for each in self.parts if each.code == code), None)

    def holds_on(self, day: date) -> bool:
        """Whether a report made on a day is made on this form."""
        return self.since <= day and (self.until is None or day < self.until)
