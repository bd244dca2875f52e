"""A meeting's record as it travels from one site to another: everything that was confirmed, with what it rests on.

Numbers of rows mean nothing elsewhere, so documents, readings and decisions are named by their place in the file or by
what they are. Who confirmed what, and when, stays with the site that did; so does what nobody has confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.findings import Kind

FORMAT = "corcom-meeting-1"

StepKind = Literal["closed", "reopened", "taken_up", "superseded"]
STEPS: tuple[StepKind, ...] = ("closed", "reopened", "taken_up", "superseded")
"""The steps of follow-up that travel; how its terms were corrected before stays behind."""

SECTIONS: dict[str, Kind] = {
    "headings": "meeting",
    "attendance": "attendance",
    "absences": "absence",
    "speakers": "speaker",
    "agenda": "agenda_item",
    "interventions": "intervention",
    "action_points": "action_point",
    "decisions": "decision",
    "reported_decisions": "reported_decision",
    "next_meetings": "next_meeting",
    "mandates": "mandate",
    "positions": "position",
    "progress": "progress",
    "mentioned_dates": "date",
    "figures": "figure",
    "references": "reference",
}
"""The lists of a meeting's file, in their order, and the kind of their items."""
COMMITMENTS = ("action_points", "decisions", "reported_decisions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that the record rests on. `content` is None where the original was left out."""

    name: str
    media_type: str
    sha256: str
    content: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOf:
    """What one version of the reader saw of a document (by its place): the text that offsets refer to, and its marks."""

    document: int
    reader: str
    read_at: datetime
    superseded: bool
    text: str
    marks: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a document, by its place in the file."""

    document: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionName:
    """A decision by what it is: which body's record names it, when it was raised there, and its words."""

    convention: str
    body: str
    raised_on: date
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOf:
    """One step of follow-up, by its legal date."""

    kind: StepKind
    on: date
    note: str = ""
    shown: Words | None = None
    superseded_by: DecisionName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """A commitment: its terms as they are now, the words it rests on, and what became of it."""

    terms: ActionPointTerms | DecisionTerms
    words: Words
    steps: tuple[StepOf, ...] = ()

    @property
    def state(self) -> Literal["open", "done", "superseded"]:
        """How it stands after all its steps; of two on one day the later one holds."""
        turns = [(step.on, place, step.kind) for place, step in enumerate(self.steps) if step.kind != "taken_up"]
        last = max(turns)[2] if turns else "reopened"
        return "done" if last == "closed" else "superseded" if last == "superseded" else "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One confirmed item: in which reading (by its place) it was found, and whom it concerns.

    `fingerprint` is what makes it the same item for another version of the reader.
    """

    item: typed.Item
    reading: int
    fingerprint: str
    actors: tuple[Actor, ...] = ()
    followed_up: FollowedUp | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFile:
    """Everything that was confirmed of one meeting. `entries` are by the name of their list in `SECTIONS`."""

    heading: Heading
    next_meeting: NextMeeting | None
    documents: tuple[Document, ...]
    readings: tuple[ReadingOf, ...]
    entries: dict[str, tuple[Entry, ...]]
