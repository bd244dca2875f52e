"""Putting several wordings of one paragraph together, where they do not change the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.kernel.touching import colliding
from corcom.kernel.wordwise import applied, edits, words_of


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
    collide = colliding(words, changes)
    if collide:
        return Merge(None, collide)
    together = sorted({edit for each in changes for edit in each}, key=lambda edit: (edit.start, edit.end))
    return Merge(applied(words, together))
