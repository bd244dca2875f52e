"""What delegations said of a circulated text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Prefetch, QuerySet

from corcom.consultation.domain.comments import Change, Comment, Place, PlaceKind
from corcom.consultation.models import CirculatedParagraph, CommentTreatment, CommentVersion
from corcom.kernel.errors import CorcomError


class NoSuchComment(CorcomError):
    """There is no comment with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no comment {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What became of a comment: accepted, changed (accepted with changes) or not_accepted, and why."""

    outcome: str
    wording: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentMade:
    """What a delegation (`party`, a code) says at one place, in the version that holds.

    `said_by` is who wrote, as they said; `recorded_by` who of the secretariat wrote it down, from the message `reply` where
    it came by e-mail. `treatment` is None until somebody said what becomes of it.
    """

    number: int
    party: str
    comment: Comment
    version: int
    withdrawn: bool
    said_by: str
    recorded_by: str
    reply: int | None
    at: datetime
    treatment: Treatment | None

    @property
    def place(self) -> Place:
        """Where in the text."""
        return self.comment.place


def comments_on(number: int, *, party: str = "") -> list[CommentMade]:
    """What holds of what was said in a consultation, in the order of the text, then of the delegations. Three SQL queries.

    Taken back comments are left out; that a delegation has no comments is among them (`Place` of the kind none).
    """
    latest = _latest(comments_ever(number, party=party))
    order = dict(CirculatedParagraph.objects.filter(consultation=number).values_list("number", "position"))
    return sorted((each for each in latest if not each.withdrawn), key=lambda each: _order(each, order))


def comments_ever(number: int, *, party: str = "") -> list[CommentMade]:
    """All versions of all comments in a consultation, the first first. Two SQL queries."""
    rows = _rows().filter(party__consultation=number)
    return [comment_of(row) for row in (rows.filter(party__code=party) if party else rows)]


def comment_made(*, consultation: int, number: int) -> CommentMade:
    """One version of a comment. Two SQL queries. Errors: `NoSuchComment`."""
    row = _rows().filter(party__consultation=consultation, pk=number).first()
    if row is None:
        raise NoSuchComment(number)
    return comment_of(row)


def comment_of(row: CommentVersion) -> CommentMade:
    """A row as a value; its treatments that hold are prefetched."""
    treated = next(iter(row.treatments.all()), None)
    return CommentMade(
        number=row.pk,
        party=row.party.code,
        comment=Comment(
            place=Place(cast("PlaceKind", row.place), row.paragraph),
            text=row.text,
            change=cast("Change", row.change),
            wording=row.wording,
        ),
        version=row.version,
        withdrawn=row.withdrawn,
        said_by=row.said_by,
        recorded_by=row.recorded_by.get_full_name() if row.recorded_by else "",
        reply=row.reply_id,
        at=row.at,
        treatment=_treatment(treated) if treated else None,
    )


def _treatment(row: CommentTreatment) -> Treatment:
    return Treatment(outcome=row.outcome, wording=row.wording, reason=row.reason, at=row.at, by=row.by.get_full_name())


def _latest(versions: Iterable[CommentMade]) -> list[CommentMade]:
    found = {(each.party, each.place): each for each in versions}
    return list(found.values())


def _order(each: CommentMade, positions: dict[str, int]) -> tuple[int, int, str]:
    kinds = {"general": -2, "none": -1}
    return (kinds.get(each.place.kind, positions.get(each.place.paragraph, 0)), each.place.kind == "after", each.party)


def _rows() -> QuerySet[CommentVersion]:
    holding = CommentTreatment.objects.filter(undone_at__isnull=True).select_related("by")
    rows = CommentVersion.objects.select_related("party", "recorded_by").order_by("pk")
    return rows.prefetch_related(Prefetch("treatments", holding))
