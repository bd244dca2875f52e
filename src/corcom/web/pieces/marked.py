"""The text of a document with what was found marked in it, cut where a mark begins or ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corcom.kernel.source import Certainty


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of one finding: `id` of the finding, offsets into the text."""

    id: str
    start: int
    end: int
    certainty: Certainty = "likely"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text and the findings that rest on it; where marks overlap there is one passage for each part."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()
    """The findings whose words begin here: anchors to jump to."""

    @property
    def certainty(self) -> str:
        """The least certain of the findings here."""
        order = ("doubtful", "likely", "certain")
        return min((mark.certainty for mark in self.marks), key=order.index, default="")

    @property
    def first(self) -> str:
        return self.marks[0].id if self.marks else ""


def passages(text: str, marks: Iterable[Mark]) -> list[Passage]:
    """The text cut where a mark begins or ends; joined again it is the text.

    >>> [(p.text, p.first) for p in passages("It was agreed.", [Mark("a", 7, 13)])]
    [('It was ', ''), ('agreed', 'a'), ('.', '')]
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    cuts = sorted({0, len(text), *(mark.start for mark in ordered), *(mark.end for mark in ordered)})
    cut: list[Passage] = []
    waiting = 0
    open_marks: list[Mark] = []
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        opened: list[str] = []
        while waiting < len(ordered) and ordered[waiting].start <= start:
            if ordered[waiting].end > start:
                open_marks.append(ordered[waiting])
                opened.append(ordered[waiting].id)
            waiting += 1
        cut.append(Passage(text[start:end], tuple(open_marks), tuple(opened)))
    return cut
