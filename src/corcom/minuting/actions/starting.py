"""Beginning to write the minutes of a planned meeting, and saying what stands at their head."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, get_args

from django.db import transaction

from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile
from corcom.kernel.languages import LANGUAGES
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.meeting import Status
from corcom.meetings.models import AgendaRelease, MeetingPlan
from corcom.meetings.queries.plans import NotPlanned
from corcom.minuting.actions.errors import (
    AlreadyApproved,
    AlreadyOnRecord,
    AlreadyWritten,
    HeadRefused,
    NoAgendaReleased,
)
from corcom.minuting.actions.versions import add
from corcom.minuting.domain.attendance_lines import as_lines
from corcom.minuting.domain.content import Attribution
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.domain.standing import may_be_written, standing
from corcom.minuting.models import MinutesSection, MinutesStep, WrittenMinutes
from corcom.minuting.queries.drafts import MinutesHead
from corcom.minuting.queries.errors import NotWritten
from corcom.minuting.queries.insertables import attendance_known, head_from_last

STATUSES: tuple[Status, ...] = get_args(Status)
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


@transaction.atomic
def start_minutes(*, meeting: int, by: User, at: datetime, wording: Wording = ENGLISH) -> int:
    """Begin the minutes of a planned meeting: a section for each item of its released agenda, attendance put in.

    Gives the number of the written minutes. Errors: `NotPlanned`, `AlreadyWritten`, `AlreadyOnRecord`,
    `NoAgendaReleased`.
    """
    rows = MeetingPlan.objects.select_for_update(of=("self",)).select_related("meeting")
    plan = rows.filter(meeting=meeting).first()
    if plan is None:
        raise NotPlanned(meeting)
    if WrittenMinutes.objects.filter(plan=plan).exists():
        raise AlreadyWritten
    if plan.meeting.on_record:
        raise AlreadyOnRecord
    release = AgendaRelease.objects.filter(plan=plan).first()
    if release is None:
        raise NoAgendaReleased
    head = replace(head_from_last(plan=plan), language=wording.language.partition("-")[0])
    minutes = WrittenMinutes.objects.create(plan=plan, changed_at=at, changed_by=by, **asdict(head))
    MinutesStep.objects.create(minutes=minutes, kind="started", at=at, by=by)
    _call_over(minutes, wording.gettext("Attendance"), by, at)
    items: Any = release.content["items"]
    for position, item in enumerate(items, start=1):
        MinutesSection.objects.create(
            minutes=minutes,
            position=position,
            number=str(item["number"]),
            title=item["title"],
            papers=item["papers"],
        )
    return minutes.pk


@transaction.atomic
def change_head(*, meeting: int, version: int, head: MinutesHead, by: User, at: datetime) -> None:
    """Say who is in the chair, when it began and ended, and how the minutes name who spoke.

    Errors: `NotWritten`, `AlreadyApproved`, `HeadRefused`; `ChangedMeanwhile` where somebody else changed it meanwhile.
    """
    row = written(meeting)
    if row.version != version:
        raise ChangedMeanwhile(version=row.version, by=row.changed_by.get_full_name())
    _check(head)
    for key, value in asdict(head).items():
        setattr(row, key, value)
    row.version += 1
    row.changed_at, row.changed_by = at, by
    row.save()


def written(meeting: int) -> WrittenMinutes:
    """The row itself, held until the end of the transaction, in which somebody may write.

    Errors: `NotWritten`, `AlreadyApproved`.
    """
    row = held(meeting)
    if not may_be_written(standing(row.steps.values_list("kind", flat=True))):
        raise AlreadyApproved
    return row


def held(meeting: int) -> WrittenMinutes:
    """The row itself, held until the end of the transaction. Errors: `NotWritten`."""
    rows = WrittenMinutes.objects.select_for_update(of=("self",)).select_related("plan__meeting", "changed_by")
    row = rows.filter(plan__meeting=meeting).first()
    if row is None:
        raise NotWritten(meeting)
    return row


def _check(head: MinutesHead) -> None:
    if head.language not in LANGUAGES:
        raise HeadRefused("language")
    for key in ("attribution", "public_attribution"):
        if getattr(head, key) not in get_args(Attribution):
            raise HeadRefused(key)
    # The public copy names nobody whom the minutes do not name.
    if head.public_attribution not in ("nobody", head.attribution):
        raise HeadRefused("public_attribution")
    for key in ("start_time", "end_time"):
        if getattr(head, key) and not _TIME.fullmatch(getattr(head, key)):
            raise HeadRefused(key)


def _call_over(minutes: WrittenMinutes, title: str, by: User, at: datetime) -> None:
    """The attendance before all items: what is known is put in, and what is not waits to be written."""
    section = MinutesSection.objects.create(minutes=minutes, position=0, title=title)
    known = attendance_known(meeting=minutes.plan.meeting_id)
    for status in STATUSES:
        add(section, TakingDown(kind=status, text=as_lines(known, status)), by=by, at=at, kind="started")
