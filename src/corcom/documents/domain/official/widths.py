"""How wide the columns of a table are to be, where what stands in them is not known before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corcom.documents.domain.official.parts import WIDTH, Cell, Column, lines_of

_LETTER, _BOLD = 0.2, 0.24
"""Centimetres that a letter of ten points takes at most on the average, in a cell and in a head."""
_SPACE = 0.25
"""Between a column and the next."""
_LONGEST_WORD, _LONGEST_TEXT = 14, 40
"""Letters beyond which an address is broken, and beyond which a text gets no more room."""


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, width: float = WIDTH) -> list[Column]:
    """Columns that take `width` centimetres together: each its longest word, and of the rest as much as its texts are long.

    >>> [column.width for column in columns_of(["Type", "Remarks"], [["Mk 1", "Destroyed by the army in the north"]])]
    [2.8, 13.2]
    """
    texts = [[line for row in rows for line in lines_of(row[at])] for at in range(len(heads))]
    needed = [
        max(_longest(head.split()) * _BOLD, min(_longest(_words(lines)), _LONGEST_WORD) * _LETTER) + _SPACE
        for head, lines in zip(heads, texts, strict=True)
    ]
    wished = [1 + min(_longest([head, *lines]), _LONGEST_TEXT) for head, lines in zip(heads, texts, strict=True)]
    over = width - sum(needed)
    if over < 0:  # too many columns: each gives up the same part
        shares = [width * own / sum(needed) for own in needed]
    else:
        shares = [own + over * wish / sum(wished) for own, wish in zip(needed, wished, strict=True)]
    return [Column(head=head, width=round(share, 2)) for head, share in zip(heads, shares, strict=True)]


def _words(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


def _longest(texts: Iterable[str]) -> int:
    return max((len(text) for text in texts), default=0)
