"""Where a fact comes from: the exact words, and their place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Certainty = Literal["certain", "likely", "doubtful"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)

LONGEST_QUOTE = 600
"""Characters. One sentence or one table cell; a longer quote proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a finding rests on.

    `start` and `end` are character offsets into the text that was read (the file decoded, byte-order mark removed,
    line ends as they stand); `quote` is exactly `text[start:end]`.
    """

    start: int
    end: int
    quote: str


def evidence(text: str, start: int, end: int) -> Evidence:
    """The words of `text[start:end]` without the white space around them, cut at `LONGEST_QUOTE` characters.

    >>> evidence("It was agreed. ", 0, 15)
    Evidence(start=0, end=14, quote='It was agreed.')
    """
    while start < end and text[start].isspace():
        start += 1
    end = min(end, start + LONGEST_QUOTE)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(start=start, end=end, quote=text[start:end])
