"""Which mandates minutes name, as confirmed: who looked after which theme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import heading_of
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import Sourced
from corcom.minutes.models import Finding
from corcom.minutes.queries.items import on_record, typed_item
from corcom.minutes.queries.records import sourced


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateOnRecord:
    """A mandate that the record of a meeting names, and that meeting."""

    meeting_id: int
    heading: Heading
    source: Sourced[typed.Mandate]


def mandates_on_record(*, convention: str, until: date) -> list[MandateOnRecord]:
    """The confirmed mandates in the records of a convention up to a day, by meeting. Two SQL queries."""
    rows = Finding.objects.filter(
        on_record(), kind="mandate", reading__meeting__convention=convention, reading__meeting__starts_on__lte=until
    )
    rows = (
        rows.select_related("reading__meeting")
        .prefetch_related("actors")
        .defer("reading__text", "reading__marks", "reading__record")
    )
    found = []
    for row in rows.order_by("reading__meeting__starts_on", "reading", "position"):
        item, meeting = typed_item(row), row.reading.meeting
        if isinstance(item, typed.Mandate) and meeting is not None:
            source = sourced(row, item)
            found.append(MandateOnRecord(meeting_id=meeting.pk, heading=heading_of(meeting), source=source))
    return found
