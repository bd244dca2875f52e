"""Text that XML can hold, and the direction in which it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBER = re.compile(r"[0-9]+(?:[.,:/–-][0-9]+)*")


_UNSEEN = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""The mark at the beginning of files, pasted along with their words; no .pdf for keeping may hold it."""


def xml_safe(text: str) -> str:
    """The text with what no XML may hold (control characters, halves of characters) marked as lost, and no mark of a file.

    >>> xml_safe("a" + chr(0) + "b")
    'a�b'
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace(_UNSEEN, ""))


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
    """The text in runs that are right-to-left or not; what has no direction of its own goes with the letters before it.

    A number ("10:30", "2016-05-26") is read from the left wherever it stands, and turns nothing around it.
    """
    right = reads_right_to_left(text) or False
    numbers = {at for number in _NUMBER.finditer(text) for at in range(*number.span())}
    directed: list[tuple[bool, str]] = []
    for at, letter in enumerate(text):
        direction = unicodedata.bidirectional(letter)
        if direction in _RIGHT_TO_LEFT:
            right = True
        elif direction == "L":
            right = False
        directed.append((right and at not in numbers, letter))
    for side, letters in groupby(directed, key=lambda one: one[0]):
        yield side, "".join(letter for _, letter in letters)
