"""Rows of a table that call themselves a total, against the lines above them."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.amounts import written
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import TableRow
from corcom.reporting.domain.checks.amounts import as_number, in_unit, is_total, total
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import asked_by
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Part


def _sums(checked: Checked) -> Iterator[Finding]:
    for part, field in checked.now.fields():
        rows = checked.now.answer(part.code).rows(field.code)
        sums = [row for row in rows if is_total(field, row)]
        single = [row for row in rows if not is_total(field, row)]
        if len(sums) == 1 and single:
            for column in field.columns:
                if column.total:
                    yield from _column(checked, part, field, column, single, sums[0])


def _column(
    checked: Checked, part: Part, field: Field, column: Field, rows: list[TableRow], said: TableRow
) -> Iterator[Finding]:
    found, stated = total(rows, column.code), as_number(said.get(column.code, ""))
    if found is None or stated is None or found == stated:
        return
    numbers = (as_number(row.get(column.code, "")) for row in rows)
    worked = " + ".join(written(number) for number in numbers if number is not None)
    values = {"stated": in_unit(stated, column.unit), "found": in_unit(found, column.unit)}
    yield Finding(
        check=TOTAL_ROWS.code,
        part=part.code,
        field=field.code,
        detail=column.code,
        words=Filled(
            gettext_noop("%(what)s: the total says %(stated)s, and the lines make %(found)s."),
            what=column.name,
            **values,
        ),
        arithmetic=Filled("%(worked)s = %(found)s", worked=worked, found=values["found"]),
        sides=(
            _side(checked, gettext_noop("%(what)s: sum of the lines"), column, values["found"]),
            _side(checked, gettext_noop("%(what)s: row of the total"), column, values["stated"]),
        ),
        rule=asked_by(checked, part),
    )


def _side(checked: Checked, label: str, column: Field, value: Filled) -> Side:
    return Side(label=Filled(label, what=column.name), value=value, source=checked.now.source, place=checked.now.place)


TOTAL_ROWS = Check(
    code="total_rows",
    title=gettext_noop("Totals against their lines"),
    reading=gettext_noop(
        "A row that calls itself a total should be the sum of the others. It is left out where a table is summed for another check."
    ),
    source=gettext_noop("Arithmetic."),
    run=_sums,
)
