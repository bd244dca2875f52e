"""Which symbol a document could have: the next of each series, and of each ending."""

from __future__ import annotations

from dataclasses import dataclass

from corcom.documents.domain.symbols import ENDINGS, Ending, next_after, next_in_series, symbol_of
from corcom.documents.models import RegisteredDocument
from corcom.rulebooks.symbols import SymbolSeries, symbol_series


@dataclass(frozen=True, slots=True)
class ProposedSymbol:
    """A free symbol, and the series that it is of."""

    symbol: str
    series: SymbolSeries


def proposed_symbols(*, convention: str, meeting: int, year: int) -> list[ProposedSymbol]:
    """The next symbol of each series of a convention, for its meeting number `meeting` in `year`. One SQL query."""
    rows = RegisteredDocument.objects.filter(convention=convention).exclude(symbol="")
    taken = set(rows.values_list("symbol", flat=True))
    return [
        ProposedSymbol(next_in_series(series, meeting=meeting, year=year, taken=taken), series)
        for series in symbol_series(convention)
    ]


def proposed_after(*, symbol: str) -> dict[Ending, str]:
    """The next revision, addendum and corrigendum of a document. One SQL query. Errors: `NotASymbol`."""
    found = symbol_of(symbol)
    taken = set(RegisteredDocument.objects.filter(symbol__startswith=found.base).values_list("symbol", flat=True))
    return {ending: next_after(found, ending, taken=taken) for ending in ENDINGS}
