"""Issuing minutes: circulated, approved by a later meeting, corrected after that; each issue becomes the record."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Literal

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.models import MeetingPlan
from corcom.minutes.actions import NotWithdrawn
from corcom.minuting.actions.consulting import CommentsWanted, put_to_comment
from corcom.minuting.actions.errors import (
    NotALaterMeeting,
    NotApproved,
    NotCirculated,
    NotHeldYet,
    NothingNew,
    NothingWritten,
    WithoutANote,
)
from corcom.minuting.actions.recording import record_issue
from corcom.minuting.actions.starting import held, written
from corcom.minuting.domain.content import MinutesContent, from_json, to_json
from corcom.minuting.domain.corrections import corrections
from corcom.minuting.domain.standing import public_issue, standing
from corcom.minuting.models import MinutesIssue, MinutesStep, WrittenMinutes
from corcom.minuting.queries.freezing import draft_content


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesIssued:
    """What came of issuing: the version, the readings that search has to follow, and what follow-up refused."""

    version: int
    readings: tuple[int, ...]
    refused: tuple[NotWithdrawn, ...] = ()
    consultation: int = 0
    """Of the consultation, where the minutes were put to comment."""


@transaction.atomic
def circulate_minutes(
    *,
    meeting: int,
    by: User,
    at: datetime,
    wording: Wording = ENGLISH,
    comments: CommentsWanted | None = None,
) -> MinutesIssued:
    """Issue the minutes as they stand, and put them to delegations for comment; with this the meeting is on record.

    Errors: `NotWritten`, `AlreadyApproved`, `NotHeldYet`, `NothingWritten`, those of `put_to_comment`; `NothingNew` where they were
    circulated as they stand.
    """
    minutes = written(meeting)
    if at.date() < minutes.plan.starts_on:
        raise NotHeldYet(minutes.plan.starts_on)
    content = draft_content(meeting=meeting, wording=wording)
    last = minutes.issues.first()
    if last is not None and _same(last, content):
        raise NothingNew(last.version)
    done = _issue(minutes, content, "circulated", by=by, at=at, wording=wording)
    if comments is None:
        return done
    asked = put_to_comment(
        meeting=meeting, version=done.version, content=content, wanted=comments, by=by, at=at, wording=wording
    )
    return replace(done, consultation=asked.number)


@transaction.atomic
def approve_minutes(
    *, meeting: int, approved_at: int, by: User, at: datetime, note: str = "", wording: Wording = ENGLISH
) -> MinutesIssued:
    """Record that a later meeting (`approved_at`, by its number) took the minutes as they stand as a correct record.

    What they say otherwise than the issue before is noted with them. Minutes that were opened for a correction become a
    corrected issue, with a note that says why. Errors: `NotWritten`, `AlreadyApproved`, `NotCirculated`, `NothingWritten`,
    `NotALaterMeeting`, `NotHeldYet`, `WithoutANote`, and `NothingNew` for a correction that corrects nothing.
    """
    minutes = written(meeting)
    last = minutes.issues.first()
    if last is None:
        raise NotCirculated
    plan = _later_meeting(minutes, approved_at)
    if at.date() < plan.starts_on:
        raise NotHeldYet(plan.starts_on)
    content = draft_content(meeting=meeting, wording=wording)
    corrected = standing(minutes.steps.values_list("kind", flat=True)) == "reopened"
    if corrected and _same(last, content):
        raise NothingNew(last.version)
    if corrected and not note.strip():
        raise WithoutANote
    kind: Literal["approved", "corrected"] = "corrected" if corrected else "approved"
    return _issue(minutes, content, kind, by=by, at=at, wording=wording, approved_at=plan, note=note.strip())


@transaction.atomic
def reopen_minutes(*, meeting: int, note: str, by: User, at: datetime) -> None:
    """Open approved minutes for a correction, which will be an issue of its own; what was approved stays as it was.

    Errors: `NotWritten`, `NotApproved`, `WithoutANote`.
    """
    minutes = _approved(meeting)
    if not note.strip():
        raise WithoutANote
    MinutesStep.objects.create(minutes=minutes, kind="reopened", note=note.strip(), at=at, by=by)


@transaction.atomic
def publish_minutes(*, meeting: int, by: User, at: datetime) -> int:
    """Make the public copy of the approved minutes public; gives the version. Errors: `NotWritten`, `NotApproved`."""
    minutes = _approved(meeting)
    issue = minutes.issues.get(version=max(minutes.issues.values_list("version", flat=True)))
    if _public(minutes) != issue.pk:
        MinutesStep.objects.create(minutes=minutes, kind="published", issue=issue, at=at, by=by)
    return issue.version


@transaction.atomic
def hide_minutes(*, meeting: int, note: str, by: User, at: datetime) -> None:
    """Take the public copy back from the public. Errors: `NotWritten`; nothing happens where none is public."""
    minutes = held(meeting)
    if _public(minutes) is not None:
        MinutesStep.objects.create(minutes=minutes, kind="hidden", note=note.strip(), at=at, by=by)


def _issue(
    minutes: WrittenMinutes,
    content: MinutesContent,
    kind: Literal["circulated", "approved", "corrected"],
    *,
    by: User,
    at: datetime,
    wording: Wording,
    approved_at: MeetingPlan | None = None,
    note: str = "",
) -> MinutesIssued:
    if not any(True for _ in content.numbered()):
        raise NothingWritten
    last = minutes.issues.select_related("reading").first()
    version = (last.version if last else 0) + 1
    recorded = record_issue(content=content, version=version, last=last, by=by, at=at, wording=wording)
    issue = MinutesIssue.objects.create(
        minutes=minutes,
        version=version,
        kind=kind,
        content=to_json(content),
        corrections=[asdict(one) for one in corrections(from_json(last.content), content, wording)] if last else [],
        file=recorded.reading.file,
        reading=recorded.reading,
        approved_at=approved_at,
        note=note,
        issued_at=at,
        issued_by=by,
    )
    step = "circulated" if kind == "circulated" else "approved"
    MinutesStep.objects.create(minutes=minutes, kind=step, issue=issue, note=note, at=at, by=by)
    readings = {recorded.reading.pk, *([last.reading_id] if last else [])}
    return MinutesIssued(version=issue.version, readings=tuple(sorted(readings)), refused=recorded.refused)


def _same(issue: MinutesIssue, content: MinutesContent) -> bool:
    return from_json(issue.content) == content


def _later_meeting(minutes: WrittenMinutes, meeting: int) -> MeetingPlan:
    plan = MeetingPlan.objects.select_related("meeting").filter(meeting=meeting).exclude(said="cancelled").first()
    own = minutes.plan
    if plan is None or plan.starts_on <= own.starts_on:
        raise NotALaterMeeting(plan.starts_on if plan else None)
    if (plan.meeting.convention, plan.meeting.body) != (own.meeting.convention, own.meeting.body):
        raise NotALaterMeeting(plan.starts_on)
    return plan


def _approved(meeting: int) -> WrittenMinutes:
    minutes = held(meeting)
    if standing(minutes.steps.values_list("kind", flat=True)) != "approved":
        raise NotApproved
    return minutes


def _public(minutes: WrittenMinutes) -> int | None:
    return public_issue(minutes.steps.values_list("kind", "issue"))
