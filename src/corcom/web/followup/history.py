"""The history of a commitment, each step in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.followup.queries import StepTaken
from corcom.minutes.queries.documents import DocumentLine, documents_of
from corcom.web import wording
from corcom.web.pieces import Link, StateName
from corcom.web.places import meeting_address, review_address

STEPS: dict[str, Promise] = {
    "recorded": pgettext_lazy("step", "Recorded"),
    "corrected": pgettext_lazy("step", "Corrected"),
    "closed": pgettext_lazy("step", "Closed"),
    "reopened": pgettext_lazy("step", "Reopened"),
    "taken_up": pgettext_lazy("step", "Taken up again"),
    "superseded": pgettext_lazy("step", "Superseded"),
    "withdrawn": pgettext_lazy("step", "Withdrawn"),
}
SHOWN = frozenset({"taken_up", "closed"})
"""Steps that happen at a meeting and can be shown by the words of its record."""

TERMS: dict[str, Promise] = {
    "text": pgettext_lazy("term", "words"),
    "owners": pgettext_lazy("term", "owners"),
    "due": pgettext_lazy("term", "due"),
    "due_text": pgettext_lazy("term", "due, in the words of the record"),
    "theme": pgettext_lazy("term", "theme"),
    "agenda": pgettext_lazy("term", "agenda item"),
    "body": pgettext_lazy("term", "body"),
    "convention": pgettext_lazy("term", "convention"),
    "raised_on": pgettext_lazy("term", "raised on"),
    "taken_on": pgettext_lazy("term", "taken on"),
    "paragraph": pgettext_lazy("term", "paragraph"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One step: what it was, on which day, who recorded it and when, and what shows it."""

    kind: str
    words: str
    on: date
    at: datetime
    by: str
    note: str
    changes: tuple[tuple[str, str, str], ...]
    """What was corrected: the term, before and after."""
    quote: str
    meeting: Link | None
    document: Link | None
    """The record that has the words quoted, opened at them."""


def lines(steps: Iterable[StepTaken], meetings: dict[date, int]) -> list[Line]:
    """The steps, latest first; `meetings` are those of the body, by day, to link what was taken up there."""
    steps = list(steps)
    documents = documents_of(files={step.file_id for step in steps if step.file_id and step.kind in SHOWN})
    return [_line(step, meetings, documents.get(step.file_id or 0)) for step in reversed(steps)]


def _line(step: StepTaken, meetings: dict[date, int], document: DocumentLine | None) -> Line:
    return Line(
        kind=step.kind,
        words=str(STEPS.get(step.kind, step.kind)),
        on=step.on,
        at=step.at,
        by=step.by,
        note=step.note,
        changes=tuple(_changes(step)) if step.kind == "corrected" else (),
        quote=step.evidence.quote if step.evidence else "",
        meeting=_meeting(step, meetings, document),
        document=Link(
            document.name, review_address(file=document.file_id, words=(step.evidence.start, step.evidence.end))
        )
        if document and step.evidence
        else None,
    )


def _meeting(step: StepTaken, meetings: dict[date, int], document: DocumentLine | None) -> Link | None:
    """The meeting whose record has the words; without words the one that was on the day of the step."""
    on, number = step.on, meetings.get(step.on) if step.kind in SHOWN else None
    if document and document.heading:
        on, number = document.heading.starts_on, document.meeting_id
    return Link(_("meeting of %(day)s") % {"day": wording.in_words(on)}, meeting_address(number)) if number else None


def _changes(step: StepTaken) -> Iterable[tuple[str, str, str]]:
    before, after = step.before or {}, step.after or {}
    for key in after:
        if key in TERMS:
            yield str(TERMS[key]), _shown(key, before.get(key)), _shown(key, after[key])


def _shown(key: str, value: Any) -> str:
    if not value:
        return _("nothing")
    if key == "owners":
        return _(", ").join(StateName(code, name).words for code, name in value)
    return wording.days_in_words(str(value)) if key in {"due", "raised_on", "taken_on"} else str(value)
