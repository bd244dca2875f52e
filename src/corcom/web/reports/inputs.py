"""The inputs of a part of a report, with what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from corcom.reporting.domain.answers import MOST_ROWS, PartAnswer, TableRow
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Part
from corcom.web.reports.answers import value_in_words
from corcom.web.reports.remarks import ThreadShown

NO_THREADS: Mapping[str, ThreadShown] = {}
SPARE = 3
"""Empty rows below those of a table."""


Errors = Mapping[str, str]
"""By the name of the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input: its `name` in the form, its kind, what stands in it, and what is wrong with that."""

    name: str
    field: Field
    value: str
    error: str = ""
    thread: ThreadShown | None = None

    @property
    def label(self) -> str:
        return self.field.name

    @property
    def help(self) -> str:
        return self.field.help

    @property
    def lines(self) -> list[str]:
        """What stands in it, to be read; none where it is empty."""
        return [value_in_words(self.field, self.value)] if self.value else []

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Each choice, what it is called, and whether it is chosen."""
        pairs = [(each.code, each.name) for each in self.field.choices]
        if self.field.kind == "yes_no":
            pairs = [("yes", _("yes")), ("no", _("no"))]
        return [("", "–", not self.value), *((code, name, code == self.value) for code, name in pairs)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInput:
    """A table: a row of inputs for each of its rows, and some that are empty."""

    field: Field
    rows: tuple[tuple[Input, ...], ...]
    thread: ThreadShown | None = None

    @property
    def label(self) -> str:
        return self.field.name

    @property
    def help(self) -> str:
        return self.field.help

    @property
    def lines(self) -> list[str]:
        """What stands in each row, to be read; empty rows and cells are left out."""
        rows = (" · ".join(value_in_words(cell.field, cell.value) for cell in row if cell.value) for row in self.rows)
        return [row for row in rows if row]

    @property
    def heads(self) -> list[str]:
        return [column.name for column in self.field.columns]


def inputs(
    part: Part,
    answer: PartAnswer,
    *,
    errors: Errors,
    typed: Mapping[str, str],
    threads: Mapping[str, ThreadShown] = NO_THREADS,
) -> list[Input | TableInput]:
    """The inputs of a part with what is answered; where something could not be read, with what was typed.

    `threads`: what was remarked on a question, by its code.
    """

    def one(name: str, field: Field, value: str) -> Input:
        return Input(name=name, field=field, value=typed.get(name, value), error=errors.get(name, ""))

    found: list[Input | TableInput] = []
    for each in part.fields:
        if each.kind != "table":
            drawn = one(f"v-{each.code}", each, answer.text(each.code))
            found.append(replace(drawn, thread=threads.get(each.code)))
            continue
        rows: list[TableRow] = [*answer.rows(each.code), *({} for _spare in range(SPARE))]
        cells = (
            tuple(one(cell_name(each, at, column), column, row.get(column.code, "")) for column in each.columns)
            for at, row in enumerate(rows[: MOST_ROWS + SPARE])
        )
        found.append(TableInput(field=each, rows=tuple(cells), thread=threads.get(each.code)))
    return found


def cell_name(table: Field, row: int, column: Field) -> str:
    return f"r-{table.code}-{row}-{column.code}"
