"""Writing the columns of a meeting."""

from __future__ import annotations

from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import Meeting


def columns_of(heading: Heading) -> dict[str, object]:
    """The columns of a meeting that its heading fills; convention and body are not among them."""
    return {
        "date": heading.date,
        "starts_on": heading.starts_on,
        "ends_on": heading.ends_on,
        "number": heading.number,
        "number_scope": heading.number_scope[:100],
        "start_time": heading.start_time[:5],
        "end_time": heading.end_time[:5],
        "venue": heading.venue[:300],
        "chair_code": heading.chair.code if heading.chair else "",
        "chair_name": heading.chair.name[:200] if heading.chair else "",
        "chair_person": heading.chair_person[:200],
        "chair_role": heading.chair_role[:200],
    }


def write_columns(meeting: Meeting, values: dict[str, object]) -> None:
    """Write these columns of a meeting and no others."""
    for key, value in values.items():
        setattr(meeting, key, value)
    if values:
        meeting.save(update_fields=list(values))
