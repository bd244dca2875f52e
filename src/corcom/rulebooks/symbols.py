"""The series in which documents of a convention get their symbols: `symbols.yaml` of a rulebook, read and checked.

A pattern is what a symbol looks like, with a closed list of places for what changes: `{meeting}` the number of the meeting
in its series, `{year}` the year in which it begins, and, last, `{number}` the number of the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from corcom.rulebooks.entry import Entry, RulebookRefused
from corcom.rulebooks.files import listed
from corcom.rulebooks.reading import FOLDER, rulebook

ALLOWED = "a pattern such as CCM/MSP/{year}/INF/{number}: places for meeting and year, and last {number}"
_PATTERN = re.compile(r"[A-Z](?:[A-Za-z0-9./-]|\{meeting\}|\{year\})*\{number\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolSeries:
    """One series: which documents have it, of which `body`, and the `pattern` of its symbols."""

    convention: str
    code: str
    name: str
    body: str
    pattern: str
    source: str
    since: date
    until: date | None = None

    @property
    def needs_meeting(self) -> bool:
        """Whether a symbol says which meeting of its series it is of."""
        return "{meeting}" in self.pattern

    def holds_on(self, day: date) -> bool:
        """Whether symbols are given in it on a day."""
        return self.since <= day and (self.until is None or day < self.until)

    def stem(self, *, meeting: int, year: int) -> str:
        """Everything of a symbol before its number.

        >>> symbol_series("CCM")[0].stem(meeting=6, year=2016)
        'CCM/MSP/2016/'
        """
        return self.pattern.removesuffix("{number}").format(meeting=meeting, year=year)


@cache
def symbol_series(convention: str) -> tuple[SymbolSeries, ...]:
    """The series of a convention by its code; none where its rulebook has none."""
    path = FOLDER / convention.lower() / "symbols.yaml"
    return read_symbols(path) if rulebook(convention) is not None and path.is_file() else ()


def read_symbols(path: Path) -> tuple[SymbolSeries, ...]:
    """Read and check one file, with the bodies beside it; raises `RulebookRefused`."""
    folder = path.parent
    bodies = tuple(entry.text("code") for entry in listed(folder, "bodies"))
    found = tuple(_series(each, folder.name.upper(), bodies) for each in listed(folder, path.stem))
    patterns = [each.pattern for each in found]
    if len(set(patterns)) < len(patterns):
        file = f"{folder.name}/{path.name}"
        raise RulebookRefused(file=file, key="pattern", found=patterns, allowed="each pattern once")
    return found


def _series(entry: Entry, convention: str, bodies: tuple[str, ...]) -> SymbolSeries:
    entry.only(("code", "name", "body", "pattern", "source", "since", "until"))
    pattern, since = entry.text("pattern"), entry.day("since")
    if not _PATTERN.fullmatch(pattern) or "//" in pattern:
        raise entry.refused("pattern", ALLOWED)
    return SymbolSeries(
        convention=convention,
        code=entry.text("code"),
        name=entry.text("name"),
        body=entry.choice("body", bodies),
        pattern=pattern,
        source=entry.text("source"),
        since=since,
        until=entry.until(since),
    )
