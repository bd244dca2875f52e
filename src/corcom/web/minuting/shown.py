"""What the page on which minutes are written shows: sections, paragraphs, what can be inserted, what was said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.kernel.wordwise import Piece, pieces
from corcom.meetings.queries import PlannedMeeting
from corcom.minuting.actions import ParagraphWritten
from corcom.minuting.domain.attendance_lines import attendance_lines
from corcom.minuting.domain.paragraphs import ATTENDANCE, KINDS, TakingDown
from corcom.minuting.queries import (
    MinutesDraft,
    ParagraphComment,
    WrittenParagraph,
    approved_by,
    attendance_known,
    open_points,
    points_named,
)
from corcom.register.domain.gazetteer import parties
from corcom.web import wording
from corcom.web.minuting.language import wording_in
from corcom.web.minuting.sent import as_was
from corcom.web.minuting.words import KIND_CHOICES
from corcom.web.state_names import state_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Colliding:
    """What somebody else wrote where I did, in pieces beside what stood there before and beside mine."""

    other: str
    theirs: tuple[Piece, ...]
    mine: tuple[Piece, ...]
    values: tuple[tuple[str, str, str], ...] = ()
    """What else differs: its name, theirs, mine."""
    said: str = ""
    """Theirs, as the page keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownParagraph:
    """A paragraph on the page. `said` is what its fields hold, `was` what the page sends back as what it said before."""

    id: int
    place: int
    said: TakingDown
    was: str
    version: int
    changed_by: str
    kind: str
    is_list: bool
    about: str = ""
    refused: str = ""
    colliding: Colliding | None = None
    comments: tuple[Any, ...] = ()


@dataclass(slots=True, kw_only=True)
class Unsaved:
    """What of a page could not be saved: by paragraph, what was typed, and why it stays unsaved."""

    refused: dict[int, tuple[TakingDown, str]] = field(default_factory=dict)
    colliding: dict[int, tuple[TakingDown, ParagraphWritten]] = field(default_factory=dict)

    @property
    def any(self) -> bool:
        """Whether there is something."""
        return bool(self.refused or self.colliding)


def sections_shown(
    draft: MinutesDraft, comments: list[ParagraphComment], unsaved: Unsaved, day: date
) -> list[dict[str, Any]]:
    """The sections with their paragraphs; `day` is that of the meeting."""
    keys = [one.said.commitment for section in draft.sections for one in section.paragraphs if one.said.commitment]
    about = points_named(keys=keys, day=day, wording=wording_in(draft.head.language)) if keys else {}
    by_paragraph: dict[int, list[Any]] = {}
    for comment in comments:
        by_paragraph.setdefault(comment.paragraph, []).append(comment_shown(comment))
    return [
        {
            "section": section,
            "paragraphs": [_shown(one, about, by_paragraph, unsaved) for one in section.paragraphs],
        }
        for section in draft.sections
    ]


def _shown(
    one: WrittenParagraph, about: Mapping[str, str], comments: Mapping[int, list[Any]], unsaved: Unsaved
) -> ShownParagraph:
    said, refused, colliding = one.said, "", None
    if one.id in unsaved.refused:
        said, refused = unsaved.refused[one.id]
    if one.id in unsaved.colliding:
        mine, written = unsaved.colliding[one.id]
        said = written.both.together if written.both else mine
        colliding = colliding_shown(mine, written)
    return ShownParagraph(
        id=one.id,
        place=one.place,
        said=said,
        was=as_was(one.said),
        version=one.version,
        changed_by=one.changed_by,
        kind=_(KINDS[one.said.kind]),
        is_list=one.said.kind in ATTENDANCE,
        about=about.get(one.said.commitment, ""),
        refused=refused,
        colliding=colliding,
        comments=tuple(comments.get(one.id, ())),
    )


def colliding_shown(mine: TakingDown, written: ParagraphWritten) -> Colliding:
    """A collision, word by word."""
    theirs, both = written.said, written.both
    names = {
        "kind": _("Kind"),
        "delegation": _("Who spoke"),
        "initials": _("Initials"),
        "owners": _("Who is to act"),
        "due": _("By when"),
        "confidential": _("Confidential"),
        "done": _("Done"),
        "commitment": _("Open point"),
    }
    differ = both.differ if both else ()
    return Colliding(
        other=written.other,
        theirs=pieces(mine.text, theirs.text),
        mine=pieces(theirs.text, mine.text),
        values=tuple((name, _value(key, theirs), _value(key, mine)) for key, name in names.items() if key in differ),
        said=as_was(theirs),
    )


def _value(key: str, said: TakingDown) -> str:
    value = getattr(said, key)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _(KINDS[said.kind]) if key == "kind" else str(value or "–")


def comment_shown(comment: ParagraphComment) -> dict[str, Any]:
    """A comment with who made it, and the wording it proposes in pieces beside what was circulated."""
    made = comment.made
    return {
        "number": made.number,
        "who": state_name(made.party, parties()[made.party].name),
        "text": made.comment.text,
        "wording": pieces(comment.said.text, comment.wording) if comment.wording else (),
        "change": made.comment.change,
        "may_be_taken": comment.may_be_taken,
    }


def insertables(draft: MinutesDraft, found: PlannedMeeting) -> dict[str, Any]:
    """What is known already and can be put in."""
    plan = found.plan
    points = open_points(
        convention=plan.convention, body=plan.body, day=plan.starts_on, wording=wording_in(draft.head.language)
    )
    used = {one.said.commitment for section in draft.sections for one in section.paragraphs}
    present = next((one for one in draft.sections[0].paragraphs if one.said.kind == "present"), None)
    lines = list(attendance_lines(present.said.text)) if present else []
    known = attendance_known(meeting=found.number)
    return {
        "points": [(one, one.key in used) for one in points],
        "approved": [(f"approved:{one.meeting}:{one.issue.version}", approval_words(one)) for one in _approved(found)],
        "delegations": [line.delegation for line in lines],
        "attendance_known": bool(known) and not lines,
        "kinds": [(code, _(name)) for code, name in KIND_CHOICES if code != "report"],
        "papers": reverse("agenda", args=[found.number]),
    }


def _approved(found: PlannedMeeting) -> list[Any]:
    return approved_by(meeting=found.number)


def approval_words(one: Any) -> str:
    """The decision by which a meeting approves minutes."""
    day = wording.days_in_words(one.issue.content.heading.date)
    if one.issue.corrections:
        return _("The minutes of %(day)s were approved as a correct record, with the corrections that were noted.") % {
            "day": day
        }
    return _("The minutes of %(day)s were approved as a correct record.") % {"day": day}
