"""The States of the register as a table: written out for use elsewhere, and compared on the way in, never changed.

Which States there are, their codes and their names are part of the release (`register/data/states.csv`), since the
gazetteer, the map and the counts rest on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import TableRow
from corcom.kernel.tables import LineRefused

CODE = "states"
_PART_OF_THE_RELEASE = gettext_noop(
    "%(value)s, as the release has it: States are part of CorCom; a name, an alias or a code is changed in"
    " register/data/states.csv, and what a State does is recorded as a treaty action"
)
_NOT_LISTED = gettext_noop("one of the States of the release, which register/data/states.csv lists")


@cache
def packaged_states() -> dict[str, TableRow]:
    """The rows of the packaged list by code."""
    return {row.text("iso3"): row for row in packaged_rows("corcom.register", "data", "states.csv")}


def columns() -> tuple[str, ...]:
    """The columns of the list."""
    return tuple(next(iter(packaged_states().values())).cells)


def state_rows() -> list[tuple[str, ...]]:
    """The cells of the list, in the order of `columns`."""
    return [tuple(row.cells.values()) for row in packaged_states().values()]


def compared(rows: Iterable[TableRow], *, file: str) -> tuple[int, list[LineRefused]]:
    """How many rows say what the release says, and those that do not, cell by cell."""
    same, refused = 0, []
    for row in rows:
        code = row.maybe("iso3")
        known = packaged_states().get(code)
        if known is None:
            refused.append(LineRefused(file, row.line, "iso3", code, _NOT_LISTED))
            continue
        others = [column for column in columns() if row.maybe(column) != known.maybe(column)]
        same += not others
        for column in others:
            allowed = Filled(_PART_OF_THE_RELEASE, value=repr(known.maybe(column)))
            refused.append(LineRefused(file, row.line, column, row.maybe(column), allowed))
    return same, refused
