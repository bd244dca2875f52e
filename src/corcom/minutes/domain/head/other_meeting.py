"""The head without what it says of the next meeting: that day, those hours and that place are not of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_NEXT = Cue(
    r"\b(?:(?:date|time|place|venue)(?:\s*(?:,|and)\s*(?:date|time|place|venue))*\s+of\s+(?:the\s+|our\s+)?)?next\s+(?:\w+\s+){0,2}?(?:meeting|session|consultations?|call)\b"
    r"|\b(?:shall|will|would|to)\s+(?:next\s+)?(?:meet|reconvene|convene)\s+(?:again|next)\b|^\W*next\s*:",
    re.MULTILINE,
)
_LONGEST_LINE = 100
_LABEL_ONLY = re.compile(r"[^\w\n]*\Z")


def without_next_meeting(minutes: MinutesText, end: int) -> MinutesText:
    """The same text with blanks, up to `end`, where a line or sentence speaks of the next meeting."""
    shadow, low = minutes.shadow, minutes.low
    for start, stop in _spans(minutes, end):
        blank = " " * (stop - start)
        shadow = f"{shadow[:start]}{blank}{shadow[stop:]}"
        low = f"{low[:start]}{blank}{low[stop:]}"
    return minutes if shadow is minutes.shadow else replace(minutes, shadow=shadow, low=low)


def _spans(minutes: MinutesText, end: int) -> Iterator[tuple[int, int]]:
    """From the words about the next meeting to the end of their sentence; of a label alone, with the line below it."""
    suspects = minutes.sentences_with(_NEXT)
    for at in sorted(suspects):
        sentence = minutes.sentences[at]
        if sentence.start >= end:
            return
        if not (found := _NEXT.search(minutes.low, sentence.start, sentence.end)):
            continue
        stop = sentence.end
        if _LABEL_ONLY.match(minutes.low, found.end(), sentence.end) and (
            below := _line_below(minutes, sentence.block)
        ):
            stop = below.end
        yield found.start(), stop


def _line_below(minutes: MinutesText, at: int) -> Block | None:
    """The short line below a label, which is no further label."""
    below = minutes.blocks[at + 1] if at + 1 < len(minutes.blocks) else None
    return below if below and not below.label and below.end - below.start < _LONGEST_LINE else None
