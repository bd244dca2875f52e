"""A time-line as JSON values, and the JSON Schema (2020-12) that they fit."""

from __future__ import annotations

from datetime import date
from typing import Any

from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import way_in_words, who
from corcom.rulebooks.timelines import TimelineTemplate

Schema = dict[str, Any]

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


_DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DAY_OR_NONE: Schema = {"anyOf": [_DAY, {"type": "null"}]}
_TEXT: Schema = {"type": "string", "minLength": 1}
_TEXTS: Schema = {"type": "array", "items": _TEXT}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_TEMPLATE = _object(
    {
        **dict.fromkeys(("code", "name", "convention", "source"), _TEXT),
        "since": _DAY,
        "place": {**_TEXT, "description": "The duty station whose holidays count."},
        "needs": {**_TEXTS, "description": "The events from which its steps are counted."},
    }
)
_STEP = _object(
    {
        "step": {**_TEXT, "description": "The code of the step within its template."},
        "name": _TEXT,
        "begins_on": {**_DAY_OR_NONE, "description": "Its first day; null where it cannot be dated."},
        "ends_on": {**_DAY_OR_NONE, "description": "Its last day, which belongs to it."},
        "owner": _TEXT,
        "sign_off": {"anyOf": [_TEXT, {"type": "null"}]},
        "depends_on": {**_TEXTS, "description": "Codes of the steps that are done before."},
        "moved_from": {**_DAY_OR_NONE, "description": "The day off from which its last day was moved."},
        "why": {**_TEXTS, "description": "How its days were found, step by step."},
        "missing": {**_TEXTS, "description": "The events without which it cannot be dated."},
        "reading": {"type": "string", "description": "What the source leaves open, and how it is read."},
    }
)


def timeline_schema() -> Schema:
    """The schema of what `corcom timeline --format json` writes."""
    properties: Schema = {
        "format": {"const": FORMAT},
        "template": _TEMPLATE,
        "events": _object(
            {"meeting_start": _DAY, "meeting_end": _DAY, "committee_meetings": {"type": "array", "items": _DAY}}
        ),
        "steps": {"type": "array", "items": _STEP, "minItems": 1},
        "conflicts": {**_TEXTS, "description": "Steps that would begin before what they depend on is done."},
        "notes": {**_TEXTS, "description": "What is not known of the holidays of its years."},
    }
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "A time-line counted back from a meeting", **_object(properties)}
