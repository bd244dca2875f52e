"""How fast minutes are read on one core, how that grows with their length, and what reading adds to extracting.

`growth()` and `files()` give the rows; `python -m bench.reader` prints them. Times are of the processor, so that what else runs on
the machine does not count, and the best of some rounds, because other work only ever adds.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.extract import by_docx_with_tables, by_pypdf, minutes
from bench.texts import many_records, one_long_record
from tests.factories.documents import as_pdf, as_txt
from tests.factories.word import as_docx

from corcom.documents.domain import DocumentText, extract
from corcom.minutes import read_text

SIZES = (10_000, 100_000, 1_000_000)
MADE: dict[str, Callable[[int], str]] = {"many records": many_records, "one long record": one_long_record}
AT_ONCE = 10
"""Texts of one size that are read for one measurement: a short text is not like every other short text."""


@dataclass(frozen=True, kw_only=True)
class Growth:
    """Texts of one length: kB a second, and the time for each kB over that of the shortest texts."""

    text: str
    kilobytes: int
    per_second: float
    ratio: float


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A file: reading it over extracting it with the usual library, and over extracting it with our own."""

    format: str
    kilobytes: float
    per_second: float
    to_peer: float
    to_own: float


def read_plain(text: str) -> object:
    return read_text(DocumentText(text=text, media_type="text/plain"))


def seconds(function: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        function()
        best = min(best, time.process_time() - start)
    return best


def growth(sizes: Sequence[int] = SIZES, *, rounds: int = 3) -> list[Growth]:
    """A row for each kind of text and size. Texts of every size are cut from the longest, from its whole length."""
    read_plain(many_records(10_000))
    rows: list[Growth] = []
    for name, make in MADE.items():
        whole = make(max(sizes))
        per_character = 0.0
        for size in sorted(sizes):
            # One long record has its head at the beginning alone; a piece of it would be no record.
            starts = [0] if name != "many records" else _starts(len(whole), size)
            pieces = [whole[start : start + size] for start in starts]
            taken = seconds(lambda pieces=pieces: [read_plain(piece) for piece in pieces], rounds)  # type: ignore[misc]  # the pieces of this turn
            each = taken / sum(map(len, pieces))
            per_character = per_character or each
            rows.append(Growth(text=name, kilobytes=size // 1000, per_second=0.001 / each, ratio=each / per_character))
    return rows


def _starts(length: int, size: int) -> list[int]:
    fits = max(1, length // size)
    return [number * (length // fits) for number in range(0, fits, max(1, fits // AT_ONCE))]


def files(*, times: int = 60, rounds: int = 3) -> list[Reading]:
    """A row for .docx and .pdf, of minutes with about 100 kB of text."""
    source = minutes(times)
    kilobytes = len(as_txt(source)) / 1000
    cases = (("docx", as_docx(source), by_docx_with_tables), ("pdf", as_pdf(source), by_pypdf))
    rows = []
    for name, data, peer in cases:
        whole = seconds(lambda data=data: read_text(extract(data)), rounds)  # type: ignore[misc]  # the file of this turn
        own = seconds(lambda data=data: extract(data), rounds)  # type: ignore[misc]  # likewise
        merely = seconds(lambda data=data, peer=peer: peer(data), rounds)  # type: ignore[misc]  # likewise
        rows.append(
            Reading(
                format=name,
                kilobytes=kilobytes,
                per_second=kilobytes / whole,
                to_peer=whole / merely,
                to_own=whole / own,
            )
        )
    return rows


def main() -> None:
    print(f"{'text':18}{'kB':>8}{'kB/s':>8}{'time per kB, to that of the shortest':>40}")
    for row in growth():
        print(f"{row.text:18}{row.kilobytes:8}{row.per_second:8.0f}{row.ratio:40.2f}")
    print()
    print(f"{'file':18}{'kB':>8}{'kB/s':>8}{'to merely extracting: peer':>28}{'own':>12}")
    for each in files():
        print(f"{each.format:18}{each.kilobytes:8.0f}{each.per_second:8.0f}{each.to_peer:28.2f}{each.to_own:12.2f}")


if __name__ == "__main__":
    main()
