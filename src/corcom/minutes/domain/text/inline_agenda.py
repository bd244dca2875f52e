"""An agenda that one sentence gives: "The agenda was: (a) opening of the meeting; (b) finance; and (c) other matters."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corcom.minutes.domain.text.layout import Block

_LEAD = re.compile(r"\bagenda\b[^.:;()\n]{0,60}:?\s*(?=\((?:a|i|1)\)\s)", re.IGNORECASE)
_ITEM = re.compile(r"\(([a-z]|[ivx]{1,4}|\d{1,2})\)\s+", re.IGNORECASE)
_AND = re.compile(r"[\s;,.]*(?:\band\s*)?\Z")
_LONGEST_TITLE = 160
_FEWEST = 2


def items_in(text: str, blocks: Sequence[Block], at: int) -> list[Block]:
    """The items of an agenda in the running words of `blocks[at]`, as blocks; none where it holds no such list."""
    lead = _LEAD.search(text, blocks[at].start, blocks[at].end)
    if not lead:
        return []
    end = blocks[at].end
    for below in blocks[at + 1 :]:
        if below.gap or not below.label:
            break
        end = below.end  # the sentence was wrapped before "(c)"
    found = list(_ITEM.finditer(text, lead.end(), end))
    items = [_item(text, one, two.start() if two else end) for one, two in pairwise([*found, None]) if one]
    fit = len(items) >= _FEWEST and all(0 < item.end - item.body <= _LONGEST_TITLE for item in items)
    return items if fit and _in_turn([item.label for item in items]) else []


def _item(text: str, number: re.Match[str], stop: int) -> Block:
    ended = _AND.search(text, number.end(), stop)
    end = ended.start() if ended else stop
    return Block(number.start(), end, "paragraph", 0, number[1], "lowletter", number.end())


def _in_turn(labels: list[str]) -> bool:
    """Whether labels count on from the first."""
    if labels[0].isdigit():
        return labels == [str(number) for number in range(1, len(labels) + 1)]
    if labels[0].lower() == "i":
        return True
    return [label.lower() for label in labels] == [chr(97 + at) for at in range(len(labels))]
