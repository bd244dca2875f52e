"""What a careful reader takes from minutes: the typed record that `read` returns.

The keys of its JSON form are those of the published format (`docs/format.md`); every item carries the words it comes
from and how certain the reader is. Days are ISO 8601: `2016-05-26`, `2016-05`, `2016`, or `start/end` for a period.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from corcom.kernel.source import Certainty, Evidence

Stance = Literal["for", "against", "undecided", "asks"]
Stage = Literal[
    "considering",
    "announced",
    "before_parliament",
    "procedure_completed",
    "instrument_signed",
    "deposited",
    "blocked",
]
ReferenceKind = Literal["meeting", "document", "article", "resolution", "action_plan", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Anything that was found: its words and how sure the reader is."""

    evidence: Evidence
    certainty: Certainty = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair(Item):
    """Who presided: `delegation` and `person` as named, `role` ("6MSP President")."""

    delegation: str | None = None
    person: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Item):
    """One delegation (a State or an organisation; None for people without one) and its people."""

    delegation: str | None
    people: tuple[str, ...] = ()
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Item):
    """A delegation that was not there: with apologies, or absent without them."""

    delegation: str
    kind: Literal["apologies", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Item):
    """A person whom the text names by initials only."""

    initials: str
    delegation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Item):
    """`number` as "5", "5.1", "5.1.a", "III.B" or "Annex I"; None for a heading without one."""

    number: str | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPoint(Item):
    """Somebody is to do something.

    `text` is the commitment in the document's own words; `due` an ISO day, month, year or period; `due_text` the words
    behind it; `kind` says whether the text marks it (a list, "it was agreed that") or somebody promises it in passing;
    `agenda` is the number or title of the item under which it stands.
    """

    owner: tuple[str, ...]
    text: str
    due: str | None = None
    due_text: str | None = None
    kind: Literal["explicit", "implied"] = "implied"
    status: Literal["open", "done"] = "open"
    tentative: bool = False
    conclusion: bool = False
    agenda: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Item):
    """What a body decided. `body` is None for the meeting itself and names another body for a reported decision."""

    text: str
    body: str | None = None
    owner: tuple[str, ...] = ()
    due: str | None = None
    agenda: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMeeting(Item):
    """Day, `HH:MM` and place of the next meeting."""

    date: str | None
    time: str | None = None
    place: str | None = None
    tentative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionedDate(Item):
    """A date or period that the text names; `date` is None where it hangs on an event without a known day."""

    date: str | None
    what: str
    date_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Item):
    """Who coordinates which theme; `years` as "2012", "2012-2013", or None where the text is silent."""

    theme: str
    holders: tuple[str, ...]
    years: str | None = None
    other_convention: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Item):
    """Money, a count or a percentage, and what it counts. `value` keeps the words ("CHF 214,087.41", "nearly 80%")."""

    what: str
    value: int | float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention(Item):
    """Who spoke under which item, and what was said."""

    agenda: str | None
    speaker: str
    delegation: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Item):
    """Where a delegation stands on an open question."""

    question: str
    delegation: str
    stance: Stance
    text: str
    agenda: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress(Item):
    """How far a State is on its way to joining a convention."""

    state: str
    convention: str | None
    stage: Stage
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Item):
    """A meeting, document, article, resolution or address that the text points to; `target` is its plain name."""

    kind: ReferenceKind
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution(Item):
    """Something that cannot be right: a weekday that contradicts its date, a count that does not add up."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Item):
    """A span that was not understood, and why."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The record of one document. A tuple is empty, and a scalar None, where the text is silent."""

    convention: str | None = None
    body: str | None = None
    meeting_number: int | None = None
    meeting_number_scope: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    header: dict[str, Evidence] = field(default_factory=dict)
    """The words behind each of the single values above, by key."""
    chair: Chair | None = None
    attendance: tuple[Attendance, ...] = ()
    absences: tuple[Absence, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    action_points: tuple[ActionPoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
    reported_decisions: tuple[Decision, ...] = ()
    next_meeting: NextMeeting | None = None
    mentioned_dates: tuple[MentionedDate, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    figures: tuple[Figure, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    positions: tuple[Position, ...] = ()
    progress: tuple[Progress, ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[Caution, ...] = ()
    unread: tuple[Unread, ...] = ()
