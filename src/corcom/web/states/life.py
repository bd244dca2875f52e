"""The life of an actor on record, for its page: by theme, and over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.kernel.calendar import earliest, is_iso
from corcom.minutes.queries import Confirmation, Said, StatePage, Stood, confirmations, confirmations_behind
from corcom.web.followup import page as follow_up
from corcom.web.followup.commitment_words import begun, meeting_title, short, state_mark, status_of, title
from corcom.web.pieces import Event, Link, Source, Table, Timeline
from corcom.web.places import commitment_address, meeting_address, why
from corcom.web.record.words import STAGES, STANCES, years_in_words

MOST_EVENTS = 14
"""In the drawing; the lists below it have everything."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on record: its words, the meeting, and what "Why?" opens; `label` is a stance or a stage."""

    label: str
    words: str
    meeting: Link | None
    why: Source | str


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a common heading: a theme, or a question."""

    title: str
    address: str
    lines: tuple[Line, ...]


def life(page: StatePage, day: date) -> dict[str, Any]:
    """What the page shows. Four SQL queries."""
    findings = [one.source.finding_id for one in page.said] + [one.source.finding_id for one in page.stood]
    findings += [one.finding_id for one in (*page.joining, *page.coordinated)]
    sources = confirmations(findings=findings)
    behind = confirmations_behind(kind="action_point", numbers=[one.ref.number for one in page.promised])
    pending = [one for one in page.promised if one.is_open]
    overdue = sum(one.state == "overdue" for one in pending)
    return {
        "status": _status(page, len(pending), overdue),
        "promised": _promised(page, behind, day),
        "decided": [(title(one), state_mark(one, day)) for one in page.decided],
        "said": _by_theme(page.said, sources),
        "stood": _by_question(page.stood, sources),
        "joining": [_joining(one, sources) for one in page.joining],
        "coordinated": [
            Line(years_in_words(one.item.years), one.item.theme, None, why(sources.get(one.finding_id)))
            for one in page.coordinated
        ],
        "attended": Counter(one.status for one in page.attended),
        "timeline": _timeline(page, day, sources),
    }


def _status(page: StatePage, pending: int, overdue: int) -> str:
    parts = [
        *_open(pending, overdue),
        ngettext("%(n)d intervention", "%(n)d interventions", len(page.said)) % {"n": len(page.said)},
        ngettext("present at %(n)d meeting", "present at %(n)d meetings", _present(page)) % {"n": _present(page)},
    ]
    return " · ".join(part for part in parts if part)


def _open(pending: int, overdue: int) -> tuple[str, ...]:
    if overdue and overdue == pending:
        every = ngettext("%(n)d open and overdue action point", "%(n)d open action points, all overdue", pending)
        return (every % {"n": pending},)
    some = ngettext("%(n)d of them overdue", "%(n)d of them overdue", overdue) % {"n": overdue} if overdue else ""
    return ngettext("%(n)d open action point", "%(n)d open action points", pending) % {"n": pending}, some


def _present(page: StatePage) -> int:
    return sum(one.status == "present" for one in page.attended)


def _promised(page: StatePage, behind: dict[int, Confirmation], day: date) -> Table | None:
    if not page.promised:
        return None
    # What is still to be done first, then the latest.
    ordered = sorted(page.promised, key=lambda one: (not one.is_open, one.terms.due_on or date.max))
    return Table(
        id="promised",
        caption=_("Action points"),
        columns=follow_up.brief_columns(),
        rows=tuple(follow_up.brief_row(one, behind, day) for one in ordered),
    )


def _by_theme(said: Iterable[Said], sources: dict[int, Confirmation]) -> list[Part]:
    parts: dict[str, list[Line]] = {}
    for one in said:
        meeting = Link(meeting_title(one.heading), meeting_address(one.meeting_id))
        line = Line("", one.source.item.text, meeting, why(sources.get(one.source.finding_id)))
        parts.setdefault(one.theme, []).append(line)
    named = sorted(parts.items(), key=lambda part: (not part[0], part[0]))
    return [Part(theme or _("On no theme"), "", tuple(lines)) for theme, lines in named]


def _by_question(stood: Iterable[Stood], sources: dict[int, Confirmation]) -> list[Part]:
    parts: dict[int | str, list[Line]] = {}
    titles: dict[int | str, tuple[str, str]] = {}
    for one in stood:
        item = one.source.item
        meeting = Link(meeting_title(one.heading), meeting_address(one.meeting_id))
        line = Line(str(STANCES[item.stance]), item.text, meeting, why(sources.get(one.source.finding_id)))
        key = one.question_id or item.question
        address = reverse("question", args=[one.question_id]) if one.question_id else ""
        titles.setdefault(key, (item.question, address))
        parts.setdefault(key, []).append(line)
    return [Part(*titles[key], tuple(lines)) for key, lines in parts.items()]


def _joining(one: Any, sources: dict[int, Confirmation]) -> Line:
    return Line(str(STAGES[one.item.stage]), one.item.text, None, why(sources.get(one.finding_id)))


def _timeline(page: StatePage, day: date, sources: dict[int, Confirmation]) -> Timeline | None:
    """Promises by their date, positions and terms; the latest, where there are many."""
    events = [
        Event(one.terms.due_on, short(begun(one.terms.text), 40), status_of(one, day), commitment_address(one.ref))
        for one in page.promised
        if one.terms.due_on
    ]
    asked: set[tuple[date, str, str]] = set()
    for stand in page.stood:
        item = stand.source.item
        key = (stand.heading.starts_on, item.question, item.stance)
        if key not in asked:
            asked.add(key)
            label = f"{short(item.question, 30)}{_(': ')}{STANCES[item.stance]}"
            events.append(Event(stand.heading.starts_on, label, "none", meeting_address(stand.meeting_id)))
    for mandate in page.coordinated:
        first = (mandate.item.years or "").partition("-")[0]
        if is_iso(first):
            label = _("Coordinates %(theme)s") % {"theme": short(mandate.item.theme, 30)}
            events.append(Event(earliest(first), label))
    latest = sorted(dict.fromkeys(events), key=lambda event: event.on)[-MOST_EVENTS:]
    if len(latest) < 2:
        return None
    return Timeline(id="years", title=_("Over the years"), events=tuple(latest), day=day)
