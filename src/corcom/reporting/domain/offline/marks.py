"""The marks by which a question is found again in a form that came back, wherever it stands by then.

A mark is the place of the question in its form: "3.2" is the third question of the fourth part, "3.2.0" the first column of
that table, "3.state" what is said of the part as a whole. With it goes a sum of the label, by which a changed one is noticed.
"""

from __future__ import annotations

import re
import unicodedata
import zlib

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PLACE = r"\d+\.(?:state|since|because|restricted|\d+(?:\.\d+)?)|own|title"
_MARK = re.compile(rf"({_PLACE})#([0-9a-f]{{8}})")
_BOOKMARK = re.compile(r"cc_(.+)_([0-9a-f]{8})")

OWN = "own"
"""The mark of what the form itself says beside its questions."""


def label_sum(label: str) -> str:
    """Eight digits for a label, whatever an office program does to its spaces and to signs that are not seen.

    >>> label_sum("Type  of") == label_sum("Type" + chr(10) + "of"), label_sum("Type") == label_sum("Typ")
    (True, False)
    """
    plain = " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", label)).split())
    return f"{zlib.crc32(plain.encode()):08x}"


def marked(mark: str, label: str) -> str:
    """A mark as a spreadsheet holds it.

    >>> marked("3.2", "Type")[:4]
    '3.2#'
    """
    return f"{mark}#{label_sum(label)}"


def bookmark(mark: str, label: str) -> str:
    """A mark as a bookmark of a text is named."""
    return f"cc_{mark.replace('.', '_')}_{label_sum(label)}"


def mark_in(text: str) -> tuple[str, str] | None:
    """The mark and the sum of its label, out of a cell; None where there is none."""
    found = _MARK.fullmatch(text.strip())
    return (found[1], found[2]) if found else None


def mark_of_bookmark(name: str) -> tuple[str, str] | None:
    """The same out of the name of a bookmark."""
    found = _BOOKMARK.fullmatch(name)
    return mark_in(f"{found[1].replace('_', '.')}#{found[2]}") if found else None
