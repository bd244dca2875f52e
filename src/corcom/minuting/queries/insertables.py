"""What is known already and is inserted into minutes, never typed again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.domain.in_words import due_in_words, names, sentence
from corcom.followup.queries import action_points, decisions
from corcom.kernel.actor import Actor
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.meeting import AttendanceEntry, NextMeeting
from corcom.meetings.models import Attendance, Meeting, MeetingPlan
from corcom.minuting.queries.drafts import MinutesHead
from corcom.participation.queries import attendance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """An action point or decision that is open: its key ("action_point:12"), and its words with owners and day."""

    key: str
    words: str
    state: str


def attendance_known(*, meeting: int) -> list[AttendanceEntry]:
    """Who was there and who was missed, as it was taken at the meeting; else as it stands on its record. Four SQL queries at most."""
    taken = attendance_of(meeting=meeting)
    if taken is not None and taken.entries:
        return list(taken.entries)
    return [
        AttendanceEntry(
            delegation=Actor(row.code, row.name) if row.code else None,
            status=row.status,  # type: ignore[arg-type]  # the column has these choices
            role=row.role,
            people=tuple(row.people),
        )
        for row in Attendance.objects.filter(meeting=meeting)
    ]


def open_points(*, convention: str, body: str, day: date, wording: Wording = ENGLISH) -> list[OpenPoint]:
    """What a body has open on `day` from its earlier meetings: action points, then decisions. Four SQL queries."""
    wanted = Wanted(convention=convention, body=body, state="pending")
    found = [*action_points(day=day, wanted=wanted), *decisions(day=day, wanted=wanted)]
    return [_open_point(one, wording) for one in found if one.terms.raised_on < day]


def points_named(*, keys: list[str], day: date, wording: Wording = ENGLISH) -> dict[str, str]:
    """The words of the points with these keys, as they stand on `day`. Four SQL queries at most."""
    return {_key(one.ref): _words(one, wording) for one in _found(keys, day)}


def convention_of_point(*, key: str, day: date) -> str | None:
    """The convention of the point with this key; None where there is no such point. Two SQL queries at most."""
    return next((one.terms.convention for one in _found([key], day)), None)


def _found(keys: list[str], day: date) -> list[Followed]:
    numbers: dict[str, list[int]] = {"action_point": [], "decision": []}
    for key in keys:
        ref = ref_of(key)
        if ref is not None:
            numbers[ref.kind].append(ref.number)
    found: list[Followed] = []
    if numbers["action_point"]:
        found += action_points(day=day, numbers=numbers["action_point"])
    if numbers["decision"]:
        found += decisions(day=day, numbers=numbers["decision"])
    return found


def ref_of(key: str) -> Ref | None:
    """The commitment that a key means; None where it means none."""
    kind, _, number = key.partition(":")
    if kind == "action_point" and number.isdigit():
        return Ref("action_point", int(number))
    return Ref("decision", int(number)) if kind == "decision" and number.isdigit() else None


def head_from_last(*, plan: MeetingPlan) -> MinutesHead:
    """The head of new minutes: in the chair is who was in the chair when the body last met. One SQL query."""
    same = Meeting.objects.filter(convention=plan.meeting.convention, body=plan.meeting.body, on_record=True)
    last = same.filter(starts_on__lt=plan.starts_on).order_by("-starts_on").first()
    if last is None:
        return MinutesHead()
    return MinutesHead(chair_delegation=last.chair_name, chair_person=last.chair_person, chair_role=last.chair_role)


def next_meeting_of(*, plan: MeetingPlan) -> NextMeeting | None:
    """The meeting of the body that is planned after this one; None where there is none. One SQL query."""
    same = MeetingPlan.objects.filter(meeting__convention=plan.meeting.convention, meeting__body=plan.meeting.body)
    row = same.filter(starts_on__gt=plan.ends_on).exclude(said="cancelled").order_by("starts_on").first()
    if row is None:
        return None
    return NextMeeting(
        date=row.starts_on.isoformat(), time=row.start_time, place=row.place, tentative=row.said == "tentative"
    )


def _open_point(one: Followed, wording: Wording) -> OpenPoint:
    return OpenPoint(key=_key(one.ref), words=_words(one, wording), state=one.state)


def _key(ref: Ref) -> str:
    return f"{ref.kind}:{ref.number}"


def _words(one: Followed, wording: Wording) -> str:
    """The point with who is to act and by when, in brackets."""
    terms = one.terms
    due = due_in_words(terms, wording) if terms.due or terms.due_text else ""
    notes = wording.listed((names(terms.owners, wording), due))
    text = sentence(terms.text).rstrip(".:; ")
    return f"{text} ({notes})" if notes else text
