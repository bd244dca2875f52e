"""Symbols of documents: how they are put together, and which one comes next.

A symbol is what stands in its series, such as CCM/MSP/2016/1, with endings for what belongs to that document: `/Rev.1` takes
its place, `/Add.1` adds to it, `/Corr.1` corrects it. Endings may follow each other (`/Add.1/Rev.2`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import gettext_noop
from corcom.rulebooks.symbols import SymbolSeries

Ending = Literal["Rev", "Add", "Corr"]
ENDINGS: Final[Mapping[Ending, str]] = {
    "Rev": gettext_noop("revision"),
    "Add": gettext_noop("addendum"),
    "Corr": gettext_noop("corrigendum"),
}
"""Each ending and what a document with it is."""
LONGEST: Final = 100
"""Characters of a symbol."""
_BASE: Final = re.compile(r"[A-Z][A-Za-z0-9.-]*(?:/[A-Za-z0-9.-]+)+", re.ASCII)
_ENDING: Final = re.compile(r"/(Rev|Add|Corr)\.([1-9][0-9]{0,3})$", re.ASCII)


class NotASymbol(CorcomError):
    """`text` is not written as a symbol is."""

    def __init__(self, text: str) -> None:
        super().__init__(f"no symbol: {text}")
        self.text = text


@dataclass(frozen=True, slots=True)
class Symbol:
    """`base` is what stands in the series; `endings` follow it in their order, each with its number from 1."""

    base: str
    endings: tuple[tuple[Ending, int], ...] = ()

    def __str__(self) -> str:
        return self.base + "".join(f"/{ending}.{number}" for ending, number in self.endings)


def symbol_of(text: str) -> Symbol:
    """A symbol taken apart. Errors: `NotASymbol`.

    >>> symbol_of("CCM/MSP/2016/1/Add.2/Rev.1")
    Symbol(base='CCM/MSP/2016/1', endings=(('Add', 2), ('Rev', 1)))
    """
    rest = text.strip()
    if len(rest) > LONGEST:
        raise NotASymbol(text)
    endings: list[tuple[Ending, int]] = []
    while found := _ENDING.search(rest):
        endings.insert(0, (cast("Ending", found[1]), int(found[2])))
        rest = rest[: found.start()]
    if not _BASE.fullmatch(rest):
        raise NotASymbol(text)
    return Symbol(rest, tuple(endings))


def next_in_series(series: SymbolSeries, *, meeting: int, year: int, taken: Collection[str]) -> str:
    """The symbol after the last one of a series that is taken: a number once given stays given, also if others are free.

    >>> from corcom.rulebooks.symbols import symbol_series
    >>> next_in_series(symbol_series("CCM")[0], meeting=6, year=2016, taken=["CCM/MSP/2016/2/Rev.1", "CCM/MSP/2015/9"])
    'CCM/MSP/2016/3'
    """
    stem = series.stem(meeting=meeting, year=year)
    bases = {symbol_of(each).base for each in taken}
    numbers = (base.removeprefix(stem) for base in bases if base.startswith(stem))
    last = max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)
    return f"{stem}{last + 1}"


def next_after(symbol: Symbol, ending: Ending, *, taken: Collection[str]) -> str:
    """The symbol of the next revision, addendum or corrigendum of a document.

    A revision of a revision is one of the document that both revise; so with the others.

    >>> next_after(symbol_of("CCM/MSP/2016/1/Rev.1"), "Rev", taken=["CCM/MSP/2016/1/Rev.1"])
    'CCM/MSP/2016/1/Rev.2'
    >>> next_after(symbol_of("CCM/MSP/2016/1/Rev.1"), "Corr", taken=[])
    'CCM/MSP/2016/1/Rev.1/Corr.1'
    """
    endings = symbol.endings
    while endings and endings[-1][0] == ending:
        endings = endings[:-1]
    stem = f"{Symbol(symbol.base, endings)}/{ending}."
    numbers = (each.removeprefix(stem) for each in taken if each.startswith(stem))
    last = max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)
    return f"{stem}{last + 1}"
