"""From paragraphs and tables to one text with marks: the canonical form that all rich formats share.

- Paragraphs are separated by a blank line. Two lines that stand close in the document (no space between them, neither
  a heading, each short), and two items of one list, are separated by a line end only.
- A heading is a line of its own, with a `heading` mark.
- A footnote is a paragraph of its own after the one it belongs to, with a `note` mark.
- A table of records (one subject a row) is written row by row: one line a row, cells separated by a tab. Where a cell
  holds several paragraphs, each further one is a line that starts with as many tabs as its column has neighbours to
  the left; the `cell` mark spans all of them.
- A table that is a list set in columns (the usual attendance table: States with their people below them, left column
  first) is written column by column, a paragraph a line, and an empty cell as a blank line, because each column reads
  from top to bottom. `cell` marks keep the row and the column in which the words stood.
- A table with a single column is written as the paragraphs in it.

Whether a table is a list in columns is decided by `is_list`, from the layout and from titles such as "Mr." alone; it
knows no names.
"""

from __future__ import annotations

import re

from corcom.documents.domain.blocks import Block, Cell, Paragraph, Table
from corcom.documents.domain.text import Mark

SHORT = 100
"""Characters: a longer line is a paragraph, not a line of a list."""
_LIST_LINE = 90
"""Characters: what a name with its function may take."""

_PERSON = re.compile(
    r"(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Amb|Ambassador|H\. ?E|HE|S\. ?E|M|Mme|Mlle|MM|Sr|Sra|Srta|Sir|Dame|Lady|Rev"
    r"|Col|Colonel|Gen|General|Brig|Maj|Major|Capt|Captain|Lt|Commander|Cdr)\b\.? ?[A-ZÀ-ÞĀ-Ž]"
)


def compose(blocks: list[Block]) -> tuple[str, tuple[Mark, ...]]:
    """The text of `blocks` and its marks, in the order of their starts."""
    page = _Page()
    for block in blocks:
        if isinstance(block, Paragraph):
            page.paragraph(block)
        else:
            page.table(block)
    return page.text(), tuple(sorted(page.marks, key=lambda mark: (mark.start, -mark.end)))


def is_list(table: Table) -> bool:
    """Whether the table is a list set in columns rather than records in rows.

    So it is where it has one row of two or more cells with lists in them, or where at least two columns each mix lines
    that name a person with lines that do not (or bold lines with others), and no column holds people alone.
    """
    columns = _columns(table)
    if len(columns) < 2 or any(_long(cells) for cells in columns.values()):
        return False
    if len([row for row in table.rows if any(cell.paragraphs for cell in row)]) == 1:
        return sum(1 for cells in columns.values() if any(len(_words(cell)) > 1 for cell in cells)) > 1
    return len([cells for cells in columns.values() if _mixed(cells)]) > 1 and not any(
        all(_person(_words(cell)[0]) for cell in cells) for cells in columns.values()
    )


def _columns(table: Table) -> dict[int, list[Cell]]:
    """The cells with words in them by column."""
    columns: dict[int, list[Cell]] = {}
    for row in table.rows:
        for cell in row:
            if _words(cell):
                columns.setdefault(cell.column, []).append(cell)
    return columns


def _words(cell: Cell) -> list[Paragraph]:
    return [each for each in cell.paragraphs if each.text]


def is_person(line: str) -> bool:
    """Whether a line begins as a person's name does: with a title.

    >>> is_person("H.E. Ana Lopez"), is_person("Norway")
    (True, False)
    """
    return bool(_PERSON.match(line))


def _person(line: Paragraph) -> bool:
    return is_person(line.text)


def _long(cells: list[Cell]) -> bool:
    lines = [line for cell in cells for each in cell.paragraphs for line in each.text.split("\n")]
    return sum(1 for line in lines if len(line) > _LIST_LINE) * 4 > len(lines)


def _mixed(cells: list[Cell]) -> bool:
    lines = [line for cell in cells for line in _words(cell)]
    people = [_person(line) for line in lines]
    if any(people) and not all(people) and not all(_person(_words(cell)[0]) for cell in cells):
        return True
    bold = [line.is_bold for line in lines[1:]]
    return any(bold) and not all(bold)


