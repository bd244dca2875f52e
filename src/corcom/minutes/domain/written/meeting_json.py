"""A meeting's file as JSON values. `from_meeting_json`, the way back, stands in `meeting_reading`."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC
from typing import Any

from corcom.kernel.actor import Actor
from corcom.minutes.domain.findings import payload_of
from corcom.minutes.domain.written.meeting_file import (
    FORMAT,
    SECTIONS,
    Document,
    Entry,
    FollowedUp,
    MeetingFile,
    ReadingOf,
    StepOf,
)


def to_meeting_json(file: MeetingFile) -> dict[str, Any]:
    """A meeting's file in the published format; the same file gives the same values, in the same order."""
    heading = asdict(file.heading)
    heading["next"] = asdict(file.next_meeting) if file.next_meeting else None
    return {
        "format": FORMAT,
        "meeting": heading,
        "documents": [_document(document) for document in file.documents],
        "readings": [_reading(reading) for reading in file.readings],
        **{section: [_entry(entry) for entry in file.entries.get(section, ())] for section in SECTIONS},
    }


def without_originals(values: dict[str, Any]) -> dict[str, Any]:
    """The same without the content of the documents: lighter, and only for sites that have them already."""
    return {**values, "documents": [{**document, "content": None} for document in values["documents"]]}


def _document(document: Document) -> dict[str, Any]:
    content = document.content
    return {
        "name": document.name,
        "media_type": document.media_type,
        "sha256": document.sha256,
        "content": base64.b64encode(content).decode("ascii") if content is not None else None,
    }


def _reading(reading: ReadingOf) -> dict[str, Any]:
    return {
        "document": reading.document,
        "reader": reading.reader,
        "read_at": reading.read_at.astimezone(UTC).isoformat(),
        "superseded": reading.superseded,
        "text": reading.text,
        "marks": list(reading.marks),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    item = entry.item
    values = {
        **payload_of(item),
        "certainty": item.certainty,
        "actors": _actors(entry.actors),
        "source": {"reading": entry.reading, **asdict(item.evidence), "fingerprint": entry.fingerprint},
    }
    if entry.followed_up is not None:
        values["follow_up"] = _followed_up(entry.followed_up)
    return values


def _followed_up(followed: FollowedUp) -> dict[str, Any]:
    terms = {key: _plain(value) for key, value in asdict(followed.terms).items()}
    terms["owners"] = _actors(followed.terms.owners)
    return {
        "state": followed.state,
        "terms": terms,
        "words": asdict(followed.words),
        "steps": [_step(step) for step in followed.steps],
    }


def _step(step: StepOf) -> dict[str, Any]:
    later = step.superseded_by
    return {
        "kind": step.kind,
        "on": step.on.isoformat(),
        "note": step.note,
        "shown": asdict(step.shown) if step.shown else None,
        "superseded_by": {key: _plain(value) for key, value in asdict(later).items()} if later else None,
    }


def _actors(actors: Sequence[Actor]) -> list[dict[str, str]]:
    return [{"code": actor.code, "name": actor.name} for actor in actors]


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
