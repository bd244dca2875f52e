"""What a delegation says of a circulated text, at one place of it: a remark, a proposed wording, or both."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from corcom.consultation.domain.circulated import LONGEST_PARAGRAPH
from corcom.kernel.errors import CorcomError

PlaceKind = Literal["at", "after", "general", "none"]
"""At a paragraph, after one (a new paragraph), on the whole text; `none` is where a delegation says that it has no comments."""

Change = Literal["", "wording", "deletion"]
"""What is proposed: nothing, another wording (of a new paragraph: its wording), or that the paragraph goes."""
CHANGES: tuple[Change, ...] = get_args(Change)

LONGEST_REMARK = 10_000
"""Characters."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the text: `paragraph` is a number of it, empty for `general` and `none`."""

    kind: PlaceKind
    paragraph: str = ""


GENERAL = Place("general")
NO_COMMENTS = Place("none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What is said at a place. `text` is the remark, `wording` the whole paragraph as it is to read."""

    place: Place
    text: str = ""
    change: Change = ""
    wording: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said."""
        return not (self.text or self.change)


class CommentRefused(CorcomError):
    """A comment that cannot be made.

    `wrong` is paragraph (there is no such one), empty (of a proposed wording), long, or deletion (of what is no paragraph);
    `value` is the number of the paragraph, or how many characters it may have.
    """

    def __init__(self, wrong: str, value: str = "") -> None:
        super().__init__(f"{wrong} {value}".rstrip())
        self.wrong = wrong
        self.value = value


def tidied(comment: Comment) -> Comment:
    """The comment without blanks around it and with one kind of line end; a wording without which nothing is proposed."""
    wording = _tidy(comment.wording)
    change: Change = "wording" if comment.place.kind == "after" and wording else comment.change
    kept = wording if change == "wording" else ""
    return Comment(place=comment.place, text=_tidy(comment.text), change=change, wording=kept)


def check_comment(comment: Comment, *, numbers: Collection[str]) -> None:
    """Refuse a comment on a paragraph that is not among `numbers`, an empty wording, what is too long.

    Errors: `CommentRefused`.
    """
    place = comment.place
    if place.kind in ("at", "after") and place.paragraph not in numbers:
        raise CommentRefused("paragraph", place.paragraph[:60])
    if comment.change == "wording" and not comment.wording:
        raise CommentRefused("empty", place.paragraph)
    if comment.change == "deletion" and place.kind != "at":
        raise CommentRefused("deletion", place.paragraph)
    if len(comment.text) > LONGEST_REMARK:
        raise CommentRefused("long", str(LONGEST_REMARK))
    if len(comment.wording) > LONGEST_PARAGRAPH:
        raise CommentRefused("long", str(LONGEST_PARAGRAPH))


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
