"""The tables of a .docx as rows of cells with their text and their marks; and every other paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from corcom.reporting.domain.offline.marks import label_sum, mark_of_bookmark

_GONE = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell: its place in the row, how many columns it spans, its text, and its mark with whether the label is kept."""

    at: int
    span: int
    text: str
    mark: str
    is_label_kept: bool


def local(node: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(node).localname


def attribute(node: etree._Element, wanted: str) -> str:
    """An attribute by its name without its namespace, "" where there is none."""
    return next((str(value) for key, value in node.attrib.items() if etree.QName(key).localname == wanted), "")


def text_of(node: etree._Element) -> str:
    """The text of a cell or a paragraph, a line for each paragraph; without what was deleted, and without placeholders."""
    paragraphs: list[list[str]] = []
    _walk(node, paragraphs)
    return "\n".join("".join(each) for each in paragraphs)


def _walk(node: etree._Element, into: list[list[str]]) -> None:
    name = local(node)
    if name in _GONE or (name == "sdt" and node.find("{*}sdtPr/{*}showingPlcHdr") is not None):
        return
    if name == "p":
        into.append([])
    elif name == "t" and into:
        into[-1].append(node.text or "")
    elif name in _SIGNS and into:
        into[-1].append(_SIGNS[name])
    for child in node:
        if isinstance(child.tag, str):
            _walk(child, into)


def rows_of(table: etree._Element) -> Iterator[list[MarkedCell]]:
    """The rows of a table that were not deleted, without those of a table within it."""
    for row in _below(table, "tr"):
        if row.find("{*}trPr/{*}del") is not None:
            continue
        at, cells = 0, []
        for cell in _below(row, "tc"):
            span = _span(cell)
            cells.append(_cell(cell, at, span))
            at += span
        yield cells


def _below(node: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for child in node:
        if isinstance(child.tag, str):
            if local(child) == wanted:
                yield child
            elif local(child) not in {"tbl", "tc", "del"}:
                yield from _below(child, wanted)


def _span(cell: etree._Element) -> int:
    found = cell.find("{*}tcPr/{*}gridSpan")
    number = attribute(found, "val") if found is not None else ""
    return int(number) if number.isdecimal() and 0 < len(number) < 3 else 1


def _cell(cell: etree._Element, at: int, span: int) -> MarkedCell:
    text, (mark, crc) = text_of(cell), mark_at(cell)
    return MarkedCell(at, span, text, mark, crc == label_sum(text))


def mark_at(node: etree._Element) -> tuple[str, str]:
    """The mark that stands in a cell or a paragraph, with the sum of its label; two empty texts where there is none."""
    for found in node.iter("{*}bookmarkStart"):
        if mark := mark_of_bookmark(attribute(found, "name")):
            return mark
    return "", ""
