"""What is answered on a form, in words: the same on the page and in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answers import PartAnswer
from corcom.rulebooks.form_fields import Field


def part_said(answer: PartAnswer, wording: Wording) -> str:
    """What is said of a part as a whole; "" where nothing is."""
    gettext = wording.gettext
    match answer.state:
        case "changed":
            return gettext("changed")
        case "unchanged":
            return gettext("unchanged since the report for %(year)s") % {"year": answer.since}
        case "not_applicable":
            return gettext("not applicable: %(why)s") % {"why": answer.because}
        case _:
            return ""


def value_said(field: Field, value: str, wording: Wording) -> str:
    """A value as it is read: days written out, numbers in groups, choices by their names."""
    if field.kind == "day" and value:
        return wording.day(value)
    if field.kind == "number" and _is_number(value):
        return wording.number(Decimal(value))
    if field.kind == "yes_no" and value:
        return wording.gettext("yes") if value == "yes" else wording.gettext("no")
    if field.kind == "choice":
        return next((each.name for each in field.choices if each.code == value), value)
    return value


def rows_said(field: Field, answer: PartAnswer, wording: Wording) -> Iterator[tuple[str, ...]]:
    """The rows of a table, and where several are summed, the totals below them."""
    rows = answer.rows(field.code)
    for row in rows:
        yield tuple(value_said(column, row.get(column.code, ""), wording) for column in field.columns)
    if len(rows) > 1 and any(column.total for column in field.columns):
        yield tuple(_total(field, answer, column, wording) for column in field.columns)


def _total(field: Field, answer: PartAnswer, column: Field, wording: Wording) -> str:
    if not column.total:
        return wording.gettext("Total") if column == field.columns[0] else ""
    return wording.number(sum((Decimal(row.get(column.code) or 0) for row in answer.rows(field.code)), Decimal(0)))


def _is_number(value: str) -> bool:
    """Whether a value is a number as it is kept; what was typed and could not be read is none."""
    return re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", value) is not None
