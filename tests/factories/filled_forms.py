"""A report form as a ministry fills it in at home, with a word processor."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document

REASON = "None was ever held in this country."
CHANGED = "changed: the answers are those of this period"


STOCK = (("Mk 1", "1 200"), ("Mk 2", "34"))


def filled_in(data: bytes, *, contact: str = "Ms A\n+41 22", stock: Sequence[tuple[str, str]] = STOCK) -> bytes:
    """The form of the CCM as a ministry fills it in with Word: whom to ask, a stock, and nothing else."""
    document = Document(io.BytesIO(data))
    at, tables = "", {one._tbl: one for one in document.tables}
    for element in document.element.body:
        text = "".join(node.text or "" for node in element.iter() if node.tag.endswith("}t"))
        if element.tag.endswith("}p") and text[1:3] == ". ":
            at = text[0]
        for row in tables[element].rows if element in tables and len(tables[element].columns) == 2 else ():
            label = row.cells[0].text
            if label.startswith("National point"):
                row.cells[1].text = contact
            if label == "This part is":
                row.cells[1].text = CHANGED if at == "B" else "not applicable"
            if label.startswith("Why it does not") and at != "B":
                row.cells[1].text = REASON
    table = next(one for one in document.tables if one.rows[0].cells[1].text.startswith("Cluster munitions"))
    for row, cells in enumerate(stock, start=1):
        for at_cell, value in enumerate(cells):
            table.rows[row].cells[at_cell].text = value
    return saved(document)


def saved(document: Any) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
