"""The meetings of a convention by their codes ("9MSP"), as far as a source gives their days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from corcom.kernel.packaged import rows_of
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.register.domain.data_files import packaged
from corcom.rulebooks.reading import conventions

FILE = "facts/meetings.csv"
COLUMNS = ("convention", "code", "title", "starts_on", "ends_on", "place", "source", "certainty")
LONGEST_CODE = 40
"""Letters, as the facts hold it that name a meeting."""


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


def meetings_in(text: str, known: Collection[str], file: str = FILE) -> tuple[ConventionMeeting, ...]:
    """The meetings of a table, of conventions that are known; raises `CellRefused`."""
    found: dict[tuple[str, str], ConventionMeeting] = {}
    for row in rows_of(file, text, COLUMNS):
        meeting = _meeting(row, known)
        key = (meeting.convention, meeting.code)
        if key in found:
            raise row.refused("code", "each meeting once")
        found[key] = meeting
    return tuple(found.values())


def _meeting(row: TableRow, known: Collection[str]) -> ConventionMeeting:
    starts_on, ends_on = row.day("starts_on"), row.day("ends_on")
    if starts_on is None:
        raise row.refused("starts_on", "a day that exists, such as 2016-04-28")
    if ends_on is None or ends_on < starts_on:
        raise row.refused("ends_on", f"a day on or after {starts_on.isoformat()}")
    row.text("code")
    return ConventionMeeting(
        convention=row.choice("convention", known),
        code=row.short("code", LONGEST_CODE),
        title=row.text("title"),
        starts_on=starts_on,
        ends_on=ends_on,
        place=row.maybe("place"),
        source=row.text("source"),
        certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
    )


@cache
def convention_meetings(convention: str) -> tuple[ConventionMeeting, ...]:
    """The meetings of a convention, in the order of their days."""
    found = [each for each in meetings_in(packaged(FILE), conventions()) if each.convention == convention]
    return tuple(sorted(found, key=lambda meeting: meeting.starts_on))


def first_days(convention: str) -> dict[str, date]:
    """The first day of each meeting, by code.

    >>> first_days("CCM")["9MSP"]
    datetime.date(2019, 9, 2)
    """
    return {meeting.code: meeting.starts_on for meeting in convention_meetings(convention)}
