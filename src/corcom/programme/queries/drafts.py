"""The programme of a planned meeting as it is being drawn up, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from corcom.directory.queries import people_known
from corcom.kernel.errors import CorcomError
from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.terms import offices_of
from corcom.mandates.queries import terms
from corcom.meetings.domain.plan import Plan
from corcom.meetings.queries import PlannedMeeting, planned_meeting
from corcom.programme.domain.conflicts import ProgrammeConflict, conflicts_of
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.programme_json import SESSION_KEYS, session_from
from corcom.programme.domain.session import Session
from corcom.programme.domain.templates import Holders
from corcom.programme.models import Programme as ProgrammeRow
from corcom.programme.models import ProgrammeSession
from corcom.rulebooks.programme_reading import programme_rules
from corcom.rulebooks.programmes import SlotHours


class NoSuchSession(CorcomError):
    """There is no such session in this programme, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no session {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSession:
    """A session with who changed it last."""

    session: Session
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProgramme:
    """The programme of a meeting. `version` is that of its hours and shares; 0 where nothing was drawn up yet.

    `moved_from` is the day on which the meeting began when its sessions were put there; None unless it was moved since.
    """

    meeting: PlannedMeeting
    programme: Programme
    sessions: tuple[DraftSession, ...]
    conflicts: tuple[ProgrammeConflict, ...]
    version: int
    moved_from: date | None

    def conflicts_with(self, number: int) -> list[ProgrammeConflict]:
        """What concerns one session."""
        return [one for one in self.conflicts if number in one.sessions]


def draft_programme(*, meeting: int) -> DraftProgramme:
    """The programme of a planned meeting, checked as a whole. Four SQL queries. Errors: `NotPlanned`."""
    found = planned_meeting(number=meeting)
    row = ProgrammeRow.objects.filter(plan__meeting=meeting).first()
    rows = ProgrammeSession.objects.filter(programme__plan__meeting=meeting, withdrawn=False)
    sessions = tuple(
        DraftSession(session=session_of(one), changed_at=one.changed_at, changed_by=one.changed_by.get_full_name())
        for one in rows.select_related("changed_by")
    )
    programme = programme_of(found.plan, row, [one.session for one in sessions])
    return DraftProgramme(
        meeting=found,
        programme=programme,
        sessions=sessions,
        conflicts=checked(programme),
        version=row.version if row else 0,
        moved_from=row.starts_on if row and sessions and row.starts_on != found.plan.starts_on else None,
    )


def checked(programme: Programme) -> tuple[ProgrammeConflict, ...]:
    """What is wrong with a programme, by the rules that hold on its first day. One SQL query."""
    chairs = {code for session in programme.sessions for code in session.chairs}
    rules = programme_rules(programme.convention).on(programme.starts_on)
    return conflicts_of(programme, rules, known_people=people_known(delegations=chairs, day=programme.starts_on))


def draft_session(*, meeting: int, number: int) -> DraftSession:
    """One session. One SQL query. Errors: `NoSuchSession`."""
    rows = ProgrammeSession.objects.filter(programme__plan__meeting=meeting, pk=number, withdrawn=False)
    one = rows.select_related("changed_by").first()
    if one is None:
        raise NoSuchSession(number)
    return DraftSession(session=session_of(one), changed_at=one.changed_at, changed_by=one.changed_by.get_full_name())


def chairs_by_roster(*, convention: str) -> Holders:
    """Who holds an office, for a theme or none, on a day, by the roster. One SQL query, however often it is asked."""
    known = terms(convention=convention)

    def holders(office: str, theme: str, day: date) -> tuple[str, ...]:
        return tuple(seat.holder for seat in roster_on(convention, known, day=day).holders_of(office, theme))

    return holders


def in_office(*, convention: str, theme: str, day: date) -> list[tuple[str, tuple[str, ...]]]:
    """Who holds each office that has this theme, on a day: codes of offices and of holders. One SQL query."""
    holders = chairs_by_roster(convention=convention)
    held = ((office, holders(office, theme, day)) for office in offices_of(convention))
    return [(office, found) for office, found in held if found]


def session_of(row: ProgrammeSession) -> Session:
    """A row as a value."""
    values: dict[str, Any] = {key: getattr(row, key) for key in SESSION_KEYS}
    made = session_from({**values, "day": row.day.isoformat()})
    return Session(
        **{key: getattr(made, key) for key in SESSION_KEYS}, number=row.pk, uid=str(row.uid), version=row.version
    )


def programme_of(plan: Plan, row: ProgrammeRow | None, sessions: Iterable[Session]) -> Programme:
    """The programme of a plan: its hours and shares as stored, or as the rulebook has them."""
    slots = slots_of(row.slots) if row else programme_rules(plan.convention).slots
    shares: Mapping[str, int] = row.shares if row else {}
    return Programme(
        convention=plan.convention,
        zone=plan.zone,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        slots=slots,
        sessions=tuple(sessions),
        shares=shares,
    )


def slots_of(stored: Iterable[Mapping[str, str]]) -> tuple[SlotHours, ...]:
    """The hours of a stored programme."""
    return tuple(SlotHours(**one) for one in stored)
