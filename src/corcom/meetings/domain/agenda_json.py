"""An agenda as plain values, as it is released and as it goes out as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from corcom.meetings.domain.agenda import DraftItem
from corcom.meetings.domain.plan import Plan


class ItemJson(TypedDict):
    """One item: its number, what it is, who introduces it, how long, and the names of its papers."""

    number: int
    title: str
    introduced_by: str
    minutes: int
    text: str
    papers: list[str]


class AgendaJson(TypedDict):
    """An agenda. `version` is 0 for a draft; `starts_at` is a moment with its offset, `ends_at` likewise or ""."""

    convention: str
    body: str
    number: int | None
    number_scope: str
    starts_at: str
    ends_at: str
    date: str
    start_time: str
    end_time: str
    zone: str
    place: str
    languages: list[str]
    version: int
    items: list[ItemJson]


def agenda_json(plan: Plan, items: Sequence[tuple[DraftItem, Sequence[str]]], *, version: int) -> AgendaJson:
    """The agenda of a planned meeting: each item with the names of its papers. The joining link stays in the house."""
    return {
        "convention": plan.convention,
        "body": plan.body,
        "number": plan.number,
        "number_scope": plan.number_scope,
        "starts_at": plan.starts_at.isoformat(),
        "ends_at": plan.ends_at.isoformat() if plan.ends_at else "",
        "date": plan.date,
        "start_time": plan.start_time,
        "end_time": plan.end_time,
        "zone": plan.zone,
        "place": plan.place,
        "languages": list(plan.languages),
        "version": version,
        "items": [
            {
                "number": number,
                "title": item.title,
                "introduced_by": item.introduced_by,
                "minutes": item.minutes,
                "text": item.text,
                "papers": list(papers),
            }
            for number, (item, papers) in enumerate(items, start=1)
        ],
    }
