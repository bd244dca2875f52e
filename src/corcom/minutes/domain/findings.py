"""Findings: each item of a reading as a proposal that a person can accept, edit or reject.

A *payload* is the item without its words and certainty, as plain values: what is stored, shown in a form, and edited.
`item_of` turns a payload back into the typed item, and refuses one that does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError

from corcom.kernel.errors import CorcomError
from corcom.kernel.source import Certainty, Evidence
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.expected import expected
from corcom.minutes.domain.fingerprint import fingerprint
from corcom.minutes.domain.heading import MeetingHeading, heading_of

Kind = Literal[
    "meeting",
    "attendance",
    "absence",
    "speaker",
    "agenda_item",
    "action_point",
    "decision",
    "reported_decision",
    "next_meeting",
    "mandate",
    "date",
    "figure",
    "intervention",
    "position",
    "progress",
    "reference",
    "warning",
    "unread",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

ONLY_NOTED: frozenset[str] = frozenset({"warning", "unread"})
"""There is nothing in these to confirm or to correct: a person has seen them, or sets them aside."""

Payload = dict[str, Any]

_LISTS: dict[str, Kind] = {
    "attendance": "attendance",
    "absences": "absence",
    "speakers": "speaker",
    "agenda": "agenda_item",
    "action_points": "action_point",
    "decisions": "decision",
    "reported_decisions": "reported_decision",
    "mandates": "mandate",
    "mentioned_dates": "date",
    "figures": "figure",
    "interventions": "intervention",
    "positions": "position",
    "progress": "progress",
    "references": "reference",
    "warnings": "warning",
    "unread": "unread",
}
"""The lists of a reading, and the kind of their items."""

_CLASSES: dict[Kind, type[typed.Item]] = {
    "meeting": MeetingHeading,
    "attendance": typed.Attendance,
    "absence": typed.Absence,
    "speaker": typed.Speaker,
    "agenda_item": typed.AgendaItem,
    "action_point": typed.ActionPoint,
    "decision": typed.Decision,
    "reported_decision": typed.Decision,
    "next_meeting": typed.NextMeeting,
    "mandate": typed.Mandate,
    "date": typed.MentionedDate,
    "figure": typed.Figure,
    "intervention": typed.Intervention,
    "position": typed.Position,
    "progress": typed.Progress,
    "reference": typed.Reference,
    "warning": typed.Caution,
    "unread": typed.Unread,
}

_ONE_OF: dict[str, tuple[str, ...]] = {
    "attendance": ("delegation", "people"),
    "next_meeting": ("date", "time", "place"),
}
"""Kinds of which no single key is needed, but one of these: without them they say nothing."""


def may_be_accepted_unseen(kind: str, certainty: str) -> bool:
    """Whether a finding may be accepted together with others: nothing doubtful, nothing that is only noted.

    >>> may_be_accepted_unseen("figure", "likely"), may_be_accepted_unseen("warning", "certain")
    (True, False)
    """
    return certainty != "doubtful" and kind not in ONLY_NOTED


class PayloadRefused(CorcomError):
    """What a person wrote does not fit: `kind` of finding, `key`, and `why`."""

    def __init__(self, *, kind: str, key: str, why: str) -> None:
        super().__init__(f"{kind}: {key}: {why}")
        self.kind = kind
        self.key = key
        self.why = why


class PayloadEmpty(PayloadRefused):
    """All of the `keys` are empty of which a finding of this kind needs one."""

    def __init__(self, *, kind: str, keys: tuple[str, ...]) -> None:
        super().__init__(kind=kind, key=keys[0], why=f"needs one of {', '.join(keys)}")
        self.keys = keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One item of a reading, ready to be stored."""

    kind: Kind
    payload: Payload
    evidence: Evidence
    certainty: Certainty
    fingerprint: str


def proposals(reading: typed.Reading) -> tuple[Proposal, ...]:
    """Everything a reading found: the head of the record first, then in the order of the text."""
    found = [_proposal(kind, item) for kind, item in _items(reading)]
    found.sort(key=lambda p: (p.kind != "meeting", p.evidence.start, KINDS.index(p.kind), p.evidence.end))
    return tuple(found)


def payload_of(item: typed.Item) -> Payload:
    """The item as plain values, without its words and its certainty."""
    values = asdict(item)
    del values["evidence"], values["certainty"]
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def item_of(kind: Kind, payload: Payload, evidence: Evidence, certainty: Certainty = "certain") -> typed.Item:
    """The typed item of a payload. Errors: `PayloadRefused`, naming the key."""
    known = keys_of(kind)
    for key in payload:
        if key not in known:
            raise PayloadRefused(kind=kind, key=key, why=f"not known; known are {', '.join(known)}")
    try:
        found = _adapter(kind).validate_python({**payload, "evidence": _plain(evidence), "certainty": certainty})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "payload"
        raise PayloadRefused(kind=kind, key=key, why=expected(first)) from error
    return found


def _plain(evidence: Evidence) -> dict[str, Any]:
    # By hand: `asdict` copies deeply, and a page has evidence by the hundred.
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def class_of(kind: Kind) -> type[typed.Item]:
    """The class of the items of this kind."""
    return _CLASSES[kind]


@cache
def keys_of(kind: Kind) -> tuple[str, ...]:
    """The keys of a payload of this kind, in order."""
    return tuple(field.name for field in fields(_CLASSES[kind]) if field.name not in {"evidence", "certainty"})


def checked(kind: Kind, payload: Payload, evidence: Evidence) -> Payload:
    """A payload as it will be stored, with what was left out filled in. Errors: `PayloadRefused`, `PayloadEmpty`."""
    whole = payload_of(item_of(kind, payload, evidence))
    if (keys := _ONE_OF.get(kind)) and not any(whole[key] for key in keys):
        raise PayloadEmpty(kind=kind, keys=keys)
    return whole


@cache
def _adapter(kind: Kind) -> TypeAdapter[typed.Item]:
    """Making one takes far longer than using it."""
    return TypeAdapter(_CLASSES[kind])


def _items(reading: typed.Reading) -> Iterator[tuple[Kind, typed.Item]]:
    yield "meeting", heading_of(reading)
    if reading.next_meeting is not None:
        yield "next_meeting", reading.next_meeting
    for name, kind in _LISTS.items():
        for item in getattr(reading, name):
            yield kind, item


def _proposal(kind: Kind, item: typed.Item) -> Proposal:
    payload = payload_of(item)
    return Proposal(
        kind=kind,
        payload=payload,
        evidence=item.evidence,
        certainty=item.certainty,
        fingerprint=fingerprint(kind, payload, item.evidence.quote),
    )