class _Page:
    """The text as it grows, piece by piece, and the marks over it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = 0
        self.marks: list[Mark] = []
        self._before: Paragraph | None = None
        self._tables = 0

    def text(self) -> str:
        return "".join(self.pieces) + ("\n" if self.pieces else "")

    def put(self, text: str) -> int:
        """Write `text`; the offset at which it starts."""
        start = self.at
        self.pieces.append(text)
        self.at += len(text)
        return start

    def line(self, paragraph: Paragraph) -> tuple[int, int]:
        """Write the words of a paragraph with its marks; its span."""
        start = self.put(paragraph.text)
        if paragraph.level:
            self.marks.append(Mark(kind="heading", start=start, end=self.at, level=paragraph.level))
        self.marks += [Mark(kind="bold", start=start + low, end=start + high) for low, high in paragraph.bold]
        return start, self.at

    def paragraph(self, paragraph: Paragraph) -> None:
        if not paragraph.text:
            # An empty paragraph is the space that sets a group of lines apart.
            self._before = None
        else:
            self.part(paragraph)
            self.line(paragraph)
            self._before = paragraph
        self.notes(paragraph.notes)

    def part(self, paragraph: Paragraph) -> None:
        """Write what separates `paragraph` from what stands before it."""
        if self.at:
            before = self._before
            self.put("\n" if before is not None and _close(before, paragraph) else "\n\n")

    def notes(self, notes: list[str]) -> None:
        for note in notes:
            if note:
                self.put("\n\n" if self.at else "")
                start = self.put(note)
                self.marks.append(Mark(kind="note", start=start, end=self.at))
                self._before = None

    def table(self, table: Table) -> None:
        columns = _columns(table)
        if len(columns) < 2:
            for row in table.rows:
                for each in (paragraph for cell in row for paragraph in cell.paragraphs):
                    self.paragraph(each)
            return
        self._before = None
        if is_list(table):
            self._by_column(table, sorted(columns))
        else:
            self._by_row(table, min(columns))
        self._before = None
        self._tables += 1
        self.notes([note for row in table.rows for cell in row for each in cell.paragraphs for note in each.notes])

    def _cell(self, start: int, row: int, column: int) -> None:
        self.marks.append(Mark(kind="cell", start=start, end=self.at, table=self._tables, row=row, column=column))

    def _by_row(self, table: Table, first: int) -> None:
        separator = "\n\n" if self.at else ""
        for number, row in enumerate(table.rows):
            cells = [cell for cell in row if _words(cell)]
            column = first
            for cell in cells:
                self.put(separator + "\t" * (cell.column - column))
                separator, column = "", cell.column
                start = self.at
                for index, each in enumerate(_words(cell)):
                    if index:
                        self.put("\n" + "\t" * (column - first))
                    self.line(each)
                self._cell(start, number, column)
            separator = "\n" if cells else separator

    def _by_column(self, table: Table, columns: list[int]) -> None:
        """Column after column; where cells hold several paragraphs, a blank line sets cells apart."""
        groups = any(len(_words(cell)) > 1 for row in table.rows for cell in row)
        for column in columns:
            blank = True
            for number, row in enumerate(table.rows):
                cell = next((each for each in row if each.column == column), None)
                if cell is None or not _words(cell):
                    blank = True
                    continue
                blank = blank or groups
                start = -1
                for each in cell.paragraphs:
                    if not each.text:
                        blank = True
                        continue
                    self.put(("\n\n" if blank else "\n") if self.at else "")
                    start = self.at if start < 0 else start
                    self.line(each)
                    blank = False
                self._cell(start, number, column)


def _close(before: Paragraph, after: Paragraph) -> bool:
    """Whether only a line end stands between two paragraphs."""
    if before.level or after.level:
        return False
    if before.item and after.item:
        return True
    return after.tight and max(len(before.text), len(after.text)) <= SHORT and before.item == after.item
