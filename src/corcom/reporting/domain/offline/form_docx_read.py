"""What stands in a .docx form that came back: by the marks at its labels, wherever these stand by now."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corcom.documents.domain.docx import main_part
from corcom.documents.domain.package import Package
from corcom.reporting.domain.offline.docx_cells import MarkedCell, local, mark_at, rows_of, text_of
from corcom.reporting.domain.offline.found import FoundAnswer, FoundCell, FoundForm, FoundRow, FoundTable
from corcom.reporting.domain.offline.marks import OWN, label_sum
from corcom.reporting.domain.offline.stamps import stamps_in


def found_in_docx(package: Package) -> FoundForm:
    """All that stands in the file. Errors: `DocumentRefused` where its parts cannot be read."""
    found = FoundForm()
    body = package.xml(main_part(package)).find("{*}body")
    if body is None:
        return found
    for block in _blocks(body):
        if local(block) == "tbl":
            _take_table(block, found)
        else:
            _take_paragraph(block, found)
    return found


def _blocks(node: etree._Element) -> Iterator[etree._Element]:
    for child in node:
        if not isinstance(child.tag, str) or local(child) in {"del", "moveFrom"}:
            continue
        if local(child) in {"p", "tbl"}:
            yield child
        else:
            yield from _blocks(child)


def _take_paragraph(block: etree._Element, found: FoundForm) -> None:
    text, (mark, crc) = text_of(block), mark_at(block)
    found.stamps |= stamps_in(text)
    if text.strip() and not (mark == OWN and crc == label_sum(text)):
        found.loose.append(text.strip())


def _take_table(block: etree._Element, found: FoundForm) -> None:
    """Rows with a question are answers; rows below a head with marks are its rows; everything else is loose."""
    head: list[MarkedCell] = []
    below: list[FoundRow] = []
    for cells in rows_of(block):
        marked = [cell for cell in cells if cell.mark and cell.mark != OWN]
        if marked and marked[0].mark.count(".") == 2:
            _close(head, below, found)
            head, below = cells, []
        elif marked:
            _close(head, below, found)
            head, below = [], []
            _take_answer(cells, marked[0], found)
        elif head:
            below.append(_row(head, cells, len(below) + 1))
        elif text := " ".join(cell.text.strip() for cell in cells if cell.text.strip()):
            found.loose.append(text)
    _close(head, below, found)


def _take_answer(cells: list[MarkedCell], asked: MarkedCell, found: FoundForm) -> None:
    others = [cell for cell in cells if cell is not asked]
    cell = FoundCell(others[0].text) if len(others) == 1 and others[0].at > asked.at else None
    found.answers.setdefault(asked.mark, []).append(FoundAnswer(cell=cell, is_label_kept=asked.is_label_kept))


def _row(head: list[MarkedCell], cells: list[MarkedCell], number: int) -> FoundRow:
    is_whole = [(cell.at, cell.span) for cell in cells] == [(cell.at, cell.span) for cell in head]
    pairs = zip(head, cells, strict=False)
    beside = " ".join(cell.text.strip() for top, cell in zip(head, cells, strict=False) if not top.mark)
    return FoundRow(
        number=number,
        cells={top.mark: FoundCell(cell.text) for top, cell in pairs if top.mark},
        is_whole=is_whole,
        beside=beside.strip() if is_whole else " ".join(cell.text.strip() for cell in cells).strip(),
    )


def _close(head: list[MarkedCell], below: list[FoundRow], found: FoundForm) -> None:
    columns = [cell for cell in head if cell.mark]
    for table in dict.fromkeys(cell.mark.rpartition(".")[0] for cell in columns):
        of_table = [cell for cell in columns if cell.mark.rpartition(".")[0] == table]
        found.tables.setdefault(table, []).append(
            FoundTable(
                columns=tuple(cell.mark for cell in of_table),
                changed=frozenset(cell.mark for cell in of_table if not cell.is_label_kept),
                rows=tuple(below),
            )
        )
