"""Cells of the depositary's status tables: heads that say what their letters mean, days with a letter, notes.

A head such as "Approval(AA), Acceptance(A), Accession(a), Ratification" names the kinds of act that its column holds,
each with the letter that marks it; what has no letter is what a day without a letter means. A cell holds a day, such as
"2 Sep 2014 a"; in brackets, it stands for what is not in force any more. Notes are told by their numbers in superscript.
Both are read in English and in French, the languages in which the depositary publishes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from corcom.register.domain.gazetteer import fold
from corcom.register.domain.treaty_actions import Kind

_KINDS: Final[Mapping[str, Kind]] = {
    "signature": "signature",
    "succession to signature": "signature",
    "succession a la signature": "signature",
    "definitive signature": "definitive_signature",
    "signature definitive": "definitive_signature",
    "ratification": "ratification",
    "acceptance": "acceptance",
    "acceptation": "acceptance",
    "approval": "approval",
    "approbation": "approval",
    "accession": "accession",
    "adhesion": "accession",
    "succession": "succession",
    "provisional application": "provisional_application",
    "application provisoire": "provisional_application",
    "withdrawal": "withdrawal",
    "denunciation": "withdrawal",
    "retrait": "withdrawal",
    "denonciation": "withdrawal",
}
LETTERS: Final[Mapping[str, Kind]] = {
    "a": "accession",
    "A": "acceptance",
    "AA": "approval",
    "d": "succession",
    "s": "definitive_signature",
    "n": "provisional_application",
}
"""What the depositary's letters mean in every table, also where a head does not say so."""

_MONTHS: Final = (
    ("jan",),
    ("feb", "fev"),
    ("mar",),
    ("apr", "avr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou"),
    ("sep",),
    ("oct",),
    ("nov",),
    ("dec",),
)
_ITEM: Final = re.compile(r"\s*([^(),]+?)\s*(?:\(\s*([A-Za-z]{1,2})\s*\))?\s*(?:,|$)")
_NOTE: Final = re.compile(r"<\s*sup(?:erscript)?\s*>(.*?)<\s*/\s*sup(?:erscript)?\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_DAY: Final = re.compile(r"(\d{1,2})(?:er)?\s+([^\W\d_]{3,9})\.?,?\s+(\d{4})")
_CELL: Final = re.compile(rf"(\[?)\s*{_DAY.pattern}\s*([A-Za-z]{{1,2}})?\s*\]?")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: the kind of a day without a letter, if it may have none, and the kind for each letter."""

    kind: Kind | None
    letters: Mapping[str, Kind]

    @property
    def kinds(self) -> frozenset[Kind]:
        """Every kind of act that the column may hold."""
        return frozenset((*self.letters.values(), *((self.kind,) if self.kind else ())))


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell without its marks, and the numbers of the notes that stand beside it."""

    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellDay:
    """An act with its day. `ended`: the table has it in brackets, because it is not in force any more."""

    kind: Kind
    on: date
    ended: bool


def column_of(head: str) -> Column | None:
    """What the head of a column says; None where it names a kind of act that is not known.

    >>> column_of("Accession(a), Ratification").kind, dict(column_of("Provisional application(n)").letters)
    ('ratification', {'n': 'provisional_application'})
    """
    plain: Kind | None = None
    letters: dict[str, Kind] = {}
    for item in _ITEM.finditer(cell_text(head).text):
        kind = _KINDS.get(re.sub(r" (?:under|en vertu|conformement|in accordance).*", "", fold(item[1])))
        if kind is None:
            return None
        if item[2]:
            letters[item[2]] = kind
        else:
            plain = kind
    if not letters and plain is None:
        return None
    if plain is None and len(letters) == 1:
        plain = next(iter(letters.values()))
    return Column(plain, letters)


def cell_text(raw: str) -> CellText:
    """A cell's text with marks taken out; they stand in it as text: `Belize<superscript>1</superscript>`.

    >>> cell_text("Belize<superscript>1, 2</superscript> ")
    CellText(text='Belize', notes=('1', '2'))
    """
    text = html.unescape(raw)
    notes = tuple(number for found in _NOTE.findall(text) for number in re.findall(r"\d+", found))
    plain = _TAG.sub(" ", _NOTE.sub(" ", text)).replace("\u00a0", " ")
    return CellText(" ".join(plain.split()), notes)


def dated(text: str, column: Column) -> CellDay | None:
    r"""The act of a cell; None where it cannot be read.

    >>> dated("2 Sep\t 2014 a", Column("ratification", {"a": "accession"}))
    CellDay(kind='accession', on=datetime.date(2014, 9, 2), ended=False)
    """
    found = _CELL.fullmatch(text)
    if not found:
        return None
    day = _day(found[2], found[3], found[4])
    letter = found[5]
    kind = (column.letters.get(letter) or LETTERS.get(letter)) if letter else column.kind
    if day is None or kind is None:
        return None
    return CellDay(kind, day, bool(found[1]))


def days_in(text: str) -> Iterator[tuple[int, date]]:
    """The days that a note names, each with its place."""
    for found in _DAY.finditer(text):
        day = _day(found[1], found[2], found[3])
        if day is not None:
            yield found.start(), day


def _day(day: str, month: str, year: str) -> date | None:
    low = fold(month)
    number = next((number for number, names in enumerate(_MONTHS, 1) if low.startswith(names)), None)
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None
