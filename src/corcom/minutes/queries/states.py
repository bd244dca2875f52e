"""What a State, organisation or office promised, said and stood for over the years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count, Max, Q

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points, decisions
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import AgendaItem, Attendance, Meeting
from corcom.meetings.queries import heading_of
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.into_record import Setting
from corcom.minutes.domain.record import Sourced
from corcom.minutes.models import Finding, FindingActor
from corcom.minutes.queries.errors import NoSuchActor
from corcom.minutes.queries.items import on_record, typed_item
from corcom.minutes.queries.questions import Stood, stood
from corcom.minutes.queries.records import sourced

T = TypeVar("T", bound=typed.Item)
SHOWN = ("intervention", "position", "progress", "mandate")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorLine:
    """One actor in a list: how many findings name it, and how many of them are interventions and positions."""

    actor: Actor
    named: int
    said: int
    stood: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One intervention: at which meeting, on which agenda item and theme ("" for none)."""

    meeting_id: int
    heading: Heading
    agenda: str
    theme: str
    source: Sourced[typed.Intervention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A meeting at which it was present, or missed with or without apologies."""

    meeting_id: int
    heading: Heading
    status: str
    role: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePage:
    """Everything on record of one actor up to a day; what was said and stood is latest first."""

    actor: Actor
    promised: tuple[Followed, ...]
    decided: tuple[Followed, ...]
    said: tuple[Said, ...]
    stood: tuple[Stood, ...]
    joining: tuple[Sourced[typed.Progress], ...]
    coordinated: tuple[Sourced[typed.Mandate], ...]
    attended: tuple[Attended, ...]


def actors(*, convention: str = "", day: date | None = None) -> list[ActorLine]:
    """Whom the records of meetings up to `day` name, by name. One SQL query."""
    rows = FindingActor.objects.filter(on_record("finding__"))
    if convention:
        rows = rows.filter(finding__reading__meeting__convention=convention)
    if day:
        rows = rows.filter(finding__reading__meeting__starts_on__lte=day)

    def of(kind: str) -> Count:
        return Count("pk", filter=Q(finding__kind=kind))

    counted = rows.values_list("code").annotate(
        name=Max("name"), named=Count("pk"), said=of("intervention"), stood=of("position")
    )
    return [
        ActorLine(actor=Actor(code, name), named=named, said=said, stood=stood)
        for code, name, named, said, stood in counted.order_by("name", "code")
    ]


def state_page(*, code: str, day: date, convention: str = "") -> StatePage:
    """What an actor promised, said and stood for up to `day`. At most eight SQL queries. Errors: `NoSuchActor`."""
    rows = _findings(code, day, convention)
    attended = _attended(code, day, convention)
    wanted = Wanted(owner=code, convention=convention)
    promised, decided = action_points(day=day, wanted=wanted), decisions(day=day, wanted=wanted)
    settings = _settings({row.reading.meeting for row in rows if row.reading.meeting and row.kind == "intervention"})
    return StatePage(
        actor=_actor(code, rows, attended, (*promised, *decided)),
        promised=tuple(promised),
        decided=tuple(decided),
        said=tuple(_said(row, settings) for row in rows if row.kind == "intervention"),
        stood=tuple(one for row in rows if row.kind == "position" for one in stood(row) if one.actor.code == code),
        joining=_all(rows, typed.Progress),
        coordinated=_all(rows, typed.Mandate),
        attended=tuple(_attended_as_value(row) for row in attended),
    )


def _findings(code: str, day: date, convention: str) -> list[Finding]:
    rows = Finding.objects.filter(
        on_record(),
        actors__code=code,
        kind__in=SHOWN,
        reading__meeting__starts_on__lte=day,
    )
    if convention:
        rows = rows.filter(reading__meeting__convention=convention)
    rows = rows.select_related("reading__meeting").prefetch_related("actors")
    rows = rows.defer("reading__text", "reading__marks", "reading__record")
    return list(rows.order_by("-reading__meeting__starts_on", "reading", "position"))


def _attended(code: str, day: date, convention: str) -> list[Attendance]:
    rows = Attendance.objects.filter(code=code, meeting__starts_on__lte=day).select_related("meeting")
    if convention:
        rows = rows.filter(meeting__convention=convention)
    return list(rows.order_by("-meeting__starts_on", "position"))


def _settings(meetings: set[Meeting]) -> dict[int, Setting]:
    """The headings and agendas of meetings. One SQL query."""
    agendas: dict[int, list[typed.AgendaItem]] = {meeting.pk: [] for meeting in meetings}
    for row in AgendaItem.objects.filter(meeting__in=[meeting.pk for meeting in meetings]).order_by("position"):
        agendas[row.meeting_id].append(
            typed.AgendaItem(number=row.number or None, title=row.title, evidence=Evidence(start=0, end=0, quote=""))
        )
    return {meeting.pk: Setting(heading=heading_of(meeting), agenda=agendas[meeting.pk]) for meeting in meetings}


def _said(row: Finding, settings: dict[int, Setting]) -> Said:
    item = typed_item(row)
    meeting = row.reading.meeting
    if not isinstance(item, typed.Intervention) or meeting is None:
        raise TypeError(row.kind)
    setting = settings[meeting.pk]
    return Said(
        meeting_id=meeting.pk,
        heading=setting.heading,
        agenda=setting.words_of(item.agenda),
        theme=setting.theme_of(item.agenda),
        source=sourced(row, item),
    )


def _all(rows: list[Finding], of: type[T]) -> tuple[Sourced[T], ...]:
    found = ((row, typed_item(row)) for row in rows)
    return tuple(sourced(row, item) for row, item in found if isinstance(item, of))


def _attended_as_value(row: Attendance) -> Attended:
    return Attended(
        meeting_id=row.meeting_id,
        heading=heading_of(row.meeting),
        status=row.status,
        role=row.role,
        people=tuple(row.people),
    )


def _actor(code: str, rows: list[Finding], attended: list[Attendance], owned: tuple[Followed, ...]) -> Actor:
    """The actor by the name under which it is known; errors where no record names it."""
    named = [Actor(a.code, a.name) for row in rows[:1] for a in row.actors.all()]
    named += [Actor(row.code, row.name) for row in attended[:1]]
    named += [owner for found in owned[:1] for owner in found.terms.owners]
    for actor in named:
        if actor.code == code:
            return actor
    raise NoSuchActor(code)
