"""A programme of work as plain values, as it is released; and a session as plain values, as its history keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any, TypedDict

from corcom.mandates.domain.terms import name_of
from corcom.meetings.domain.plan import Plan
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session, SessionPart, part_minutes, working_minutes

SESSION_KEYS = ("day", "start", "end", "title", "theme", "body", "room", "chairs", "people", "parts", "note")


class PartJson(TypedDict):
    """A part of a session, and its minutes; 0 where nothing was said."""

    title: str
    minutes: int


class ChairJson(TypedDict):
    """Who presides: the code of a State or an organisation, and its name in English."""

    code: str
    name: str


class SessionJson(TypedDict):
    """One session as it was released. `name` is its title, or the name of its theme in English."""

    uid: str
    day: str
    start: str
    end: str
    name: str
    title: str
    theme: str
    body: str
    room: str
    chairs: list[ChairJson]
    people: list[str]
    parts: list[PartJson]
    minutes: int
    note: str


class ProgrammeJson(TypedDict):
    """A programme of work. `version` is 0 for a draft; times are those of the clock in `zone`."""

    convention: str
    body: str
    number: int | None
    number_scope: str
    date: str
    zone: str
    place: str
    version: int
    slots: list[dict[str, str]]
    sessions: list[SessionJson]


def programme_json(plan: Plan, programme: Programme, *, version: int) -> ProgrammeJson:
    """The programme of a planned meeting, sessions by day and time. The joining link stays in the house."""
    return {
        "convention": plan.convention,
        "body": plan.body,
        "number": plan.number,
        "number_scope": plan.number_scope,
        "date": plan.date,
        "zone": plan.zone,
        "place": plan.place,
        "version": version,
        "slots": [{"start": slot.start, "end": slot.end, "name": slot.name} for slot in programme.slots],
        "sessions": [_session_json(programme, session) for session in programme.in_order],
    }


def _session_json(programme: Programme, session: Session) -> SessionJson:
    minutes = part_minutes(session, programme.slots)
    return {
        "uid": session.uid,
        "day": session.day.isoformat(),
        "start": session.start,
        "end": session.end,
        "name": programme.name_of(session),
        "title": session.title,
        "theme": session.theme,
        "body": session.body,
        "room": session.room,
        "chairs": [{"code": code, "name": name_of(code)} for code in session.chairs],
        "people": list(session.people),
        "parts": [{"title": part.title, "minutes": took} for part, took in zip(session.parts, minutes, strict=True)],
        "minutes": working_minutes(session, programme.slots),
        "note": session.note,
    }


def session_values(session: Session) -> dict[str, Any]:
    """What is said of a session, as plain values: its day as ISO text, its parts as keys and values."""
    values = asdict(session)
    kept = {key: values[key] for key in SESSION_KEYS}
    return {**kept, "day": session.day.isoformat(), **{key: list(kept[key]) for key in ("chairs", "people", "parts")}}


def session_from(values: Mapping[str, Any]) -> Session:
    """The way back from `session_values`."""
    return Session(
        **{key: values[key] for key in ("start", "end", "title", "theme", "body", "room", "note")},
        day=date.fromisoformat(values["day"]),
        chairs=tuple(values["chairs"]),
        people=tuple(values["people"]),
        parts=tuple(SessionPart(**part) for part in values["parts"]),
    )
