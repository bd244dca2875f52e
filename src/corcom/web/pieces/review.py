"""Side-by-side review: the document with what was found marked in it, and the proposals beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext as _

from corcom.kernel.source import Certainty

Answer = Literal["open", "accepted", "edited", "rejected"]


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


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a finding: `verb` is sent, `key` presses it from the keyboard, `icon` stands beside the word."""

    verb: str
    label: str
    key: str
    icon: str


def choices(answer: Answer) -> tuple[Choice, ...]:
    """What can be done with a finding that stands as `answer`; the same four words and keys everywhere."""
    if answer != "open":
        return (Choice("undo", _("Undo"), "u", "undo"),)
    return (
        Choice("accept", _("Accept"), "a", "accept"),
        Choice("edit", _("Edit"), "e", "edit"),
        Choice("reject", _("Reject"), "x", "reject"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A proposal: what it is, the words, its parts as label and value, and what can be done with it.

    `address` takes a POST with `verb` and, when it is edited, the fields of `form` (a Django form, or nothing).
    """

    template: ClassVar[str] = "pieces/finding.html"

    id: str
    kind: str
    title: str
    certainty: Certainty
    answer: Answer = "open"
    parts: tuple[tuple[str, Any], ...] = ()
    choices: tuple[Choice, ...] = ()
    address: str = ""
    form: Any = None
    is_editing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """`language` of the document, for its `lang`; `accept_all` is the address that accepts what is certain."""

    template: ClassVar[str] = "pieces/review.html"

    document: str
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    language: str = ""
    accept_all: str = ""

    @property
    def left(self) -> int:
        return sum(finding.answer == "open" for finding in self.findings)

    @property
    def certain(self) -> int:
        return sum(finding.answer == "open" and finding.certainty == "certain" for finding in self.findings)
