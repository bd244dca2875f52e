"""Lists below "It was agreed that:": each point is a decision, the line above them is none."""

from __future__ import annotations

import re

from corcom.minutes.domain.text.minutes_text import MinutesText

_OPENS = re.compile(
    r"(?:.{0,400}[.;]\s+)?(?:[^.;:]{0,80}\b)?(?:agreed|decided|concluded|resolved|adopted|approved)\s+(?:that|to|on\s+the\s+following|the\s+following|as\s+follows|upon\s+the\s+following)?(?:\s+(?:points?|decisions?|conclusions?|measures?|recommendations?))?\s*:?\W*\Z"
    r"|\W*(?:the\s+following\s+(?:\w+\s+)?(?:was|were)\s+(?:agreed|decided|adopted|approved)[^:]{0,20}|decisions?(?:\s+(?:taken|adopted|of\s+the\s+meeting))?)\s*:\W*\Z",
    re.DOTALL,
)
# "The Bureau requested the secretariat:", "The Committee took note of the report and:"; below them points with a verb.
_BODY_OPENS = re.compile(
    r"(?:.{0,400}[.;]\s+)?\W*(?:(?:after|following|having|in)\s[^,.;]{3,80},\s*)?the\s+(?:\w+\s+){0,3}?(?:committee|bureau|meeting|board|council|parties|conference)\b[^.;:]{3,160}:\W*\Z",
    re.DOTALL,
)
_DOES = re.compile(
    r"\W*(?:also\s+|further\s+)?(?:requested|invited|asked|instructed|decided|agreed|approved|adopted|endorsed|took\s+note|noted|recommended|encouraged|urged|welcomed|mandated|authori[sz]ed|appointed|elected|concluded|to\s+[a-z]+)\b"
)
_ENOUGH = 500
_SCHEMES = frozenset({"bullet", "letter", "lowletter", "lowroman", "roman", "arabic"})


def agreed_lists(minutes: MinutesText) -> tuple[frozenset[int], frozenset[int]]:
    """(blocks that open such a list, the points below them), by index."""
    openers: set[int] = set()
    points: set[int] = set()
    open_at = -1
    verbs = False
    for at, block in enumerate(minutes.blocks):
        listed = bool(block.label) and block.scheme in _SCHEMES
        if open_at >= 0 and listed and minutes.section(at) is minutes.section(open_at):
            if not verbs or _DOES.match(minutes.low, block.body, block.end):
                openers.add(open_at)
                points.add(at)
            continue
        line = minutes.low[max(block.body, block.end - _ENOUGH) : block.end].rstrip(" *_")
        opens = line.endswith((":", "that", "to")) and bool(_OPENS.match(line))
        verbs = not opens and not line.endswith("to:")
        open_at = at if opens or (line.endswith(":") and _BODY_OPENS.match(line)) else -1
    return frozenset(openers), frozenset(points)
