"""What a report states of a figure: the lines of its tables summed, without the rows that are sums themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from corcom.kernel.amounts import written
from corcom.kernel.folding import folded
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import PartAnswer, TableRow
from corcom.reporting.domain.checks.checked import ReportAnswers
from corcom.rulebooks.form_fields import Field, Unit
from corcom.rulebooks.forms import Part

_TOTAL = frozenset(
    folded(word)
    for word in ("total", "totals", "grand total", "sum", "total general", "suma", "итого", "всего", "总计")
) | {folded("المجموع"), folded("الإجمالي")}

NOUGHT = Decimal(0)

Kept = Literal["held", "happened"]
"""Whether a figure stands at the end of a period, or happened in it."""


def is_total(field: Field, row: TableRow) -> bool:
    """Whether a row of a table says itself that it is the sum of the others."""
    labels = (row.get(column.code, "") for column in field.columns if column.kind == "text")
    first = next((label for label in labels if label), "")
    return folded(first).strip(" :.") in _TOTAL


def lines(field: Field, answer: PartAnswer) -> list[TableRow]:
    """The rows of a table that are no sums; where only a sum is given, that one."""
    rows = answer.rows(field.code)
    return [row for row in rows if not is_total(field, row)] or list(rows)


def total(rows: Iterable[TableRow], column: str) -> Decimal | None:
    """The sum of a column; None where nothing is entered in it."""
    found = [number for row in rows if (number := as_number(row.get(column, ""))) is not None]
    return sum(found, NOUGHT) if found else None


def as_number(value: str) -> Decimal | None:
    """A number as it is kept; None for what is none, as a form of another day may have it."""
    try:
        return Decimal(value) if value else None
    except ArithmeticError:
        return None


def columns(report: ReportAnswers, figures: Iterable[str], unit: Unit) -> Iterator[tuple[Part, Field, Field]]:
    """Part, table and column of each number that is one of these figures, or a division of one ("area.cleared"), in one unit."""
    wanted = set(figures)
    for part, field in report.fields():
        for column in field.columns:
            if column.figure.partition(".")[0] in wanted and column.unit == unit:
                yield part, field, column


def amount(report: ReportAnswers, figures: Iterable[str], unit: Unit, kept: Kept) -> Decimal | None:
    """What a report states of some figures in one unit; None where it does not say.

    A part that does not apply states nought. One that is unchanged still holds what it says, and what happened in the period
    is not said there. In a part that is answered anew, nothing entered of what happened means that nothing did.
    """
    found = [_one(report, part, field, column, kept) for part, field, column in columns(report, figures, unit)]
    known = [one for one in found if one is not None]
    return sum(known, NOUGHT) if known else None


def _one(report: ReportAnswers, part: Part, field: Field, column: Field, kept: Kept) -> Decimal | None:
    answer = report.answer(part.code)
    if answer.state == "not_applicable":
        return NOUGHT
    if answer.state == "changed":
        stated = total(lines(field, answer), column.code)
        return NOUGHT if stated is None and kept == "happened" else stated
    return total(lines(field, answer), column.code) if answer.state == "unchanged" and kept == "held" else None


def happened(report: ReportAnswers, figure: str, unit: Unit) -> Decimal:
    """What a report says happened of a figure in the period, such as what was transferred; nought where it does not say."""
    return amount(report, (figure,), unit, "happened") or NOUGHT


def in_unit(number: Decimal, unit: Unit) -> Filled:
    """A number with its unit, in digits."""
    text = written(number)
    return Filled(gettext_noop("%(number)s km²"), number=text) if unit == "km2" else Filled("%(number)s", number=text)
