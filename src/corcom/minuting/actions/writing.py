"""Writing in minutes: paragraphs are added, changed, moved and taken out by several people at once, and nothing is lost."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from corcom.access.models import User
from corcom.minuting.actions.starting import written
from corcom.minuting.actions.versions import AT_THE_END, add, put, write
from corcom.minuting.domain.paragraphs import MergedParagraph, TakingDown, both_merged, checked, taking_down
from corcom.minuting.models import MinutesParagraph, MinutesSection, ParagraphVersion, WrittenMinutes
from corcom.minuting.queries.errors import NoSuchParagraph
from corcom.minuting.queries.insertables import convention_of_point

WrittenAs = Literal["unchanged", "saved", "merged", "collided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphWritten:
    """What became of a paragraph that somebody wrote.

    `said` is what it says now. Where it `collided`, nothing of mine was saved but as a version beside it; `both` has what the
    two of us say together, and `other` is who wrote the rest of it.
    """

    outcome: WrittenAs
    version: int
    said: TakingDown
    other: str = ""
    both: MergedParagraph | None = None


@transaction.atomic
def add_paragraph(
    *, meeting: int, section: int, said: TakingDown, by: User, at: datetime, after: int | None = AT_THE_END
) -> int:
    """Add a paragraph to a section, after another (None: before all); gives its number.

    Errors: `NotWritten`, `AlreadyApproved`, `NoSuchParagraph` (no such section; a point of another convention),
    `ParagraphRefused`.
    """
    minutes = written(meeting)
    where = MinutesSection.objects.filter(minutes=minutes, pk=section).first()
    if where is None:
        raise NoSuchParagraph(section)
    _must_be_ours(minutes, said.commitment, at)
    return add(where, checked(said), by=by, at=at, after=after).pk


@transaction.atomic
def write_paragraph(
    *, meeting: int, number: int, before: TakingDown, said: TakingDown, by: User, at: datetime
) -> ParagraphWritten:
    """Save what somebody made of a paragraph that said `before` when they began.

    Where somebody else changed it meanwhile, both changes are put together; where both wrote something else at one place, what
    the other wrote stands, and mine is kept as a version beside it and given back to choose.
    Errors: `NotWritten`, `AlreadyApproved`, `NoSuchParagraph`, `ParagraphRefused`.
    """
    minutes = written(meeting)
    row = _held(minutes, number)
    mine, theirs = checked(said), taking_down(row.said)
    if mine.commitment != theirs.commitment:
        _must_be_ours(minutes, mine.commitment, at)
    was = checked(before)
    if row.removed:
        # It is there again, because somebody still writes in it.
        row.removed = False
    elif mine == theirs:
        return ParagraphWritten(outcome="unchanged", version=row.version, said=theirs)
    if theirs == was:
        return _saved(row, mine, "changed", by, at)
    other = row.changed_by.get_full_name()
    both = both_merged(was, mine, theirs)
    if both.differ:
        _keep_beside(row, mine, by, at)
        return ParagraphWritten(outcome="collided", version=row.version, said=theirs, other=other, both=both)
    if both.together == theirs:
        return ParagraphWritten(outcome="unchanged", version=row.version, said=theirs, other=other)
    return _saved(row, both.together, "merged", by, at, other)


@transaction.atomic
def move_paragraph(*, meeting: int, number: int, by: User, at: datetime, down: bool) -> None:
    """Move a paragraph one place, and from the edge of its section into the next.

    Errors: `NotWritten`, `AlreadyApproved`, `NoSuchParagraph`.
    """
    minutes = written(meeting)
    row = _held(minutes, number)
    target = _neighbour(minutes, row, down=down)
    if target is None:
        return
    put(row, *target)
    write(row, "moved", by=by, at=at)


@transaction.atomic
def remove_paragraph(*, meeting: int, number: int, by: User, at: datetime) -> None:
    """Take a paragraph out; its words stay in its versions.

    Errors: `NotWritten`, `AlreadyApproved`, `NoSuchParagraph`.
    """
    row = _held(written(meeting), number)
    if not row.removed:
        row.removed = True
        write(row, "removed", by=by, at=at)


def _must_be_ours(minutes: WrittenMinutes, commitment: str, at: datetime) -> None:
    """That a report is on a point of the meeting's own convention: issuing it changes the point, and it shows its words.

    Errors: `NoSuchParagraph`.
    """
    if commitment and convention_of_point(key=commitment, day=at.date()) != minutes.plan.meeting.convention:
        raise NoSuchParagraph(0)


def _held(minutes: WrittenMinutes, number: int) -> MinutesParagraph:
    rows = MinutesParagraph.objects.select_for_update(of=("self",)).select_related("section", "changed_by")
    row = rows.filter(section__minutes=minutes, pk=number).first()
    if row is None:
        raise NoSuchParagraph(number)
    return row


def _saved(
    row: MinutesParagraph,
    said: TakingDown,
    kind: WrittenAs | Literal["changed"],
    by: User,
    at: datetime,
    other: str = "",
) -> ParagraphWritten:
    row.said = asdict(said)
    write(row, kind, by=by, at=at)
    outcome: WrittenAs = "merged" if kind == "merged" else "saved"
    return ParagraphWritten(outcome=outcome, version=row.version, said=said, other=other)


def _keep_beside(row: MinutesParagraph, mine: TakingDown, by: User, at: datetime) -> None:
    """Keep what collided, once."""
    values = asdict(mine)
    last = row.versions.filter(kind="collided", by=by).last()
    if last is None or last.said != values:
        ParagraphVersion.objects.create(
            paragraph=row, version=row.version, kind="collided", said=values, section_id=row.section_id, at=at, by=by
        )


def _neighbour(
    minutes: WrittenMinutes, row: MinutesParagraph, *, down: bool
) -> tuple[MinutesSection, int | None] | None:
    """Where a paragraph goes that is moved by one: a section, and after which paragraph. None at the end of all."""
    shown = [one.pk for one in row.section.paragraphs.filter(removed=False).order_by("position", "id")]
    at = shown.index(row.pk) if row.pk in shown else 0
    if down and at + 1 < len(shown):
        return row.section, shown[at + 1]
    if not down and at > 0:
        return row.section, shown[at - 2] if at > 1 else None
    sections = list(minutes.sections.all())
    place = [one.pk for one in sections].index(row.section_id) + (1 if down else -1)
    if not 0 <= place < len(sections):
        return None
    return sections[place], None if down else AT_THE_END
