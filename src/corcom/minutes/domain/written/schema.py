"""The JSON Schemas (2020-12) of what the program publishes: a reading, and a meeting's record.

They follow from the typed records, so that they cannot lag behind; `docs/schema/` holds them as files.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from corcom.documents.domain.text import Mark
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.kernel.json_schema import DIALECT, Schema, tidy
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.findings import class_of
from corcom.minutes.domain.format import FORMAT as READING_FORMAT
from corcom.minutes.domain.written.meeting_file import COMMITMENTS, FORMAT, SECTIONS, ReadingOf, StepOf, Words

_NAMES = {"type": "array", "items": {"type": "string"}}
_PART = r"\d{4}(-\d{2}(-\d{2})?)?"
DATE = rf"^({_PART}(/{_PART})?)?$"
"""A day, month, year, or a period of two such; empty where a commitment has none."""
TIME = r"^(\d{2}:\d{2})?$"
_PATTERNS = {"date": DATE, "due": DATE, "time": TIME, "start_time": TIME, "end_time": TIME}


def reading_schema() -> Schema:
    """The schema of what `corcom read --format json` writes."""
    schema: Schema = tidy(TypeAdapter(typed.Reading).json_schema(), _formed)
    point = schema["$defs"]["ActionPoint"]
    point["properties"] = {("class" if key == "kind" else key): one for key, one in point["properties"].items()}
    point["required"] = list(point["properties"])
    point["description"] = point["description"].replace("`kind`", "`class`")
    properties = {"format": {"const": READING_FORMAT}, **schema["properties"]}
    properties |= {"apologies": _NAMES, "absent": _NAMES}
    head = {"$schema": DIALECT, "title": "What a careful reader takes from minutes"}
    return {**head, **schema, "properties": properties, "required": list(properties)}


def meeting_schema() -> Schema:
    """The schema of what `corcom export meeting --format json` writes and `corcom import meeting` takes."""
    defs: Schema = {"Source": _object(_SOURCE)}
    properties: Schema = {
        "format": {"const": FORMAT},
        "meeting": _heading(defs),
        "documents": _list(_object(_DOCUMENT)),
        "readings": _list(_reading(defs)),
    }
    for section in SECTIONS:
        properties[section] = _list(_entry(section, defs))
    head = {"$schema": DIALECT, "title": "The record of a meeting, as it was confirmed, with what it rests on"}
    return {**head, **_object(properties), "$defs": dict(sorted(defs.items()))}


_DOCUMENT: Schema = {
    "name": {"type": "string"},
    "media_type": {"type": "string"},
    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "content": {
        "description": "The original in base64; null where it was left out, for sites that have it already.",
        "type": ["string", "null"],
        "contentEncoding": "base64",
    },
}


_SOURCE: Schema = {
    "reading": {"type": "integer", "minimum": 0, "description": "The place of the reading in `readings`."},
    "start": {"type": "integer", "minimum": 0},
    "end": {"type": "integer", "minimum": 0},
    "quote": {"type": "string", "description": "Exactly the words of its text from `start` to `end`."},
    "fingerprint": {
        "type": "string",
        "pattern": "^[0-9a-f]{64}$",
        "description": "The same for the same item found by another version of the reader.",
    },
}


def _heading(defs: Schema) -> Schema:
    schema = _of(Heading, defs)
    schema["properties"]["next"] = {"anyOf": [_of(NextMeeting, defs), {"type": "null"}]}
    return _object(schema["properties"])


def _reading(defs: Schema) -> Schema:
    schema = _of(ReadingOf, defs)
    schema["properties"]["marks"] = _list(_named(Mark, defs))
    return schema


def _entry(section: str, defs: Schema) -> Schema:
    schema = _of(class_of(SECTIONS[section]), defs)
    properties = {key: one for key, one in schema["properties"].items() if key != "evidence"}
    properties["actors"] = _list(_named(Actor, defs))
    properties["source"] = {"$ref": "#/$defs/Source"}
    if section in COMMITMENTS:
        properties["follow_up"] = _follow_up(section, defs)
    return {**schema, **_object(properties)}


def _follow_up(section: str, defs: Schema) -> Schema:
    return _object(
        {
            "state": {"enum": ["open", "done", "superseded"]},
            "terms": _named(ActionPointTerms if section == "action_points" else DecisionTerms, defs),
            "words": _named(Words, defs),
            "steps": _list(_named(StepOf, defs)),
        }
    )


def _named(kind: type[Any], defs: Schema) -> Schema:
    """A reference to the schema of a class that is used in several places."""
    if kind.__name__ not in defs:
        defs[kind.__name__] = _of(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _of(kind: type[Any], defs: Schema) -> Schema:
    """The schema of a class; what it refers to goes to `defs`."""
    schema: Schema = tidy(TypeAdapter(kind).json_schema(), _formed)
    defs |= schema.pop("$defs", {})
    return schema


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _formed(key: str, schema: Schema) -> Schema:
    if key not in _PATTERNS:
        return schema
    if schema.get("type") == "string" and "format" not in schema:
        return {**schema, "pattern": _PATTERNS[key]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [_formed(key, one) for one in schema["anyOf"]]}
    return schema
