"""Rosters, rotations and vacancies as plain values for JSON, and the JSON Schema of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from corcom.mandates.domain.bounds import Reach, close_on
from corcom.mandates.domain.rosters import Roster, RosterLine
from corcom.mandates.domain.rotations import Rotation, Vacancy
from corcom.mandates.domain.seats import Seat, TermVersion
from corcom.mandates.domain.terms import Term, office_name, theme_name
from corcom.register.domain.convention_meetings import ConventionMeeting

Plain = dict[str, Any]


def roster_json(roster: Roster) -> list[Plain]:
    """One entry for each line of a roster."""
    return [_line(line) for line in roster.lines]


def vacancies_json(vacancies: Iterable[Vacancy]) -> list[Plain]:
    """One entry for each vacancy, in the order of the meetings."""
    return [
        {
            "meeting": _meeting(each.meeting),
            **_place(each.meeting.convention, each.office, each.theme),
            "seats": each.seats,
            "certain": each.certain,
            "leaves_nobody": each.leaves_nobody,
            "leaving": [_seat(seat) for seat in each.leaving],
            "staying": [_seat(seat) for seat in each.staying],
        }
        for each in vacancies
    ]


def rotation_json(rotation: Rotation) -> Plain:
    """Who leaves, stays and comes at the close of a meeting."""
    return {
        "meeting": _meeting(rotation.meeting),
        "leaving": [_seat(seat) for seat in rotation.leaving],
        "leaving_by_some_records": [_seat(seat) for seat in rotation.disputed],
        "end_not_said": [_seat(seat) for seat in rotation.unsaid],
        "staying": [_seat(seat) for seat in rotation.staying],
        "coming": [_seat(seat) for seat in rotation.coming],
    }


def _line(line: RosterLine) -> Plain:
    return {
        **_place(line.convention, line.office, line.theme),
        "holders": [seat.holder_name for seat, _ in line.held],
        "holder_codes": [seat.holder for seat, _ in line.held],
        **_bounds(line.convention, line.reach),
        "disputed": [seat.holder_name for seat in line.disputed],
        "records": [_record(term) for _, version in line.held for term in version.terms],
    }


def _seat(seat: Seat) -> Plain:
    return {
        **_place(seat.convention, seat.office, seat.theme),
        "holder": seat.holder_name,
        "holder_code": seat.holder,
        "terms": [_version(seat.convention, version) for version in seat.versions],
    }


def _version(convention: str, version: TermVersion) -> Plain:
    return {**_bounds(convention, version.reach), "records": [_record(term) for term in version.terms]}


def _record(term: Term) -> Plain:
    return {
        "holder": term.holder_name,
        "source": term.source,
        "certainty": term.certainty,
        "seen_on": term.seen_on.isoformat() if term.seen_on else None,
        "note": term.note,
    }


def _place(convention: str, office: str, theme: str) -> Plain:
    return {
        "office": office_name(convention, office),
        "office_code": office,
        "theme": theme_name(convention, theme) or None,
        "theme_code": theme or None,
    }


def _bounds(convention: str, reach: Reach) -> Plain:
    """What the records say; `at_least` where they do not say it and somebody was seen in the office between the two days."""
    found: Plain = {
        "since": _day(reach.since) if reach.said_since else None,
        "until": _day(reach.until) if reach.said_until else None,
        "since_meeting": _code(convention, reach.since) if reach.said_since else None,
        "until_meeting": _code(convention, reach.until) if reach.said_until else None,
        "at_least": None,
    }
    if not (reach.said_since and reach.said_until):
        found["at_least"] = {"since": _day(reach.since), "until": _day(reach.until)}
    return found


def _meeting(meeting: ConventionMeeting) -> Plain:
    return {"code": meeting.code, "title": meeting.title, "closes_on": meeting.ends_on.isoformat()}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _code(convention: str, day: date | None) -> str | None:
    found = close_on(convention, day)
    return found.code if found else None


_TEXT: Plain = {"type": "string"}
_MAYBE: Plain = {"type": ["string", "null"]}
_DATE: Plain = {"type": ["string", "null"], "format": "date"}
_TEXTS: Plain = {"type": "array", "items": _TEXT}


def _object(properties: Mapping[str, Any]) -> Plain:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_PLACE: Plain = {"office": _TEXT, "office_code": _TEXT, "theme": _MAYBE, "theme_code": _MAYBE}
_RECORD = _object(
    {
        "holder": _TEXT,
        "source": {"type": "string", "description": "where it stands"},
        "certainty": {"enum": ["certain", "likely", "doubtful"]},
        "seen_on": {**_DATE, "description": "a day on which the source shows the holder in the office"},
        "note": _TEXT,
    }
)
_BOUNDS: Plain = {
    "since": {**_DATE, "description": "the first day of the term; null where no record says it"},
    "until": {**_DATE, "description": "the first day after the term; null where it is open or no record says it"},
    "since_meeting": {**_MAYBE, "description": "the meeting at whose close it begins"},
    "until_meeting": {**_MAYBE, "description": "the meeting at whose close it ends"},
    "at_least": {
        "anyOf": [_object({"since": _DATE, "until": _DATE}), {"type": "null"}],
        "description": "between which closes somebody was in office at least, where no record says the term",
    },
}
_VERSION = _object({**_BOUNDS, "records": {"type": "array", "items": _RECORD}})
_SEAT = _object(
    {**_PLACE, "holder": _TEXT, "holder_code": _TEXT, "terms": {"type": "array", "items": _VERSION, "minItems": 1}}
)
_SEATS: Plain = {"type": "array", "items": _SEAT}
_MEETING = _object({"code": _TEXT, "title": _TEXT, "closes_on": {"type": "string", "format": "date"}})
_ROSTER: Plain = {
    "type": "array",
    "items": _object(
        {
            **_PLACE,
            "holders": _TEXTS,
            "holder_codes": _TEXTS,
            **_BOUNDS,
            "disputed": {**_TEXTS, "description": "holders to whom another record gives another term"},
            "records": {"type": "array", "items": _RECORD},
        }
    ),
}
_VACANCIES: Plain = {
    "type": "array",
    "items": _object(
        {
            "meeting": _MEETING,
            **_PLACE,
            "seats": {"type": "integer", "minimum": 1, "description": "how many seats nobody is recorded for"},
            "certain": {"type": "integer", "minimum": 0, "description": "how many of them by every record"},
            "leaves_nobody": {"type": "boolean"},
            "leaving": _SEATS,
            "staying": _SEATS,
        }
    ),
}
_ROTATION = _object(
    {
        "meeting": _MEETING,
        "leaving": _SEATS,
        "leaving_by_some_records": _SEATS,
        "end_not_said": _SEATS,
        "staying": _SEATS,
        "coming": _SEATS,
    }
)
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, Plain] = {
    "roster": {"$schema": _DRAFT, "title": "The roster of a convention on a day", **_ROSTER},
    "vacancies": {"$schema": _DRAFT, "title": "The vacancies ahead of a day", **_VACANCIES},
    "rotation": {"$schema": _DRAFT, "title": "The change at the close of a meeting", **_ROTATION},
}
"""The JSON Schema of each answer of `corcom roster`."""
