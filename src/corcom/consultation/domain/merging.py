"""Putting several wordings of one paragraph together, where they do not change the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from corcom.kernel.wordwise import Edit, applied, edits, words_of


@dataclass(frozen=True, slots=True)
class Merge:
    """Several wordings in one: `text`, or None where some collide; `collide` are their places in the list, in pairs."""

    text: str | None
    collide: tuple[tuple[int, int], ...] = ()


def merge(base: str, wordings: Sequence[str]) -> Merge:
    """All changes that the wordings make to the base, in one text.

    >>> merge("by 17 June in Geneva", ["by 1 July in Geneva", "by 17 June in Vienna"]).text
    'by 1 July in Vienna'
    >>> merge("by 17 June", ["by 1 July", "by 2 July"])
    Merge(text=None, collide=((0, 1),))
    >>> merge("by 1 June", ["by 15 June", "by 1 July"]).text is None
    True
    """
    words = words_of(base)
    changes = [edits(words, words_of(wording)) for wording in wordings]
    around = _reaches(words)
    collide = tuple(
        (one, other)
        for one, other in combinations(range(len(changes)), 2)
        if _collide(changes[one], changes[other], around)
    )
    if collide:
        return Merge(None, collide)
    together = sorted({edit for each in changes for edit in each}, key=lambda edit: (edit.start, edit.end))
    return Merge(applied(words, together))


Reach = tuple[tuple[int, ...], tuple[int, ...]]
"""For each place between words how far back, and how far on, there are only blanks."""


def _reaches(words: Sequence[str]) -> Reach:
    back, on = [0], [len(words)]
    for place, word in enumerate(words, start=1):
        back.append(back[-1] if word.isspace() else place)
    for place in range(len(words) - 1, -1, -1):
        on.append(on[-1] if words[place].isspace() else place)
    return tuple(back), tuple(reversed(on))


def _collide(one: Sequence[Edit], other: Sequence[Edit], around: Reach) -> bool:
    """Whether two lists of edits change the same words differently, or words between which no other one stands.

    "15 June" and "1 July" for "1 June" collide, though each changes another word: nobody asked for "15 July".
    """
    back, on = around
    return any(
        mine != theirs and back[mine.start] <= on[theirs.end] and back[theirs.start] <= on[mine.end]
        for mine in one
        for theirs in other
    )
