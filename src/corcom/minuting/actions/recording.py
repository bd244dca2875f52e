"""An issue of minutes becomes the record of its meeting, by the same actions as minutes that were read from a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.documents.domain import DocumentText
from corcom.kernel.wording import Wording
from corcom.minutes.actions import (
    NotWithdrawn,
    accept_findings,
    edit_finding,
    move_sources,
    succeed_reading,
    take_in,
    withdraw_gone,
)
from corcom.minutes.domain.format import to_json
from corcom.minutes.domain.whole import Whole
from corcom.minutes.models import Reading
from corcom.minuting.actions.reported import take_up_reported
from corcom.minuting.domain.composing import WRITER, Composed, composed
from corcom.minuting.domain.content import MinutesContent
from corcom.minuting.models import MinutesIssue


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The reading that the record rests on from now on, and what did not follow."""

    reading: Reading
    refused: tuple[NotWithdrawn, ...] = ()


@transaction.atomic
def record_issue(
    *, content: MinutesContent, version: int, last: MinutesIssue | None, by: User, at: datetime, wording: Wording
) -> Recorded:
    """Keep the text of an issue, confirm what it says as its writer wrote it, and let the record follow.

    Where an issue was recorded before, what is the same passes on, what changed is corrected, and what was taken out leaves the
    record, unless somebody followed it up since.
    """
    made = composed(content, wording, version=version)
    reading = _taken_in(content, version, made, by, at)
    refused: list[NotWithdrawn] = []
    if last is not None:
        succeed_reading(before=last.reading_id, after=reading.pk)
    _confirm(reading.pk, by, at)
    if last is not None:
        move_sources(reading=reading.pk)
        refused += withdraw_gone(reading=last.reading_id, by=by, at=at)
    reading.refresh_from_db()
    refused += take_up_reported(content=content, made=made, reading=reading, by=by, at=at)
    return Recorded(reading=reading, refused=tuple(refused))


def _taken_in(content: MinutesContent, version: int, made: Composed, by: User, at: datetime) -> Reading:
    whole = Whole(
        reader=WRITER,
        text=DocumentText(text=made.text, media_type="text/plain"),
        reading=made.reading,
        record=to_json(made.reading),
    )
    return take_in(
        content=io.BytesIO(made.text.encode()),
        name=f"minutes-{content.heading.starts_on.isoformat()}-v{version}.txt",
        whole=whole,
        at=at,
        by=by.get_username(),
    ).reading


def _confirm(reading: int, by: User, at: datetime) -> None:
    """Confirm everything that its writer wrote: what passed on with other values, the head of the record first, then the new."""
    rows = Reading.objects.get(pk=reading).findings.order_by("position")
    for row in rows.filter(state="accepted"):
        if row.confirmed != row.payload:
            edit_finding(finding=row.pk, payload=row.payload, by=by, at=at)
    proposed = list(rows.filter(state="proposed").values_list("pk", flat=True))
    if proposed:
        accept_findings(findings=proposed, by=by, at=at)
