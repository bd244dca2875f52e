"""What an official document is made of, from top to bottom; each writer sets every part in its own form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | Sequence[str]
"""A text, or several of which each has a line of its own."""
WIDTH = 16.0
"""Centimetres between the margins."""
PAIR_WIDTHS = (6.5, 9.5)
"""Centimetres of the two columns of `Pairs`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its head, and its width in centimetres."""

    head: str
    width: float


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of the first page: whose document it is, and on the other side symbol, date and language."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document."""

    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head, close to the next. `kept`: never the last on its page, since a table follows that belongs to it."""

    text: str
    bold: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; those of the first level are numbered with Roman numerals."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """The next numbered paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph without a number, as letters have."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a letter, kept on one page: the courtesies, room to sign, and below it who signs, a line each."""

    courtesies: str
    signed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A remark in small print."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose heads stand again on every page that it runs over. A cell is its lines."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """A list in two columns without rules: a name, and beside it a line for each who belongs to it."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room for signatures, with a rule to sign on and below it who signs."""

    names: tuple[str, ...]


Part = Masthead | Title | Line | Heading | Numbered | Plain | Closing | Small | Table | Pairs | Signatures


def lines_of(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell.

    >>> lines_of("one"), lines_of(["one", "two"])
    (('one',), ('one', 'two'))
    """
    return (cell,) if isinstance(cell, str) else tuple(cell)
