"""A part of a report as a form: its inputs with what stands in them, and what was sent, read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from corcom.reporting.domain.answer_values import ValueRefused, read_value
from corcom.reporting.domain.answers import STATES, PartAnswer, PartState, TableRow, Value
from corcom.rulebooks.forms import Field, Part
from corcom.web.filled import filled

SPARE = 3
"""Empty rows below those of a table."""
MOST_ROWS = 500
Errors = Mapping[str, str]
"""By the name of the input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input: its `name` in the form, its kind, what stands in it, and what is wrong with that."""

    name: str
    field: Field
    value: str
    error: str = ""

    @property
    def label(self) -> str:
        return _(self.field.name)

    @property
    def help(self) -> str:
        return _(self.field.help) if self.field.help else ""

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Each choice, what it is called, and whether it is chosen."""
        pairs = [(each.code, _(each.name)) for each in self.field.choices]
        if self.field.kind == "yes_no":
            pairs = [("yes", _("yes")), ("no", _("no"))]
        return [("", "–", not self.value), *((code, name, code == self.value) for code, name in pairs)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInput:
    """A table: a row of inputs for each of its rows, and some that are empty."""

    field: Field
    rows: tuple[tuple[Input, ...], ...]

    @property
    def label(self) -> str:
        return _(self.field.name)

    @property
    def help(self) -> str:
        return _(self.field.help) if self.field.help else ""

    @property
    def heads(self) -> list[str]:
        return [_(column.name) for column in self.field.columns]


@dataclass(frozen=True, slots=True)
class Sent:
    """A part as it was sent: what could be read, and what could not, as it was typed and why."""

    answer: PartAnswer
    errors: Errors = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


def inputs(part: Part, answer: PartAnswer, *, errors: Errors, typed: Mapping[str, str]) -> list[Input | TableInput]:
    """The inputs of a part with what is answered; where something could not be read, with what was typed."""

    def one(name: str, field: Field, value: str) -> Input:
        return Input(name=name, field=field, value=typed.get(name, value), error=errors.get(name, ""))

    found: list[Input | TableInput] = []
    for each in part.fields:
        if each.kind != "table":
            found.append(one(f"v-{each.code}", each, answer.text(each.code)))
            continue
        rows: list[TableRow] = [*answer.rows(each.code), *({} for _spare in range(SPARE))]
        drawn = (
            tuple(one(_cell(each, at, column), column, row.get(column.code, "")) for column in each.columns)
            for at, row in enumerate(rows[: MOST_ROWS + SPARE])
        )
        found.append(TableInput(field=each, rows=tuple(drawn)))
    return found


def read(part: Part, sent: QueryDict, before: PartAnswer) -> Sent:
    """What was sent for a part. A value that cannot be read leaves what stood there before."""
    errors: dict[str, str] = {}

    def value_of(name: str, field: Field, old: str) -> str:
        try:
            return read_value(field, sent.get(name, ""))
        except ValueRefused as refused:
            errors[name] = filled(refused.reason)
            return old

    values: dict[str, Value] = {}
    for each in part.fields:
        if each.kind == "table":
            values[each.code] = _rows(each, sent, before, value_of)
        else:
            values[each.code] = value_of(f"v-{each.code}", each, before.text(each.code))
    state = sent.get("state", "open")
    year = sent.get("since", "")
    answer = PartAnswer(
        state=state if state in STATES else "open",
        values={code: value for code, value in values.items() if value},
        since=int(year) if year.isdecimal() and len(year) == len("2016") else None,
        because=sent.get("because", "").strip()[:2000],
        carried_from=before.carried_from if state == "open" else None,
        restricted=sent.get("restricted") == "yes",
    )
    return Sent(answer, errors, {name: sent.get(name, "") for name in errors})


def _rows(
    table: Field, sent: QueryDict, before: PartAnswer, value_of: Callable[[str, Field, str], str]
) -> tuple[TableRow, ...]:
    old = before.rows(table.code)
    found: list[TableRow] = []
    for at in range(MOST_ROWS):
        names = {column.code: _cell(table, at, column) for column in table.columns}
        if not any(name in sent for name in names.values()):
            break
        there = old[at] if at < len(old) else {}
        row = {
            column.code: value_of(names[column.code], column, there.get(column.code, "")) for column in table.columns
        }
        if any(row.values()):
            found.append({code: value for code, value in row.items() if value})
    return tuple(found)


def _cell(table: Field, row: int, column: Field) -> str:
    return f"r-{table.code}-{row}-{column.code}"


def states(part: Part, answer: PartAnswer) -> list[tuple[PartState, str, bool]]:
    """What may be said of a part as a whole, and which of it is said."""
    words: dict[PartState, str] = {
        "changed": _("changed: the answers below are those of this period"),
        "unchanged": _("unchanged since the report for"),
        "not_applicable": _("not applicable, because"),
    }
    return [
        (state, text, state == answer.state) for state, text in words.items() if not part.always or state == "changed"
    ]
