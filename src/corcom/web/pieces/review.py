"""Side-by-side review: the passages of a document, and the proposals beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from django.utils.translation import gettext as _

from corcom.kernel.source import Certainty
from corcom.web.pieces.marked import Passage

Answer = Literal["open", "accepted", "edited", "rejected"]


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
