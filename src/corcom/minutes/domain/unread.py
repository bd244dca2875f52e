"""Spans that the reader passed over without understanding: shown, never dropped in silence."""

from __future__ import annotations

import re

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.attended import Attended
from corcom.minutes.domain.reading import Unread
from corcom.minutes.domain.text.minutes_text import MinutesText

_WORDS = re.compile(r"[^\W\d_]{3}|\d")


def read_unread(minutes: MinutesText, attended: Attended) -> list[Unread]:
    """Table rows outside the attendance list, and lines without a word of any language."""
    zones = Spans(attended.zones)
    found: list[Unread] = []
    for at, block in enumerate(minutes.blocks):
        if block.start in zones:
            continue
        line = minutes.shadow[block.start : block.end]
        if block.kind == "row" and minutes.section(at) is not None:
            found.append(
                Unread(
                    reason="a table that is no attendance list",
                    evidence=minutes.evidence(block.start, block.end),
                    certainty="doubtful",
                )
            )
        elif len(line) > 8 and not _WORDS.search(line):
            found.append(
                Unread(reason="no words", evidence=minutes.evidence(block.start, block.end), certainty="doubtful")
            )
    return found
