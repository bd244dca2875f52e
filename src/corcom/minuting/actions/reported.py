"""Open points that minutes report on: taken up at the meeting, or closed with the words of the minutes that show it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from corcom.access.models import User
from corcom.followup.actions import FollowUpRefused, Shown, close_commitment, reopen_commitment, take_up_commitment
from corcom.followup.domain.commitment import Ref
from corcom.followup.models import FollowUpEvent
from corcom.minutes.actions import NotWithdrawn
from corcom.minutes.models import Reading
from corcom.minuting.domain.composing import WRITER, Composed
from corcom.minuting.domain.content import IssuedParagraph, MinutesContent
from corcom.minuting.queries.insertables import ref_of


def take_up_reported(
    *, content: MinutesContent, made: Composed, reading: Reading, by: User, at: datetime
) -> Iterator[NotWithdrawn]:
    """Let follow-up know what was reported on open points, each once; gives what it refused."""
    for one in content.of_kind("report"):
        ref = ref_of(one.commitment)
        if ref is None:
            continue
        shown = Shown(file_id=reading.file_id, evidence=made.paragraphs[one.id])
        try:
            _follow(one, ref, content, shown, reading, by, at)
        except FollowUpRefused as refused:
            yield NotWithdrawn(words=one.about, why=refused)


def _follow(
    one: IssuedParagraph,
    ref: Ref,
    content: MinutesContent,
    shown: Shown,
    reading: Reading,
    by: User,
    at: datetime,
) -> None:
    on = content.heading.ends_on
    told = _told_before(ref, reading)
    if one.done and told != "closed":
        close_commitment(commitment=ref, on=on, by=by, at=at, note=one.text, shown=shown)
    elif not one.done and told == "closed":
        reopen_commitment(commitment=ref, on=on, by=by, at=at, note=one.text)
    elif not one.done and told == "":
        take_up_commitment(commitment=ref, on=on, by=by, at=at, note=one.text, shown=shown)


def _told_before(ref: Ref, reading: Reading) -> str:
    """What an earlier issue of the same minutes made of the point; "" where none did."""
    issues = Reading.objects.filter(meeting=reading.meeting_id or 0, reader=WRITER)
    files = list(issues.values_list("file", flat=True))
    events = FollowUpEvent.objects.filter(**{ref.kind: ref.number}, kind__in=("closed", "reopened", "taken_up"))
    kinds = list(events.order_by("id").values_list("kind", "file"))
    ours = [kind for kind, file in kinds if kind == "reopened" or file in files]
    return ours[-1] if any(file in files for _, file in kinds) else ""
