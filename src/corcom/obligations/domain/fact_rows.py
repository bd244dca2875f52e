"""Facts of obligations as rows of a table, the same way in and out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.kernel.tables import Cell, day_cell
from corcom.obligations.domain.facts import KINDS, WITH_UNTIL, Fact, FactKind
from corcom.obligations.domain.misfits import Misfit, misfit
from corcom.register.domain.states import state_codes
from corcom.rulebooks.reading import conventions, rulebook

COLUMNS = (
    "convention",
    "iso3",
    "obligation",
    "kind",
    "on",
    "period",
    "until",
    "meeting",
    "source",
    "certainty",
    "note",
)


def read_row(row: TableRow) -> Fact:
    """A row as a value; raises `CellRefused`."""
    convention = row.choice("convention", conventions())
    book = rulebook(convention)
    kind = cast("FactKind", row.choice("kind", KINDS))
    until = row.day("until")
    if until is None and kind in WITH_UNTIL:
        raise row.refused("until", f"a day, which “{kind}” needs")
    obligation = row.choice("obligation", [each.code for each in book.obligations] if book else [])
    found = Fact(
        convention=convention,
        iso3=row.choice("iso3", state_codes()),
        obligation=obligation,
        kind=kind,
        on=row.period("on", may_be_empty=True),
        period=row.year("period"),
        until=until,
        meeting=row.short("meeting", 40),
        source=row.text("source"),
        certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
        note=row.maybe("note"),
    )
    rule = book.obligation(obligation) if book else None
    if rule is not None and (wrong := misfit(found, rule)) is not None:
        raise row.refused(*_NEEDED[wrong])
    return found


_NEEDED: Mapping[Misfit, tuple[str, str]] = {
    "no_extension": ("kind", "another kind: the convention allows no extension of this obligation"),
    "no_declaration": ("kind", "another kind: this obligation does not end with a declaration"),
    "no_hostilities": ("kind", "another kind: this obligation does not count from the end of hostilities"),
    "no_deadline": ("kind", "another kind: this is a lasting duty, without a deadline"),
    "period_missing": ("period", "the calendar year that it is about"),
    "no_period": ("period", "nothing: this obligation does not recur"),
}


def write_row(fact: Fact) -> tuple[Cell, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return (
        fact.convention,
        fact.iso3,
        fact.obligation,
        fact.kind,
        day_cell(fact.on),
        fact.period,
        fact.until,
        fact.meeting,
        fact.source,
        fact.certainty,
        fact.note,
    )


@cache
def packaged_facts() -> tuple[Fact, ...]:
    """The facts that come with CorCom, all of them sourced (`obligations/data/facts.csv`)."""
    return tuple(read_row(row) for row in packaged_rows("corcom.obligations", "data", "facts.csv"))
