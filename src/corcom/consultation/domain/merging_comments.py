"""Two colleagues wrote at one place at once: what both say together, and where somebody has to choose."""

from __future__ import annotations

from typing import Literal

from corcom.consultation.domain.comments import Comment
from corcom.consultation.domain.merging import merge

Field = Literal["text", "change", "wording"]


def both(base: str, mine: str, theirs: str) -> tuple[str, bool]:
    """One text out of two that were made from `base`, and whether they collide; then mine stands in it.

    >>> both("by 17 June in Geneva", "by 1 July in Geneva", "by 17 June in Vienna")
    ('by 1 July in Vienna', False)
    >>> both("", "one", "two")
    ('one', True)
    """
    if mine in (base, theirs):
        return theirs, False
    if theirs == base:
        return mine, False
    together = merge(base, [mine, theirs]).text if base else None
    return (mine, True) if together is None else (together, False)


def merged_comment(
    was: Comment, mine: Comment, theirs: Comment, *, paragraph: str
) -> tuple[Comment, tuple[Field, ...]]:
    """What both say at a place, and the parts in which they differ; `paragraph` is the text that they comment on."""
    text, texts_differ = both(was.text, mine.text, theirs.text)
    base = was.wording or paragraph
    wording, wordings_differ = both(base, mine.wording or base, theirs.wording or base)
    change, changes_differ = both(was.change, mine.change, theirs.change)
    change = "wording" if {mine.change, theirs.change} == {"", "wording"} else change
    differ: list[Field] = ["text"] if texts_differ else []
    differ += ["change"] if changes_differ else []
    differ += ["wording"] if wordings_differ else []
    kept = wording if change == "wording" else ""
    return Comment(place=mine.place, text=text, change=change, wording=kept), tuple(differ)  # type: ignore[arg-type]  # one of two changes
