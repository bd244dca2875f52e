"""The next draft as it stands: computed from what was accepted, and above that what a person edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.next_draft import Accepted, DraftedText, next_draft
from corcom.consultation.models import DraftedParagraph
from corcom.consultation.queries.comments import CommentMade, comments_on
from corcom.consultation.queries.consultations import consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """A paragraph of the next draft. `computed` came out of the accepted comments; `drafted` has the text that holds.

    `version` grows with each edit, 0 before the first. `stale`: what was accepted changed since the last edit.
    """

    drafted: DraftedText
    computed: str
    version: int = 0
    edited_by: str = ""
    edited_at: datetime | None = None
    stale: bool = False

    @property
    def place(self) -> Place:
        """Where in the text."""
        return self.drafted.place


def draft_after(number: int) -> list[DraftLine]:
    """The next draft of a consultation, in the order of the text. Eight SQL queries. Errors: `NoSuchConsultation`."""
    found = consultation(number)
    computed = next_draft(found.paragraphs, accepted_of(comments_on(number)))
    rows = DraftedParagraph.objects.filter(consultation=number).select_related("by").order_by("version")
    edited = {(row.place, row.paragraph): row for row in rows}
    return [_line(each, edited.get((each.place.kind, each.place.paragraph))) for each in computed]


def accepted_of(comments: Sequence[CommentMade]) -> list[Accepted]:
    """What of the comments changes the text."""
    return [
        Accepted(place=each.place, wording=each.treatment.wording or each.comment.wording)
        for each in comments
        if each.treatment and each.treatment.outcome != "not_accepted" and each.comment.change
    ]


def _line(computed: DraftedText, row: DraftedParagraph | None) -> DraftLine:
    if row is None:
        return DraftLine(drafted=computed, computed=computed.text)
    return DraftLine(
        drafted=replace(computed, text=row.text, collide=False),
        computed=computed.text,
        version=row.version,
        edited_by=row.by.get_full_name(),
        edited_at=row.at,
        stale=row.base != computed.text,
    )
