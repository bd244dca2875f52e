"""The meetings of a convention by their codes ("9MSP"), as far as a source gives their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.source import CERTAINTIES, Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionMeeting:
    convention: str
    code: str
    title: str
    starts_on: date
    ends_on: date
    place: str
    source: str
    certainty: Certainty


@cache
def convention_meetings(convention: str) -> tuple[ConventionMeeting, ...]:
    """The meetings that come with CorCom, in the order of their days (`register/data/facts/meetings.csv`)."""
    found = [
        ConventionMeeting(
            convention=convention,
            code=row.text("code"),
            title=row.text("title"),
            starts_on=row.day("starts_on") or date.min,
            ends_on=row.day("ends_on") or date.min,
            place=row.maybe("place"),
            source=row.text("source"),
            certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
        )
        for row in packaged_rows("corcom.register", "data", "facts", "meetings.csv")
        if row.maybe("convention") == convention
    ]
    return tuple(sorted(found, key=lambda meeting: meeting.starts_on))


def first_days(convention: str) -> dict[str, date]:
    """The first day of each meeting, by code.

    >>> first_days("CCM")["9MSP"]
    datetime.date(2019, 9, 2)
    """
    return {meeting.code: meeting.starts_on for meeting in convention_meetings(convention)}
