r"""What stands in a cell, and how a text is kept what it is in a format that would make something else of it.

A text that begins like a formula would be run by a spreadsheet that opens a CSV file; an apostrophe before it keeps it a
text, and is taken off again on the way in. In XLSX, letters that XML cannot hold are left out, and `_x0041_`, which
spreadsheets take for a letter's number, is written so that it stays what it is.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from corcom.kernel.tables import Cell

FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts the same way; an earlier one is written as a text."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_KEPT = re.compile(r"'+[=+\-@\t\r]")
_NUMBERED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_csv(cell: Cell) -> str:
    """A cell as it stands in a CSV file.

    >>> in_csv("=1+1"), in_csv("'=1"), in_csv(date(2016, 4, 28)), in_csv(None), in_csv(Decimal("0.0010"))
    ("'=1+1", "''=1", '2016-04-28', '', '0.001')
    """
    if isinstance(cell, str):
        return f"'{cell}" if _FORMULA.match(cell) else cell
    return spoken(cell)


def out_of_csv(text: str) -> str:
    """A cell of a CSV file as the text that was meant.

    >>> out_of_csv("'=1+1"), out_of_csv("'twas")
    ('=1+1', "'twas")
    """
    return tidy(text[1:] if _KEPT.match(text) else text)


def spoken(cell: Cell) -> str:
    """A cell that is no text as a text: a day in ISO 8601, a number without an exponent."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell.normalize(), "f")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def in_xml(text: str) -> str:
    """A text as the content of an XML element that a spreadsheet reads (not yet with its `<` and `&` escaped)."""
    return _NUMBERED.sub(lambda found: f"_x005F{found[0]}", _NO_XML.sub("", text))


def out_of_xml(text: str) -> str:
    r"""The text that was meant by the content of an element.

    >>> out_of_xml(in_xml("_x0041_")), out_of_xml("a_x000D_b")
    ('_x0041_', 'a\nb')
    """
    return tidy(_NUMBERED.sub(lambda found: chr(int(found[1], 16)), text))


def tidy(text: str) -> str:
    """A text with one kind of line end, and without what no format keeps."""
    return _NO_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
