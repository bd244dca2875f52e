"""The record of a meeting, part by part; every line with its "Why?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.kernel.actor import Actor
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import MeetingRecord, Promised, Sourced
from corcom.minutes.queries import Confirmation
from corcom.web import wording
from corcom.web.committee.competence_words import competence_in_words
from corcom.web.day import day_of
from corcom.web.followup.commitment_words import actors, deadline, state_mark, taken_by, title
from corcom.web.official.asked import list_address
from corcom.web.pieces import Link, Source, StateName
from corcom.web.places import review_address, why
from corcom.web.record import drawing
from corcom.web.record.files import record_downloads
from corcom.web.record.lines import Line, Lines
from corcom.web.record.words import (
    STAGES,
    STANCES,
    chair,
    next_in_words,
    number_in_words,
    status_line,
    when,
    years_in_words,
)
from corcom.web.review.caution_words import caution_in_words
from corcom.web.rights import holds

Sources = dict[int, Confirmation]
SOURCED = ("attendance", "absences", "mandates", "positions", "progress", "dates", "figures", "references")


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item and what was said on it."""

    number: str
    title: str
    why: Source | str
    said: Lines


def findings_in(record: MeetingRecord, warned: tuple[Sourced[typed.Caution], ...]) -> Iterator[int]:
    """The findings that the record rests on."""
    for name in SOURCED:
        yield from (one.finding_id for one in getattr(record, name))
    for part in record.agenda:
        if part.item:
            yield part.item.finding_id
        yield from (one.finding_id for one in part.interventions)
    for promised in (*record.action_points, *record.decisions, *record.reported_decisions):
        yield promised.finding_id
    yield from (one.finding_id for one in warned)


def context(
    request: HttpRequest, record: MeetingRecord, warned: tuple[Sourced[typed.Caution], ...], sources: Sources
) -> dict[str, Any]:
    """Everything that the page of a record shows."""
    day, heading = day_of(request), record.heading
    return {
        "record": record,
        "convention_name": wording.convention_in_words(heading.convention),
        "when": when(heading),
        "number": number_in_words(heading),
        "chair": chair(heading),
        "status": status_line(record),
        "next": next_in_words(record.next_meeting),
        "competence": competence_in_words(record.competence),
        "warnings": [Line((caution_in_words(one.item.text),), why(sources.get(one.finding_id))) for one in warned],
        "present": Lines(drawing.present, tuple(_present(one, sources) for one in record.attendance)),
        "apologies": _missing(record, "apologies", sources),
        "absent": _missing(record, "absent", sources),
        "agenda": [_item(part, sources) for part in record.agenda],
        "decisions": Lines(drawing.decided, tuple(_decided(one, sources, day) for one in record.decisions)),
        "reported": [_decided(one, sources, day) for one in record.reported_decisions],
        "points": Lines(drawing.promised, tuple(_promised(one, sources, day) for one in record.action_points)),
        "mandates": [
            _line(one, sources, one.item.theme, _who(one), years_in_words(one.item.years)) for one in record.mandates
        ],
        "positions": [
            _line(one, sources, one.item.question, _who(one), STANCES[one.item.stance], one.item.text)
            for one in record.positions
        ],
        "progress": [_line(one, sources, _who(one), STAGES[one.item.stage], one.item.text) for one in record.progress],
        **_facts(record, sources),
        "files": [
            Link(file.name, review_address(file=file.file_id) if holds(request, "read") else "")
            for file in record.files
        ],
        "downloads": record_downloads(request, record.meeting_id),
        "matters": _matters(record),
        "documents": _documents(record),
        "follow_up": f"{reverse('followup')}?meeting={record.meeting_id}&state=all",
    }


def _facts(record: MeetingRecord, sources: Sources) -> dict[str, Lines]:
    """Figures, dates and references: the longest parts."""
    figures = (_line(one, sources, _value(one.item.value), one.item.what) for one in record.figures)
    dates = (
        _line(one, sources, wording.days_in_words(one.item.date or "") or one.item.date_text, one.item.what)
        for one in record.dates
    )
    references = (_line(one, sources, one.item.target) for one in record.references)
    return {
        "figures": Lines(drawing.figure, tuple(figures)),
        "dates": Lines(drawing.dated, tuple(dates)),
        "references": Lines(drawing.referred, tuple(references)),
    }


def _documents(record: MeetingRecord) -> str:
    heading = record.heading
    return list_address(heading.body, heading.starts_on, heading.convention)


def _matters(record: MeetingRecord) -> str:
    heading = record.heading
    return f"{reverse('matters')}?{urlencode({'convention': heading.convention, 'body': heading.body})}"


def _line(one: Sourced[Any], sources: Sources, *cells: Any) -> Line:
    return Line(cells, why(sources.get(one.finding_id), about=_words(cells[0])), one.gone)


def _words(cell: Any) -> str:
    return str(getattr(cell, "words", cell))


def _who(one: Sourced[Any]) -> Any:
    return actors(one.actors)


def _value(value: float | str) -> str:
    return wording.number_in_groups(value) if isinstance(value, int) else str(value)


def _present(one: Sourced[typed.Attendance], sources: Sources) -> Line:
    item = one.item
    named: Any = actors(one.actors[:1]) if one.actors else (item.delegation or _("Without a delegation"))
    return _line(one, sources, named, item.role or "", _(", ").join(item.people))


def _missing(record: MeetingRecord, kind: str, sources: Sources) -> Lines:
    lines = (
        _line(one, sources, actors(one.actors[:1]) if one.actors else one.item.delegation)
        for one in record.absences
        if one.item.kind == kind
    )
    return Lines(drawing.missing, tuple(lines))


def _item(part: Any, sources: Sources) -> Item:
    said = Lines(drawing.said, tuple(_said(one, sources) for one in part.interventions))
    if part.item is None:
        return Item("", _("Under no item"), "", said)
    item = part.item.item
    return Item(item.number or "", item.title, why(sources.get(part.item.finding_id), about=item.title), said)


def _said(one: Sourced[typed.Intervention], sources: Sources) -> Line:
    item = one.item
    speaker: Any = StateName(one.actors[0].code, one.actors[0].name) if one.actors else item.speaker
    by_name = item.speaker if one.actors and not _is(item.speaker, one.actors[0], item.delegation) else ""
    return Line((speaker, by_name, item.text), why(sources.get(one.finding_id), about=item.speaker), one.gone)


def _is(speaker: str, actor: Actor, delegation: str | None) -> bool:
    """Whether the speaker is the delegation itself, and no person of it."""
    return speaker.casefold() in {actor.name.casefold(), (delegation or "").casefold()}


def _promised(one: Promised, sources: Sources, day: date) -> Line:
    found = one.followed
    cells = (title(found), actors(found.terms.owners), deadline(found, day))
    return Line(cells, why(sources.get(one.finding_id), about=found.terms.text), one.gone)


def _decided(one: Promised, sources: Sources, day: date) -> Line:
    found = one.followed
    body = taken_by(found.terms)  # type: ignore[arg-type]  # decisions have the terms of decisions
    owners = actors(found.terms.owners) if found.terms.owners else ""
    stands = deadline(found, day) if found.terms.due and found.is_open else state_mark(found, day)
    return Line(
        (title(found), body, stands, owners),
        why(sources.get(one.finding_id), about=found.terms.text),
        one.gone,
    )
