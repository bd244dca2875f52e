"""A time-line on a page to lay on the table at a meeting."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import Cell, Column, OfficialDocument
from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import moved_in_words, when, who
from corcom.register.domain.conventions import convention_name


def timeline_document(
    drawn: Timeline, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """A time-line as a document: one row for each step, then what does not fit and what is not known."""
    gettext, events = wording.gettext, drawn.events
    name = gettext(drawn.template.name)
    days = wording.day(_period(drawn))
    title = gettext("Time-line")
    paper = OfficialDocument(
        title=wording.listed([title, name, days]),
        wording=wording,
        running=wording.listed((title, name, days), between=" · "),
        made_at=made_at,
    )
    paper.masthead([gettext(convention_name(drawn.template.convention)), name], [title, days])
    if events.committee_meetings:
        meetings = wording.listed(wording.day(day.isoformat()) for day in events.committee_meetings)
        paper.line(gettext("Committee meetings: %(days)s") % {"days": meetings})
    columns = (
        Column(head=gettext("When"), width=4.2),
        Column(head=gettext("What"), width=6.4),
        Column(head=gettext("Who"), width=5.4),
    )
    paper.table(columns, [_row(step, wording) for step in drawn.steps])
    for conflict in drawn.conflicts:
        paper.numbered(said(conflict.words, wording))
    for note in drawn.notes:
        words = said(note, wording)
        paper.small(words[:1].upper() + words[1:])
    paper.small(gettext("Source: %(source)s") % {"source": drawn.template.source})
    return paper


def _period(drawn: Timeline) -> str:
    start, end = drawn.events.meeting_start.isoformat(), drawn.events.meeting_end.isoformat()
    return start if start == end else f"{start}/{end}"


def _row(step: PlannedStep, wording: Wording) -> tuple[Cell, ...]:
    sign_off = who(step.step.sign_off, wording)
    signed = wording.gettext("Signed off by: %(who)s") % {"who": sign_off} if sign_off else ""
    moved = moved_in_words(step, wording)
    return (
        tuple(line for line in (when(step, wording), moved) if line),
        wording.gettext(step.name),
        tuple(line for line in (who(step.step.owners, wording), signed) if line),
    )
