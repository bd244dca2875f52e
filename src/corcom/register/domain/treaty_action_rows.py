"""Treaty actions as rows of a table, the same way in and out."""

from __future__ import annotations

from functools import cache
from typing import cast

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.kernel.tables import Cell, day_cell
from corcom.register.domain.states import state_codes
from corcom.register.domain.treaty_actions import KINDS, Kind, TreatyAction
from corcom.rulebooks.reading import conventions

COLUMNS = ("convention", "iso3", "kind", "on", "effective_on", "source", "certainty", "note")


def read_row(row: TableRow) -> TreatyAction:
    """A row as a value; raises `CellRefused`."""
    return TreatyAction(
        convention=row.choice("convention", conventions()),
        iso3=row.choice("iso3", state_codes()),
        kind=cast("Kind", row.choice("kind", KINDS)),
        on=row.period("on"),
        effective_on=row.day("effective_on"),
        source=row.text("source"),
        certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
        note=row.maybe("note"),
    )


def write_row(action: TreatyAction) -> tuple[Cell, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return (
        action.convention,
        action.iso3,
        action.kind,
        day_cell(action.on),
        action.effective_on,
        action.source,
        action.certainty,
        action.note,
    )


@cache
def packaged_actions() -> tuple[TreatyAction, ...]:
    """The treaty actions that come with CorCom, all of them sourced (`register/data/facts/treaty_actions.csv`)."""
    return tuple(read_row(row) for row in packaged_rows("corcom.register", "data", "facts", "treaty_actions.csv"))
