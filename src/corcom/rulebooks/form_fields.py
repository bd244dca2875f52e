"""The fields of a report form: what is asked, and how it is answered."""

from __future__ import annotations

from dataclasses import dataclass
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
