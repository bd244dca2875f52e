"""Findings in words: what each kind is called, in which order a careful reader takes them, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.minutes.queries import FindingShown
from corcom.web.record.words import STAGES, STANCES
from corcom.web.review.caution_words import caution_in_words
from corcom.web.wording import days_in_words

Sort = Literal["line", "text", "day", "time", "number", "choice", "yes", "name", "names", "lines", "caution"]
Words = Mapping[Any, Promise]


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a finding. `sort` is how it is written; `words` are those of a choice."""

    key: str
    label: Promise
    sort: Sort = "line"
    words: Words | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds of findings that are looked at together."""

    key: str
    title: Promise
    kinds: tuple[str, ...]


GROUPS = (
    Group("meeting", gettext_lazy("The meeting"), ("meeting",)),
    Group("attendance", gettext_lazy("Attendance"), ("attendance", "absence", "speaker")),
    Group("agenda", gettext_lazy("Agenda"), ("agenda_item",)),
    Group("themes", gettext_lazy("Who holds which theme"), ("mandate",)),
    Group("decisions", gettext_lazy("Decisions"), ("decision", "reported_decision")),
    Group("action_points", gettext_lazy("Action points"), ("action_point",)),
    Group("next_meeting", gettext_lazy("Next meeting"), ("next_meeting",)),
    Group("positions", gettext_lazy("Where delegations stand"), ("position",)),
    Group("progress", gettext_lazy("On the way to joining"), ("progress",)),
    Group("interventions", gettext_lazy("Who spoke on what"), ("intervention",)),
    Group("figures", gettext_lazy("Figures"), ("figure",)),
    Group("dates", gettext_lazy("Dates"), ("date",)),
    Group("references", gettext_lazy("References"), ("reference",)),
    Group("slips", gettext_lazy("Slips in the text"), ("warning",)),
    Group("unread", gettext_lazy("Not understood"), ("unread",)),
)
ORDER = {kind: place for place, group in enumerate(GROUPS) for kind in group.kinds}

KINDS: Words = {
    "meeting": gettext_lazy("head of the record"),
    "attendance": gettext_lazy("attendance"),
    "absence": gettext_lazy("absence"),
    "speaker": gettext_lazy("speaker"),
    "agenda_item": gettext_lazy("agenda item"),
    "action_point": gettext_lazy("action point"),
    "decision": gettext_lazy("decision"),
    "reported_decision": gettext_lazy("reported decision"),
    "next_meeting": gettext_lazy("next meeting"),
    "mandate": gettext_lazy("mandate"),
    "date": gettext_lazy("date"),
    "figure": gettext_lazy("figure"),
    "intervention": gettext_lazy("intervention"),
    "position": gettext_lazy("position"),
    "progress": gettext_lazy("progress"),
    "reference": gettext_lazy("reference"),
    "warning": gettext_lazy("slip"),
    "unread": gettext_lazy("not understood"),
}
LOUD = frozenset({"meeting", "action_point", "decision", "reported_decision", "next_meeting", "mandate", "warning"})
"""What carries its word in the text; the others show theirs when they are chosen."""

CERTAINTIES: Words = {
    "certain": pgettext_lazy("certainty", "certain"),
    "likely": pgettext_lazy("certainty", "likely"),
    "doubtful": pgettext_lazy("certainty", "doubtful"),
}
ABSENCES: Words = {
    "apologies": pgettext_lazy("attendance", "sent apologies"),
    "absent": pgettext_lazy("attendance", "absent, without apologies"),
}
STATUSES: Words = {"open": pgettext_lazy("commitment", "open"), "done": pgettext_lazy("commitment", "done")}
REASONS: Words = {
    "no words": gettext_lazy("no words"),
    "a table that is no attendance list": gettext_lazy("a table that is no attendance list"),
}
"""Why something was not understood, as a reading keeps it."""
REFERENCES: Words = {
    "meeting": pgettext_lazy("reference", "meeting"),
    "document": pgettext_lazy("reference", "document"),
    "article": pgettext_lazy("reference", "article"),
    "resolution": pgettext_lazy("reference", "resolution"),
    "action_plan": pgettext_lazy("reference", "action plan"),
    "link": pgettext_lazy("reference", "link"),
}

_TEXT = Field("text", gettext_lazy("Words"), "text", required=True)
_OWNER = Field("owner", gettext_lazy("Owner"), "names")
_DUE = Field("due", gettext_lazy("Due"), "day")
_AGENDA = Field("agenda", gettext_lazy("Agenda item"))
_DELEGATION = Field("delegation", gettext_lazy("Delegation"), "name")
_NAMED = Field("delegation", gettext_lazy("Delegation"), "name", required=True)
_TENTATIVE = Field("tentative", gettext_lazy("Not certain yet"), "yes")

FIELDS: dict[str, tuple[Field, ...]] = {
    "meeting": (
        Field("convention", gettext_lazy("Convention")),
        Field("body", gettext_lazy("Body")),
        Field("date", gettext_lazy("Day"), "day"),
        Field("meeting_number", gettext_lazy("Number"), "number"),
        Field("meeting_number_scope", gettext_lazy("Counted within")),
        Field("start_time", pgettext_lazy("time", "From"), "time"),
        Field("end_time", pgettext_lazy("time", "To"), "time"),
        Field("venue", gettext_lazy("Place")),
        Field("chair_delegation", gettext_lazy("Chair"), "name"),
        Field("chair_role", gettext_lazy("Office of the chair")),
        Field("chair_person", gettext_lazy("Person in the chair")),
    ),
    "attendance": (
        _DELEGATION,
        Field("people", gettext_lazy("People"), "lines"),
        Field("role", gettext_lazy("Office")),
    ),
    "absence": (_NAMED, Field("kind", gettext_lazy("How"), "choice", ABSENCES)),
    "speaker": (Field("initials", gettext_lazy("Initials"), required=True), _DELEGATION),
    "agenda_item": (
        Field("number", gettext_lazy("Number")),
        Field("title", gettext_lazy("Title"), "text", required=True),
    ),
    "action_point": (
        _TEXT,
        _OWNER,
        _DUE,
        Field("due_text", gettext_lazy("Due, as said")),
        _AGENDA,
        Field("status", gettext_lazy("Status"), "choice", STATUSES),
        _TENTATIVE,
    ),
    "decision": (_TEXT, _OWNER, _DUE, _AGENDA),
    "reported_decision": (_TEXT, Field("body", gettext_lazy("Body")), _OWNER, _DUE, _AGENDA),
    "next_meeting": (
        Field("date", gettext_lazy("Day"), "day"),
        Field("time", gettext_lazy("Time"), "time"),
        Field("place", gettext_lazy("Place")),
        _TENTATIVE,
    ),
    "mandate": (
        Field("theme", gettext_lazy("Theme"), required=True),
        Field("holders", gettext_lazy("Holders"), "names"),
        Field("years", gettext_lazy("Years")),
        Field("other_convention", gettext_lazy("Of another convention"), "yes"),
    ),
    "date": (
        Field("date", gettext_lazy("Day"), "day"),
        Field("what", gettext_lazy("What"), "text", required=True),
        Field("date_text", gettext_lazy("As said")),
    ),
    "figure": (
        Field("value", gettext_lazy("Figure"), required=True),
        Field("what", gettext_lazy("What it counts"), "text", required=True),
    ),
    "intervention": (Field("speaker", gettext_lazy("Speaker"), required=True), _DELEGATION, _AGENDA, _TEXT),
    "position": (
        Field("question", gettext_lazy("Question"), required=True),
        _NAMED,
        Field("stance", gettext_lazy("Stance"), "choice", STANCES),
        _TEXT,
        _AGENDA,
    ),
    "progress": (
        Field("state", gettext_lazy("State"), "name", required=True),
        Field("convention", gettext_lazy("Convention")),
        Field("stage", gettext_lazy("Stage"), "choice", STAGES),
        _TEXT,
    ),
    "reference": (
        Field("kind", gettext_lazy("What it is"), "choice", REFERENCES),
        Field("target", gettext_lazy("Points to"), required=True),
    ),
    "warning": (Field("text", gettext_lazy("Words"), "caution"),),
    "unread": (Field("reason", gettext_lazy("Why"), words=REASONS),),
}
_TITLES = {"date": "date", "figure": "value", "meeting": "body", "next_meeting": "date"}


def title_of(found: FindingShown) -> str:
    """A finding in a few words."""
    payload = found.confirmed or found.payload
    key = _TITLES.get(found.kind, "")
    if key and payload.get(key):
        return days_in_words(str(payload[key])) if key == "date" else str(payload[key])
    return caution_in_words(found.words) if found.kind == "warning" else found.words


def parts_of(kind: str, payload: dict[str, Any], *, without: str = "") -> list[tuple[str, str]]:
    """Each value of a finding with its label; those that say nothing, or what `without` says already, are left out."""
    parts = [(str(field.label), value_in_words(field, payload.get(field.key))) for field in FIELDS[kind]]
    return [(label, value) for label, value in parts if value and value != without]


def value_in_words(field: Field, value: object) -> str:
    """One value as a person reads it; "" where there is none."""
    if value is None or value in ("", [], False) or (field.key == "status" and value == "open"):
        return ""
    if isinstance(value, list | tuple):
        return _(", ").join(str(one) for one in value)
    if field.words is not None:
        return str(field.words.get(value, value))
    if field.sort == "yes":
        return _("yes")
    if field.sort == "caution":
        return caution_in_words(str(value))
    return days_in_words(str(value)) if field.sort == "day" else str(value)
