"""The head of a record as one finding: which meeting it was, when, where, and who presided."""

from __future__ import annotations

from dataclasses import dataclass, field

from corcom.kernel.source import Evidence
from corcom.minutes.domain.reading import Item, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingHeading(Item):
    """The single values of a reading. `places` has the words behind each, by key."""

    convention: str | None = None
    body: str | None = None
    meeting_number: int | None = None
    meeting_number_scope: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    chair_delegation: str | None = None
    chair_person: str | None = None
    chair_role: str | None = None
    places: dict[str, Evidence] = field(default_factory=dict)


_FIRST_TO_SHOW = ("date", "body", "convention", "meeting_number", "venue", "start_time", "end_time", "chair")


_NOWHERE = Evidence(start=0, end=0, quote="")


def heading_of(reading: Reading) -> MeetingHeading:
    """The head of a record as one finding; it is there, and empty, where the text says nothing of its meeting.

    Its words are those of the first value that has any; `places` has the others.
    """
    places = dict(reading.header)
    if reading.chair is not None:
        places["chair"] = reading.chair.evidence
    shown = next((places[key] for key in _FIRST_TO_SHOW if key in places), _NOWHERE)
    chair = reading.chair
    return MeetingHeading(
        evidence=shown,
        certainty="certain" if reading.date and reading.body else "doubtful",
        convention=reading.convention,
        body=reading.body,
        meeting_number=reading.meeting_number,
        meeting_number_scope=reading.meeting_number_scope,
        date=reading.date,
        start_time=reading.start_time,
        end_time=reading.end_time,
        venue=reading.venue,
        chair_delegation=chair.delegation if chair else None,
        chair_person=chair.person if chair else None,
        chair_role=chair.role if chair else None,
        places=places,
    )
