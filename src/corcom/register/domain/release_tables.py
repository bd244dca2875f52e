"""What comes with the release and a site may have otherwise, as tables that go out and come in: States and meetings.

The States with their codes and names, their membership in the United Nations, their regional groups, and the meetings of
conventions are read by the pure parts, so they are no rows of the database. A table that comes in is checked together with all
that is there already; the rows in which it differs from the release are what the site keeps (`data_files.packaged` lays them
over those of the release).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, make_dataclass
from typing import Any

from corcom.kernel.packaged import rows_of
from corcom.kernel.rows import CellRefused, TableRow
from corcom.kernel.tables import Cell, Differences, TableKind
from corcom.register.domain import convention_meetings, regional_groups, state_names, states, un_membership
from corcom.register.domain.data_files import KEYS, csv_text, key_of, packaged, released
from corcom.rulebooks.reading import conventions

Reader = Callable[[str, Collection[str]], object]
"""What checks the text of a table, given the codes of all States or, of meetings, those of all conventions."""


@dataclass(frozen=True, slots=True)
class ReleaseTable:
    """One such table: how it comes in and goes out, its file in `register/data/`, and what checks it as a whole."""

    kind: TableKind[Any]
    file: str
    read: Reader

    def rows(self) -> list[Any]:
        """The rows as they hold: those of the release, and the site's in their place. `number` is 0."""
        return self.values(packaged(self.file))

    def values(self, text: str) -> list[Any]:
        """The rows of a text as values."""
        return [self.kind.read(row) for row in rows_of(self.file, text)]

    def own_text(self, rows: Iterable[Any]) -> str:
        """Those of some rows that the release does not have so, as a CSV file; "" where there are none."""
        known = set(self.values(released(self.file)))
        own = [row for row in rows if row not in known]
        return csv_text(self.kind.columns, map(cells_of, own)) if own else ""


def cells_of(row: Any) -> tuple[str, ...]:
    """The cells of a row, in the order of its columns."""
    return tuple(getattr(row, name) for name in row.__dataclass_fields__ if name != "number")


def _table(code: str, file: str, columns: Sequence[str], read: Reader) -> ReleaseTable:
    """A table whose values have a field for each column, all of them texts."""
    fields: list[tuple[str, Any, Any] | tuple[str, Any]] = [*((column, str) for column in columns), ("number", int, 0)]
    value = make_dataclass("ReleaseRow", fields, frozen=True, slots=True)
    keys = KEYS[file]

    def from_row(row: TableRow) -> Any:
        cells = [row.maybe(column) for column in columns]
        # Every State may be named here: whether there is one is asked of all tables together.
        known = conventions() if "convention" in columns else frozenset((row.maybe("iso3"),))
        try:
            read(csv_text(columns, [cells]), known)
        except CellRefused as refused:
            raise row.refused(refused.column, refused.allowed) from None
        return value(*cells)

    def identity(each: Any) -> tuple[str, ...]:
        return tuple(getattr(each, key) for key in keys)

    def write(each: Any) -> tuple[Cell, ...]:
        return cells_of(each)

    def said(each: Any) -> str:
        return " ".join(part for part in (getattr(each, key) for key in keys) if part)

    kind = TableKind(code, tuple(columns), from_row, write, lambda _: identity, lambda each: identity(each)[0], said)
    return ReleaseTable(kind, file, read)


RELEASE_TABLES: Mapping[str, ReleaseTable] = {
    table.kind.code: table
    for table in (
        _table("states", states.FILE, states.COLUMNS, lambda text, _: states.states_in(text)),
        _table("state_names", state_names.NAMES, state_names.NAME_COLUMNS, state_names.names_in),
        _table("former_names", state_names.FORMER, state_names.FORMER_COLUMNS, state_names.former_names_in),
        _table("un_membership", un_membership.FILE, un_membership.COLUMNS, un_membership.memberships_in),
        _table("regional_groups", regional_groups.FILE, regional_groups.COLUMNS, regional_groups.regional_groups_in),
        _table("meetings", convention_meetings.FILE, convention_meetings.COLUMNS, convention_meetings.meetings_in),
    )
}
"""The tables by code, States first, since all but meetings rest on them."""


def merged(found: Differences[Any], rows: Iterable[Any]) -> list[Any]:
    """The rows of a table after what differs is taken over."""
    table = RELEASE_TABLES[found.kind.code]
    told = [*(each.value for each in found.new), *(each.after.value for each in found.changed)]
    by_key = {key_of(table.file, _named(row)): row for row in [*rows, *told]}
    return list(by_key.values())


def _named(row: Any) -> dict[str, str]:
    return dict(zip(row.__dataclass_fields__, cells_of(row), strict=False))
