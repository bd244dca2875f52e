"""Text that XML can hold, and the direction in which it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def xml_safe(text: str) -> str:
    """The text with what no XML may hold (control characters, halves of characters) marked as lost.

    >>> xml_safe("a" + chr(0) + "b")
    'a�b'
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def reads_right_to_left(text: str) -> bool | None:
    """The direction of the first letter that has one; None for a text without any.

    >>> reads_right_to_left("(3) نزع السلاح"), reads_right_to_left("3 May"), reads_right_to_left("12.5")
    (True, False, None)
    """
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            return True
        if direction == "L":
            return False
    return None


def by_direction(text: str) -> Iterator[tuple[bool, str]]:
    """The text in runs that are right-to-left or not; what has no direction of its own goes with what is before it."""
    right = reads_right_to_left(text) or False
    directed: list[tuple[bool, str]] = []
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            right = True
        elif direction in {"L", "EN"}:
            right = False
        directed.append((right, letter))
    for side, letters in groupby(directed, key=lambda one: one[0]):
        yield side, "".join(letter for _, letter in letters)
