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
    """
    words = words_of(base)
    changes = [edits(words, words_of(wording)) for wording in wordings]
    collide = tuple(
        (one, other) for one, other in combinations(range(len(changes)), 2) if _collide(changes[one], changes[other])
    )
    if collide:
        return Merge(None, collide)
    together = sorted({edit for each in changes for edit in each}, key=lambda edit: (edit.start, edit.end))
    return Merge(applied(words, together))


def _collide(one: Sequence[Edit], other: Sequence[Edit]) -> bool:
    """Whether two lists of edits change the same words differently, or add at the same place."""
    return any(
        mine != theirs and mine.start <= theirs.end and theirs.start <= mine.end for mine in one for theirs in other
    )
