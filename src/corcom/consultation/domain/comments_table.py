"""The table of comments: what each delegation said at each place, and what became of it, for a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.consultation.domain.comments import Change, Comment, Place
from corcom.consultation.domain.treatments import OUTCOMES, Outcome
from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import Wording

CHANGES: dict[Change, str] = {
    "": gettext_noop("nothing"),
    "wording": gettext_noop("another wording"),
    "deletion": gettext_noop("deletion"),
}
"""What a comment proposes, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatedComment:
    """A comment as a file shows it: the name of the delegation, and what became of it ("" until somebody says)."""

    party: str
    comment: Comment
    outcome: Outcome | str = ""
    wording: str = ""
    reason: str = ""


def place_in_words(place: Place, wording: Wording) -> str:
    """Where in the text.

    >>> from corcom.kernel.wording import ENGLISH
    >>> place_in_words(Place("after", "3"), ENGLISH)
    'New paragraph after 3'
    """
    if place.kind == "at":
        return wording.gettext("Paragraph %(number)s") % {"number": place.paragraph}
    if place.kind == "after":
        return wording.gettext("New paragraph after %(number)s") % {"number": place.paragraph}
    return wording.gettext("On the whole text") if place.kind == "general" else wording.gettext("No comments")


def columns(wording: Wording) -> tuple[str, ...]:
    """The heads of the table as a sheet."""
    gettext = wording.gettext
    return (
        gettext("Place"),
        gettext("Delegation"),
        gettext("Comment"),
        gettext("Proposes"),
        gettext("Proposed wording"),
        gettext("What became of it"),
        gettext("Wording that was taken"),
        gettext("Reason"),
    )


def sheet_rows(comments: Sequence[TreatedComment], wording: Wording) -> list[tuple[str, ...]]:
    """The rows of the table as a sheet, in the order in which the comments stand."""
    return [
        (
            place_in_words(each.comment.place, wording),
            each.party,
            each.comment.text,
            wording.gettext(CHANGES[each.comment.change]) if each.comment.change else "",
            each.comment.wording,
            outcome_in_words(each.outcome, wording),
            each.wording,
            each.reason,
        )
        for each in comments
    ]


def outcome_in_words(outcome: str, wording: Wording) -> str:
    """What became of a comment; "" until somebody says."""
    return next((wording.gettext(words) for code, words in OUTCOMES.items() if code == outcome), "")
