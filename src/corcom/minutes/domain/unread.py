"""Spans that the reader passed over without understanding: shown, never dropped in silence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.attended import Attended
from corcom.minutes.domain.promises.action_tables import action_columns
from corcom.minutes.domain.reading import ActionPoint, Unread
from corcom.minutes.domain.text.minutes_text import MinutesText

_WORDS = re.compile(r"[^\W\d_]{3}|\d")


def read_unread(minutes: MinutesText, attended: Attended, points: Sequence[ActionPoint]) -> list[Unread]:
    """Table rows that are neither of the attendance list nor action points, and lines without a word of any language."""
    zones = Spans(attended.zones)
    starts = sorted(point.evidence.start for point in points)
    found: list[Unread] = []
    for at, block in enumerate(minutes.blocks):
        if block.start in zones:
            continue
        line = minutes.shadow[block.start : block.end]
        if block.kind == "row" and minutes.section(at) is not None:
            first = bisect_left(starts, block.start)
            if (first < len(starts) and starts[first] < block.end) or action_columns(line):
                continue
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
