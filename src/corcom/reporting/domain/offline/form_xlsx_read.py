"""What stands in an .xlsx form that came back: by the marks in the first column of its sheets and above its tables."""

from __future__ import annotations

from corcom.documents.domain.package import Package
from corcom.documents.domain.tables.errors import UnknownFormula
from corcom.documents.domain.tables.sheets import Sheet, sheets
from corcom.reporting.domain.offline.found import FoundAnswer, FoundCell, FoundForm, FoundRow, FoundTable
from corcom.reporting.domain.offline.marks import OWN, label_sum, mark_in
from corcom.reporting.domain.offline.stamps import stamps_in

ROWS = 20_000
"""Rows of one sheet."""
END = "end"


def found_in_xlsx(package: Package) -> FoundForm:
    """All that stands in the sheets that are not hidden.

    Errors: `DocumentRefused` where the parts cannot be read, or nobody stored what a formula gives: it is no empty cell.
    """
    found = FoundForm()
    for sheet in sheets(package, most=ROWS):
        if sheet.formulas:
            raise UnknownFormula(package.name, sheet=sheet.name, cell=sheet.formulas[0])
        _SheetReader(sheet, found).read()
    return found


class _SheetReader:
    def __init__(self, sheet: Sheet, found: FoundForm) -> None:
        self.sheet = sheet
        self.found = found
        self.columns: dict[int, tuple[str, str]] = {}
        self.changed: frozenset[str] | None = None
        self.rows: list[FoundRow] = []

    def read(self) -> None:
        """Line by line: a question, the marks of a table, its head, a row of it, or what belongs to none of these."""
        for number, cells in self.sheet.lines:
            self.found.stamps |= stamps_in(cells[0])
            mark = mark_in(cells[0])
            columns = {at: found for at, each in enumerate(cells) if at and (found := mark_in(each))}
            if mark or columns or cells[0] == END:
                self._close()
            if columns:
                self.columns = columns
            elif mark:
                self._take(mark, number, cells)
            elif self.columns and self.changed is None:
                self._take_head(cells)
            elif self.columns:
                self.rows.append(self._row(number, cells))
            elif not stamps_in(cells[0]) and cells[0] != END:
                self._loose(cells[1:])
        self._close()

    def _cell(self, number: int, cells: list[str], at: int) -> FoundCell:
        return FoundCell(cells[at] if at < len(cells) else "", (number, at) in self.sheet.numbers)

    def _take(self, mark: tuple[str, str], number: int, cells: list[str]) -> None:
        label = cells[1] if len(cells) > 1 else ""
        if mark[0] == OWN:
            self._loose(cells[2:] if label_sum(label) == mark[1] else cells[1:])
            return
        cell = None if any(each.strip() for each in cells[3:]) else self._cell(number, cells, 2)
        answer = FoundAnswer(cell=cell, is_label_kept=label_sum(label) == mark[1])
        self.found.answers.setdefault(mark[0], []).append(answer)

    def _take_head(self, cells: list[str]) -> None:
        labels = {at: cells[at] if at < len(cells) else "" for at in self.columns}
        self.changed = frozenset(mark for at, (mark, crc) in self.columns.items() if label_sum(labels[at]) != crc)

    def _row(self, number: int, cells: list[str]) -> FoundRow:
        beside = [each.strip() for at, each in enumerate(cells) if at not in self.columns and each.strip()]
        return FoundRow(
            number=len(self.rows) + 1,
            cells={mark: self._cell(number, cells, at) for at, (mark, _) in self.columns.items()},
            beside=" ".join(beside),
        )

    def _close(self) -> None:
        for table in dict.fromkeys(mark.rpartition(".")[0] for mark, _ in self.columns.values()):
            marks = tuple(mark for mark, _ in self.columns.values() if mark.rpartition(".")[0] == table)
            changed = frozenset(marks) if self.changed is None else self.changed & frozenset(marks)
            found = FoundTable(columns=marks, changed=changed, rows=tuple(self.rows))
            self.found.tables.setdefault(table, []).append(found)
        self.columns, self.changed, self.rows = {}, None, []

    def _loose(self, cells: list[str]) -> None:
        if text := " ".join(each.strip() for each in cells if each.strip()):
            self.found.loose.append(text)
