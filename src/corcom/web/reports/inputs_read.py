"""A part of a report as it was sent, read: what is a value, and what is not and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from corcom.reporting.domain.answer_values import read_value
from corcom.reporting.domain.answers import MOST_ROWS, STATES, PartAnswer, TableRow, Value
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Part
from corcom.web.filled import filled
from corcom.web.reports.inputs import Errors, cell_name


@dataclass(frozen=True, slots=True)
class Sent:
    """A part as it was sent: what could be read, and what could not, as it was typed and why."""

    answer: PartAnswer
    errors: Errors = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)


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
        names = {column.code: cell_name(table, at, column) for column in table.columns}
        if not any(name in sent for name in names.values()):
            break
        there = old[at] if at < len(old) else {}
        row = {
            column.code: value_of(names[column.code], column, there.get(column.code, "")) for column in table.columns
        }
        if any(row.values()):
            found.append({code: value for code, value in row.items() if value})
    return tuple(found)
