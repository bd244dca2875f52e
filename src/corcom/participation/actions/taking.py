"""Taking attendance: marking delegations and people, and adding who came without being expected."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile, CorcomError
from corcom.participation.actions.steps import check_open, locked_plan, record_step
from corcom.participation.domain.answers import same_person
from corcom.participation.domain.attendance import AttendanceRefused, check_presence, check_speaker
from corcom.participation.domain.invitees import guest_code
from corcom.participation.models import DelegationPresence, PersonPresence
from corcom.participation.queries.attendance import attendance_lines, line_of
from corcom.register.domain.gazetteer import parties


class AttendanceChanged(ChangedMeanwhile):
    """Somebody else marked it meanwhile; `name` is who or what was marked, `by` who did it."""

    def __init__(self, *, name: str, by: str) -> None:
        super().__init__(f"{name} was marked by {by}", by=by)
        self.name = name


class NotOnTheList(CorcomError):
    """The attendance of the meeting has no such delegation or person, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"nobody with number {number}")
        self.number = number


@transaction.atomic
def mark_delegation(
    *, meeting: int, number: int, version: int, presence: str, by: User, at: datetime, speaker: str = ""
) -> None:
    """Mark a delegation as somebody read it at `version`; `speaker` is the code of who speaks for it by proxy.

    Marked as present, its people who were not marked are there; marked otherwise, nobody is. The same mark again changes
    nothing, whoever made it. Errors: `NotOnTheList`, `AttendanceRefused`; `AttendanceChanged` where it is at another
    version and marked otherwise.
    """
    check_presence(presence)
    row = _delegation(meeting, number)
    if (row.presence, row.speaker_code) == (presence, speaker):
        return
    if row.version != version:
        raise AttendanceChanged(name=row.name, by=row.changed_by.get_full_name())
    if (
        presence != "present"
        and DelegationPresence.objects.filter(plan__meeting=meeting, speaker_code=row.code).exists()
    ):
        raise AttendanceRefused("speaks", row.name)
    if presence == "proxy":
        spoken = check_speaker(attendance_lines(meeting=meeting), line_of(row), speaker).delegation
        row.speaker_code, row.speaker_name = spoken.code, spoken.name
    else:
        row.speaker_code = row.speaker_name = ""
    before, row.presence = row.presence, presence
    _touch(row, by=by, at=at)
    _people_with(row, presence)
    record_step(meeting, "marked", delegation=row.name, before=before, after=presence, by=by, at=at)


@transaction.atomic
def mark_person(*, meeting: int, number: int, version: int, here: bool, by: User, at: datetime) -> None:
    """Mark somebody as there or not, as read at `version`; where they are there, so is their delegation.

    Errors: `NotOnTheList`, `AttendanceRefused`, `AttendanceChanged`.
    """
    person = (
        PersonPresence.objects.select_related("delegation").filter(pk=number, delegation__plan__meeting=meeting).first()
    )
    if person is None:
        raise NotOnTheList(number)
    row = _delegation(meeting, person.delegation_id)
    person.refresh_from_db(fields=["here", "version"])
    if person.here is here:
        return
    if person.version != version:
        raise AttendanceChanged(name=person.name, by=row.changed_by.get_full_name())
    before, person.here = person.here, here
    person.version += 1
    person.save(update_fields=["here", "version"])
    if here and row.presence != "present":
        row.presence, row.speaker_code, row.speaker_name = "present", "", ""
    _touch(row, by=by, at=at)
    record_step(
        meeting,
        "marked",
        delegation=row.name,
        person=person.name,
        before="expected" if before is None else _mark(here=before),
        after=_mark(here=here),
        by=by,
        at=at,
    )


@transaction.atomic
def mark_rest_absent(*, meeting: int, by: User, at: datetime) -> int:
    """Mark every delegation that nobody marked as absent without apology; answers how many. Errors: `AttendanceRefused`."""
    check_open(meeting)
    rows = DelegationPresence.objects.select_for_update(of=("self",)).filter(plan__meeting=meeting, presence="expected")
    found = list(rows)
    for row in found:
        row.presence = "absent"
        _touch(row, by=by, at=at)
        _people_with(row, "absent")
        record_step(meeting, "marked", delegation=row.name, before="expected", after="absent", by=by, at=at)
    return len(found)


