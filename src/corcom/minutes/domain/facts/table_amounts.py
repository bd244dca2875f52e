"""Amounts in the rows of a table: with their currency, or below a head that speaks of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.kernel.plain import words
from corcom.minutes.domain.facts.figures import FigureMention
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_CURRENCY = r"(?:USD|US\$|CHF|EUR|GBP|\$|€|£)"
_HEAD = re.compile(rf"\b(?:amounts?|budget|costs?|contributions?|expenditure|income)\b|{_CURRENCY}", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?P<unit>{_CURRENCY}\s?)?(?P<value>\d{{1,3}}(?:[,' ]\d{{3}})+(?:\.\d\d)?)(?P<after>\s?{_CURRENCY})?"
)
_CELL = re.compile(r"[^\t|]+")
_DIGITS = re.compile(r"\d{3}")


def table_amounts(minutes: MinutesText) -> Iterator[FigureMention]:
    """The amounts of all tables, each with the first cell of its row."""
    headed = False
    for block in minutes.blocks:
        if block.kind != "row" and minutes.text[block.start] != "|":
            headed = False
            continue
        line = minutes.shadow[block.start : block.end]
        if not _DIGITS.search(line) and _HEAD.search(line):
            headed = True
        else:
            yield from _of_row(minutes, block, headed=headed)


def _of_row(minutes: MinutesText, block: Block, *, headed: bool) -> Iterator[FigureMention]:
    first = ""
    for cell in _CELL.finditer(minutes.shadow, block.start, block.end):
        text = cell[0].strip()
        found = _AMOUNT.fullmatch(text)
        if found and first and (headed or found["unit"] or found["after"]):
            start = cell.start() + cell[0].index(text)
            unit = (found["unit"] or found["after"] or "").strip() or None
            yield FigureMention(
                start=start, end=start + len(text), what=first, value=words(text), unit=unit, kind="money"
            )
        first = first or text
