"""A meeting's file from JSON: checked whole, every place that is wrong named, before anything is made of it."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from corcom.documents.domain.text import Mark
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.kernel.calendar import is_iso
from corcom.kernel.errors import CorcomError
from corcom.kernel.source import Certainty, Evidence
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.expected import expected
from corcom.minutes.domain.findings import PayloadRefused, item_of
from corcom.minutes.domain.heading import MeetingHeading
from corcom.minutes.domain.written.meeting_file import (
    COMMITMENTS,
    FORMAT,
    SECTIONS,
    Document,
    Entry,
    FollowedUp,
    MeetingFile,
    ReadingOf,
    StepOf,
    Words,
)


class NotAMeeting(CorcomError):
    """A JSON document that is no meeting's record: `problems` names each place and what is wrong there."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


class _Source(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    reading: int
    start: int
    end: int
    quote: str
    fingerprint: str


class _FollowUp(BaseModel):
    """`terms` are checked by the kind of commitment."""

    model_config = ConfigDict(extra="forbid")
    state: Literal["open", "done", "superseded"]
    terms: dict[str, Any]
    words: Words
    steps: tuple[StepOf, ...]


_HEAD = frozenset(field.name for field in fields(typed.Reading))
_CERTAINTY: TypeAdapter[Certainty] = TypeAdapter(Certainty)
_ACTORS: TypeAdapter[tuple[Actor, ...]] = TypeAdapter(tuple[Actor, ...])
_HEADING: TypeAdapter[Heading] = TypeAdapter(Heading)
_NEXT: TypeAdapter[NextMeeting | None] = TypeAdapter(NextMeeting | None)
_DOCUMENT: TypeAdapter[Document] = TypeAdapter(Document)
_READING: TypeAdapter[ReadingOf] = TypeAdapter(ReadingOf)
_MARK: TypeAdapter[Mark] = TypeAdapter(Mark)
_POINT: TypeAdapter[ActionPointTerms] = TypeAdapter(ActionPointTerms)
_DECISION: TypeAdapter[DecisionTerms] = TypeAdapter(DecisionTerms)


def from_meeting_json(values: object) -> MeetingFile:
    """A meeting's file from its JSON values; raises `NotAMeeting` with every place that is wrong."""
    return _Checker().file(values)


class _Checker:
    """Goes through a whole document and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.documents: list[Document] = []
        self.readings: list[ReadingOf] = []

    def file(self, values: object) -> MeetingFile:
        if not isinstance(values, dict):
            raise NotAMeeting(["document: it is no JSON object"])
        if values.get("format") != FORMAT:
            raise NotAMeeting([f"format: {values.get('format')!r} is not {FORMAT!r}"])
        self._known(values)
        heading, following = self._heading(values.get("meeting"))
        documents = (self._document(place, one) for place, one in self._list(values, "documents"))
        self.documents = [document for document in documents if document]
        self._once([document.sha256 for document in self.documents])
        # Places in a list mean nothing while one of its members is missing.
        self._stop()
        readings = (self._reading(place, one) for place, one in self._list(values, "readings"))
        self.readings = [reading for reading in readings if reading]
        self._stop()
        entries = {section: tuple(self._entries(values, section)) for section in SECTIONS}
        self._stop()
        assert heading is not None  # noqa: S101  a heading that is wrong was a problem above
        self._one_day(heading, entries["headings"])
        self._stop()
        return MeetingFile(
            heading=heading,
            next_meeting=following,
            documents=tuple(self.documents),
            readings=tuple(self.readings),
            entries=entries,
        )

    def _stop(self) -> None:
        if self.problems:
            raise NotAMeeting(self.problems)

    def _wrong(self, place: str, why: str) -> None:
        self.problems.append(f"{place}: {why}")

    def _known(self, values: dict[str, Any]) -> None:
        known = {"format", "meeting", "documents", "readings", *SECTIONS}
        for key in values:
            if key not in known:
                self._wrong(key, "not known")

    def _checked(self, place: str, adapter: TypeAdapter[Any] | type[BaseModel], value: object) -> Any:
        """The value as its type has it; None, and a problem for each place, where it does not fit."""
        try:
            if isinstance(adapter, TypeAdapter):
                return adapter.validate_python(value, extra="forbid")
            return adapter.model_validate(value)
        except ValidationError as error:
            for one in error.errors():
                self._wrong(".".join([place, *map(str, one["loc"])]), expected(one))
            return None

    def _once(self, sums: list[str]) -> None:
        for place, one in enumerate(sums):
            if one in sums[:place]:
                self._wrong(f"documents.{place}.sha256", "it is there twice")

    def _list(self, values: dict[str, Any], key: str) -> Iterator[tuple[str, dict[str, Any]]]:
        found = values.get(key)
        if not isinstance(found, list):
            self._wrong(key, "a list is missing here")
            return
        for place, one in enumerate(found):
            if isinstance(one, dict):
                yield f"{key}.{place}", one
            else:
                self._wrong(f"{key}.{place}", "it is no JSON object")

    def _heading(self, values: object) -> tuple[Heading | None, NextMeeting | None]:
        if not isinstance(values, dict):
            self._wrong("meeting", "it is missing")
            return None, None
        heading = self._checked("meeting", _HEADING, {key: one for key, one in values.items() if key != "next"})
        if heading is not None and not heading.body.strip():
            self._wrong("meeting.body", "a meeting needs one")
        if heading is not None and not is_iso(heading.date):
            self._wrong("meeting.date", f"{heading.date!r} is no ISO 8601 date")
        return heading, self._checked("meeting.next", _NEXT, values.get("next"))

    def _one_day(self, heading: Heading, heads: Sequence[Entry]) -> None:
        """Whether a head of the records says the day of the meeting; of several, one that was put right suffices."""
        said = {
            number: head.item.date
            for number, head in enumerate(heads)
            if isinstance(head.item, MeetingHeading) and head.item.date
        }
        if said and heading.date not in said.values():
            for number, date in said.items():
                self._wrong(f"headings.{number}.date", f"{date!r} does not fit meeting.date, {heading.date!r}")

    def _document(self, place: str, values: dict[str, Any]) -> Document | None:
        encoded = values.get("content")
        try:
            content = base64.b64decode(encoded, validate=True) if encoded is not None else None
        except (binascii.Error, TypeError, ValueError):
            self._wrong(f"{place}.content", "it is no base64")
            return None
        if content is not None and hashlib.sha256(content).hexdigest() != values.get("sha256"):
            self._wrong(f"{place}.sha256", "the content has another one")
            return None
        found: Document | None = self._checked(place, _DOCUMENT, {**values, "content": content})
        return found

    def _reading(self, place: str, values: dict[str, Any]) -> ReadingOf | None:
        found: ReadingOf | None = self._checked(place, _READING, values)
        if found is None:
            return None
        if not 0 <= found.document < len(self.documents):
            self._wrong(f"{place}.document", f"there is no document {found.document}")
        if found.read_at.tzinfo is None:
            self._wrong(f"{place}.read_at", "a moment needs its time zone")
        marks = [self._checked(f"{place}.marks.{number}", _MARK, mark) for number, mark in enumerate(found.marks)]
        if any(mark is not None and not 0 <= mark.start <= mark.end <= len(found.text) for mark in marks):
            self._wrong(f"{place}.marks", "one of them is outside of the text")
        return found

    def _entries(self, values: dict[str, Any], section: str) -> Iterator[Entry]:
        for place, one in self._list(values, section):
            entry = self._entry(section, place, dict(one))
            if entry is not None:
                yield entry

    def _entry(self, section: str, place: str, values: dict[str, Any]) -> Entry | None:
        source: _Source | None = self._checked(f"{place}.source", _Source, values.pop("source", None))
        certainty = self._checked(f"{place}.certainty", _CERTAINTY, values.pop("certainty", None))
        actors = self._checked(f"{place}.actors", _ACTORS, values.pop("actors", None))
        followed = self._followed_up(section, place, values) if section in COMMITMENTS else None
        if source is None or certainty is None or actors is None or not self._quoted(place, source):
            return None
        words = Evidence(start=source.start, end=source.end, quote=source.quote)
        try:
            item = item_of(SECTIONS[section], values, words, certainty)
        except PayloadRefused as refused:
            self._wrong(f"{place}.{refused.key}", refused.why)
            return None
        return Entry(
            item=item, reading=source.reading, fingerprint=source.fingerprint, actors=actors, followed_up=followed
        )

    def _quoted(self, place: str, source: _Source) -> bool:
        """Whether the words stand where the item says."""
        if not 0 <= source.reading < len(self.readings):
            self._wrong(f"{place}.source.reading", f"there is no reading {source.reading}")
            return False
        if self.readings[source.reading].text[max(0, source.start) : source.end] != source.quote:
            self._wrong(f"{place}.source.quote", "these words do not stand there")
            return False
        return True

    def _followed_up(self, section: str, place: str, values: dict[str, Any]) -> FollowedUp | None:
        place = f"{place}.follow_up"
        found: _FollowUp | None = self._checked(place, _FollowUp, values.pop("follow_up", None))
        if found is None:
            return None
        adapter = _POINT if section == "action_points" else _DECISION
        terms = self._checked(f"{place}.terms", adapter, found.terms)
        if terms is None:
            return None
        if set(found.terms) != {field.name for field in fields(terms)}:
            self._wrong(f"{place}.terms", "some keys are missing")
        if getattr(terms, "reported", False) != (section == "reported_decisions"):
            self._wrong(f"{place}.terms.reported", f"it does not fit a list of {section}")
        self._words(place, found)
        followed = FollowedUp(terms=terms, words=found.words, steps=found.steps)
        if followed.state != found.state:
            self._wrong(f"{place}.state", f"its steps say {followed.state}")
        return followed

    def _words(self, place: str, found: _FollowUp) -> None:
        """Whether what shows a commitment and its steps stands in a document of the file."""
        named = [(f"{place}.words", found.words)]
        for number, step in enumerate(found.steps):
            if step.shown is not None:
                named.append((f"{place}.steps.{number}.shown", step.shown))
            if (step.kind == "superseded") != (step.superseded_by is not None):
                self._wrong(f"{place}.steps.{number}.superseded_by", "only what was superseded has it, and always")
        for where, words in named:
            if not 0 <= words.document < len(self.documents):
                self._wrong(f"{where}.document", f"there is no document {words.document}")


def reading_of(file: MeetingFile, place: int) -> typed.Reading:
    """What the record has of one reading of the file, as a reading of its own."""
    found: dict[str, list[typed.Item]] = {
        section: [entry.item for entry in entries if entry.reading == place]
        for section, entries in file.entries.items()
    }
    heads, following = found.pop("headings"), found.pop("next_meetings")
    head = next((one for one in heads if isinstance(one, MeetingHeading)), None)
    values: dict[str, Any] = {section: tuple(items) for section, items in found.items()}
    values["next_meeting"] = following[0] if following else None
    if head is not None:
        keys = [field.name for field in fields(MeetingHeading) if field.name in _HEAD]
        values |= {key: getattr(head, key) for key in keys}
        values["header"] = {key: words for key, words in head.places.items() if key != "chair"}
        if head.chair_delegation or head.chair_person:
            values["chair"] = typed.Chair(
                delegation=head.chair_delegation,
                person=head.chair_person,
                role=head.chair_role,
                evidence=head.places.get("chair", head.evidence),
                certainty="certain",
            )
    return typed.Reading(**values)