@transaction.atomic
def add_delegation(*, meeting: int, code: str, name: str, by: User, at: datetime, role: str = "") -> int:
    """Write down a delegation that came without being expected, as present; answers its number.

    `code` is that of the register; where it is empty, `name` is that of a special invitee. Errors: `NotPlanned`,
    `AttendanceRefused`.
    """
    check_open(meeting)
    said = " ".join(name.split())
    if code:
        if code not in parties():
            raise AttendanceRefused("delegation", code)
        said = parties()[code].name
    elif not said:
        raise AttendanceRefused("name")
    known = code or guest_code(said)
    row, made = DelegationPresence.objects.get_or_create(
        plan=locked_plan(meeting),
        code=known,
        defaults={
            "name": said[:200],
            "role": role.strip()[:300],
            "special": not code,
            "presence": "present",
            "changed_at": at,
            "changed_by": by,
        },
    )
    if not made:
        raise AttendanceRefused("twice", row.name)
    record_step(meeting, "added", delegation=row.name, after="present", by=by, at=at)
    return row.pk


@transaction.atomic
def add_person(
    *,
    meeting: int,
    number: int,
    name: str,
    by: User,
    at: datetime,
    title: str = "",
    function: str = "",
    is_head: bool = False,
) -> int:
    """Write down somebody of a delegation who came without being nominated; they are there. Answers their number.

    Whoever heads the delegation now stands in for who was to head it. Errors: `NotOnTheList`, `AttendanceRefused`.
    """
    said = " ".join(name.split())
    if not said:
        raise AttendanceRefused("name")
    row = _delegation(meeting, number)
    if same_person(said) in {same_person(known) for known in row.people.values_list("name", flat=True)}:
        raise AttendanceRefused("twice", said)
    if is_head:
        row.people.filter(is_head=True).update(is_head=False)
    person = PersonPresence.objects.create(
        delegation=row,
        is_head=is_head,
        name=said[:200],
        title=title.strip()[:60],
        function=function.strip()[:200],
        here=True,
        on_the_spot=True,
    )
    row.presence, row.speaker_code, row.speaker_name = "present", "", ""
    _touch(row, by=by, at=at)
    record_step(meeting, "added", delegation=row.name, person=said, after="present", by=by, at=at)
    return person.pk


@transaction.atomic
def take_off(*, meeting: int, number: int, by: User, at: datetime, someone: int = 0) -> None:
    """Take a delegation off the attendance that was added by mistake, or `someone` of it by number; the history stays.

    Errors: `NotOnTheList`, `AttendanceRefused`.
    """
    row = _delegation(meeting, number)
    if someone:
        person = row.people.filter(pk=someone).first()
        if person is None:
            raise NotOnTheList(someone)
        record_step(meeting, "taken_off", delegation=row.name, person=person.name, by=by, at=at)
        person.delete()
        _touch(row, by=by, at=at)
        return
    if DelegationPresence.objects.filter(plan__meeting=meeting, speaker_code=row.code).exists():
        raise AttendanceRefused("speaks", row.name)
    record_step(meeting, "taken_off", delegation=row.name, before=row.presence, by=by, at=at)
    row.delete()


def _delegation(meeting: int, number: int) -> DelegationPresence:
    """The row, locked. Refuses where attendance is closed."""
    check_open(meeting)
    rows = DelegationPresence.objects.select_for_update(of=("self",)).select_related("changed_by")
    row = rows.filter(plan__meeting=meeting, pk=number).first()
    if row is None:
        raise NotOnTheList(number)
    return row


def _people_with(row: DelegationPresence, presence: str) -> None:
    """Mark the people of a delegation along with it, but for those of a present one whom somebody marked."""
    if presence == "present":
        row.people.filter(here=None).update(here=True)
    else:
        row.people.update(here=None if presence == "expected" else False)


def _touch(row: DelegationPresence, *, by: User, at: datetime) -> None:
    row.version += 1
    row.changed_by, row.changed_at = by, at
    row.save()


def _mark(*, here: bool) -> str:
    return "present" if here else "absent"
