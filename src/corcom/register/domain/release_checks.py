"""Whether the States and meetings of a site are whole after what came in: all tables together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.rows import CellRefused
from corcom.kernel.tables import Differences, LineRefused
from corcom.register.domain.data_files import csv_text
from corcom.register.domain.release_tables import RELEASE_TABLES, ReleaseTable, cells_of, merged
from corcom.register.domain.state_names import IN_NAMES
from corcom.rulebooks.reading import conventions

ONCE = ("iso2", "m49", "name_en")
"""The columns of the list of States, beside its code, that no two of them share."""


def release_refusals(found: Sequence[Differences[Any]]) -> list[LineRefused]:
    """The lines after which the tables of the release would not hold together, beside those refused already."""
    by_code = {each.kind.code: each for each in found}
    after = {
        code: merged(by_code[code], table.rows()) if code in by_code else table.rows()
        for code, table in RELEASE_TABLES.items()
    }
    lines = _Lines(found)
    codes = {row.iso3 for row in after["states"]}
    refused: list[LineRefused] = []
    for code, table in RELEASE_TABLES.items():
        refused.extend(_unreadable(table, after[code], codes, lines))
    refused.extend(_shared(after["states"], lines))
    refused.extend(_without_a_name(after, lines))
    return refused


class _Lines:
    """Where the rows stand that came in; a row that did not is charged to the first line of its table, or of any."""

    def __init__(self, found: Sequence[Differences[Any]]) -> None:
        told = [(each.kind.code, [*each.new, *(one.after for one in each.changed)]) for each in found]
        self.first = {code: placed[0] for code, placed in told if placed}
        self.of = {each.value: each for _, placed in told for each in placed}

    def refusal(self, table: ReleaseTable, row: Any, column: str, allowed: str | Filled) -> Iterator[LineRefused]:
        fallback = self.first.get(table.kind.code) or next(iter(self.first.values()), None)
        place = self.of.get(row, fallback)
        if place is not None:
            yield LineRefused(place.file, place.line, column, str(getattr(row, column, table.kind.said(row))), allowed)


def _unreadable(
    table: ReleaseTable, rows: Sequence[Any], codes: Collection[str], lines: _Lines
) -> Iterator[LineRefused]:
    known = conventions() if "convention" in table.kind.columns else codes
    # One line for each row, so that a refusal says which row it is.
    text = csv_text(table.kind.columns, ([" ".join(cell.split()) for cell in cells_of(row)] for row in rows))
    try:
        table.read(text, known)
    except CellRefused as refused:
        yield from lines.refusal(table, rows[refused.line - 2], refused.column, refused.allowed)


def _shared(states: Iterable[Any], lines: _Lines) -> Iterator[LineRefused]:
    seen: dict[tuple[str, str], Any] = {}
    for row in states:
        for column in ONCE:
            other = seen.setdefault((column, getattr(row, column)), row)
            if other is not row:
                told = row if row in lines.of else other
                words = gettext_noop("what no other State has; %(state)s has it")
                another = other.iso3 if told is row else row.iso3
                yield from lines.refusal(RELEASE_TABLES["states"], told, column, Filled(words, state=another))


def _without_a_name(after: Mapping[str, Sequence[Any]], lines: _Lines) -> Iterator[LineRefused]:
    named = {(row.iso3, row.language) for row in after["state_names"]}
    for row in after["states"]:
        if missing := [language for language in IN_NAMES if (row.iso3, language) not in named]:
            words = gettext_noop("a State with its names in %(languages)s too, in a table of state_names")
            allowed = Filled(words, languages=", ".join(missing))
            yield from lines.refusal(RELEASE_TABLES["states"], row, "iso3", allowed)
