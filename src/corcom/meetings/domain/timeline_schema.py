"""The JSON Schema (2020-12) that a time-line as JSON values fits."""

from __future__ import annotations

from typing import Any

from corcom.meetings.domain.timeline_json import FORMAT

Schema = dict[str, Any]


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
