"""A time-line as JSON values; `timeline_schema` has the schema that they fit."""

from __future__ import annotations

from datetime import date
from typing import Any

from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import way_in_words, who
from corcom.rulebooks.timelines import TimelineTemplate

FORMAT = "corcom-timeline/1"


def timeline_json(drawn: Timeline) -> dict[str, Any]:
    """A time-line as plain values: days as ISO text, null where there is none, words in English."""
    events = drawn.events
    return {
        "format": FORMAT,
        "template": template_json(drawn.template),
        "events": {
            "meeting_start": events.meeting_start.isoformat(),
            "meeting_end": events.meeting_end.isoformat(),
            "committee_meetings": [day.isoformat() for day in events.committee_meetings],
        },
        "steps": [_step(step) for step in drawn.steps],
        "conflicts": [str(each.words) for each in drawn.conflicts],
        "notes": [str(each) for each in drawn.notes],
    }


def template_json(template: TimelineTemplate) -> dict[str, Any]:
    """What a template is, and which events its steps need."""
    return {
        "code": template.code,
        "name": template.name,
        "convention": template.convention,
        "source": template.source,
        "since": template.since.isoformat(),
        "place": template.place,
        "needs": list(template.events),
    }


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "step": step.code,
        "name": step.name,
        "begins_on": _iso(step.begins_on),
        "ends_on": _iso(step.ends_on),
        "owner": who(step.step.owners),
        "sign_off": who(step.step.sign_off) or None,
        "depends_on": list(step.step.depends_on),
        "moved_from": _iso(step.moved_from),
        "why": list(way_in_words(step)),
        "missing": [str(each) for each in step.missing],
        "reading": step.step.reading,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
