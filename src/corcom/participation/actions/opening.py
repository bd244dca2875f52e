"""Opening attendance: who is expected, from the answers and, for a committee, from the roster of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.actor import Actor
from corcom.kernel.folding import folded
from corcom.kernel.wording import ENGLISH, Wording
from corcom.mandates.domain.seats import Seat
from corcom.mandates.domain.terms import office_name, theme_name
from corcom.mandates.queries import roster_page
from corcom.meetings.domain.plan import Plan
from corcom.meetings.queries import planned_meeting
from corcom.participation.actions.steps import check_open, locked_plan, record_step
from corcom.participation.domain.answers import same_person
from corcom.participation.domain.attendance import AttendanceLine
from corcom.participation.models import DelegationPresence, PersonPresence
from corcom.participation.queries.participants import expected_lines

COMMITTEE = "coordination_committee"


@transaction.atomic
def open_attendance(*, meeting: int, by: User, at: datetime, wording: Wording = ENGLISH) -> int:
    """Write down everybody who is expected and is not there yet; answers how many delegations and people were added.

    Nothing that was marked changes. Names, functions and roles are copied as they are now. Errors: `NotPlanned`,
    `AttendanceRefused` where attendance is closed.
    """
    plan = planned_meeting(number=meeting).plan
    check_open(meeting)
    row_of_plan = locked_plan(meeting)
    rows = {
        row.code: row for row in DelegationPresence.objects.select_for_update(of=("self",)).filter(plan=row_of_plan)
    }
    added = 0
    for line in _expected(plan, expected_lines(meeting=meeting), wording):
        row = rows.get(line.delegation.code)
        if row is None:
            row = DelegationPresence.objects.create(
                plan=row_of_plan,
                code=line.delegation.code,
                name=line.delegation.name[:200],
                role=line.role[:300],
                special=line.special,
                presence=line.presence,
                changed_at=at,
                changed_by=by,
            )
            added += 1
        added += _add_people(row, line)
    if added:
        record_step(meeting, "opened", by=by, at=at, after=str(added))
    return added


def _expected(plan: Plan, answered: Iterable[AttendanceLine], wording: Wording) -> list[AttendanceLine]:
    """Those who answered, and the members of the committee whether they did or not."""
    found = {line.delegation.code: line for line in answered}
    for code, (name, role) in committee_roles(plan, wording).items():
        line = found.get(code) or AttendanceLine(delegation=Actor(code, name))
        found[code] = replace(line, role=role)
    return sorted(found.values(), key=lambda line: folded(line.delegation.name))


def committee_roles(plan: Plan, wording: Wording = ENGLISH) -> dict[str, tuple[str, str]]:
    """Name and role of each member of the committee on the first day, by code; nobody for other meetings. One SQL query."""
    if plan.kind != COMMITTEE or not plan.convention:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for seat in roster_page(convention=plan.convention, day=plan.starts_on).roster.seats:
        role, before = _role(seat, wording), found.get(seat.holder)
        together = wording.listed((before[1], role), between="; ") if before else role
        found[seat.holder] = (seat.holder_name, together)
    return found


def _role(seat: Seat, wording: Wording) -> str:
    office, theme = office_name(seat.convention, seat.office), theme_name(seat.convention, seat.theme)
    return f"{wording.gettext(office)} ({wording.gettext(theme)})" if theme else wording.gettext(office)


def _add_people(row: DelegationPresence, line: AttendanceLine) -> int:
    """Add those who are not there yet, by name; a head of delegation who came meanwhile stands in for the one before."""
    known = {same_person(name) for name in row.people.values_list("name", flat=True)}
    new = [one for one in line.people if same_person(one.name) not in known]
    if any(one.is_head for one in new):
        row.people.filter(is_head=True).update(is_head=False)
    PersonPresence.objects.bulk_create(
        PersonPresence(
            delegation=row,
            name=one.name[:200],
            title=one.title[:60],
            function=one.function[:200],
            is_head=one.is_head,
        )
        for one in new
    )
    return len(new)
