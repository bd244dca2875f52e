"""Sentences of a block, by their place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĠĢĪĮİŁĻŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_END = re.compile(rf"[.!?][\"')\]*_]*\s+(?=[\"'(\[*_]*(?:[{_CAPITALS}]|\d))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:H\.E|Mr|Ms|Mrs|Mme|Dr|Amb|Prof|Col|Gen|Lt|Maj|Capt|Cdr|No|Nos|Art|Arts|Paras?|paras?|St|cf|vs|approx|e\.g|i\.e|eg|ie|Vol|[Dd]oc|Ref|Ext"
    rf"|pp?|Rev|Add|Res|Sec|Fig|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|art)|(?:^|[\s.(\"'])[{_CAPITALS}])\Z"
)
_FRANCS = re.compile(r"\b(?:S?Fr|Rs)\Z")

_LONGEST = 4_000


def sentences(shadow: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of `shadow[start:end]` as (start, end), without the white space around them.

    >>> text = "Mr. A. Yong spoke. He left at 3 p.m. on Friday."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['Mr. A. Yong spoke.', 'He left at 3 p.m. on Friday.']
    """
    found: list[tuple[int, int]] = []
    at = start
    for stop in _END.finditer(shadow, start, end):
        dot = stop.start()
        if shadow[dot] == "." and _ABBREVIATION.search(shadow, max(at, dot - 12), dot):
            continue
        if shadow[stop.end()].isdigit() and _FRANCS.search(shadow, max(at, dot - 12), dot):
            continue
        found.extend(_bounded(shadow, at, stop.end()))
        at = stop.end()
    if at < end:
        found.extend(_bounded(shadow, at, end))
    return found


def _bounded(shadow: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One sentence, or its pieces: words without a stop for pages are no sentence, and reading them takes their square."""
    while end - start > _LONGEST:
        cut = max(shadow.rfind(mark, start + _LONGEST // 2, start + _LONGEST) + len(mark) for mark in ("; ", ", ", " "))
        cut = cut if cut > start + _LONGEST // 2 else start + _LONGEST
        yield start, _stripped(shadow, start, cut)
        start = cut
    if start < end:
        yield start, _stripped(shadow, start, end)


def _stripped(shadow: str, start: int, end: int) -> int:
    while end > start and shadow[end - 1].isspace():
        end -= 1
    return end
