"""Making the steps of a time-line action points, and keeping them with it when it changes."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile
from corcom.followup.actions import (
    AlreadyFollowedUp,
    Shown,
    correct_commitment,
    move_source,
    record_action_point,
    record_again,
    withdraw_commitment,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import ActionPointTerms
from corcom.followup.queries import action_points
from corcom.kernel.errors import CorcomError
from corcom.kernel.source import Evidence
from corcom.meetings.domain.timeline import Timeline
from corcom.meetings.domain.timeline_points import point_terms, promised_steps, timeline_text
from corcom.meetings.models import FollowedTimeline, TimelinePoint
from corcom.rulebooks.reading import rulebook


class TimelineExists(CorcomError):
    """The meeting on `start` has a time-line of its own, number `other`, so that another cannot be moved there."""

    def __init__(self, *, start: date, other: int) -> None:
        super().__init__(f"the meeting on {start} has a time-line already: {other}")
        self.start = start
        self.other = other


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedSteps:
    """What became of the steps: how many were added, corrected, left as they were, or withdrawn.

    `kept` counts those that were closed before; what is done does not change any more.
    """

    timeline: int
    added: int = 0
    corrected: int = 0
    same: int = 0
    withdrawn: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hand:
    """Who records, when, in which file."""

    file: StoredFile
    on: date
    by: User
    at: datetime


@transaction.atomic
def record_timeline(*, drawn: Timeline, on: date, by: User, at: datetime, timeline: int | None = None) -> RecordedSteps:
    """Make each step an action point with its line of the time-line as evidence, raised on the day `on`.

    The same time-line again adds nothing. One whose days have changed corrects those that it gave before: that of the
    same template and first day, or the one numbered `timeline`, whose meeting has moved. A step that has no day any more
    is withdrawn, unless somebody followed it up; what is closed stays as it is. Errors: `TimelineExists`.
    """
    written = timeline_text(drawn)
    name = f"time-line-{drawn.template.code}-{drawn.events.meeting_start.isoformat()}.txt"
    content = io.BytesIO(written.text.encode())
    file = store_file(content=content, name=name, media_type="text/plain", at=at, by=by.username)
    hand = _Hand(file=file, on=on, by=by, at=at)
    row = _row(drawn, timeline, hand)
    points = {point.step: point for point in row.points.select_for_update()}
    news: Counter[str] = Counter()
    for step in promised_steps(drawn):
        terms = point_terms(step, drawn, body=_body(drawn), raised_on=on)
        evidence = written.evidence[step.code]
        if point := points.pop(step.code, None):
            news[_again(point, terms, evidence, hand)] += 1
        else:
            shown = Shown(file_id=file.pk, evidence=evidence)
            made = record_action_point(terms=terms, source=shown, by=by, at=at)
            TimelinePoint.objects.create(timeline=row, step=step.code, action_point=made)
            news["added"] += 1
    for point in points.values():
        news[_left_out(point, hand)] += 1
    del news[""]
    return RecordedSteps(timeline=row.pk, **news)


def _row(drawn: Timeline, number: int | None, hand: _Hand) -> FollowedTimeline:
    """The row of the time-line, with its days and its file as they are now."""
    events = drawn.events
    rows = FollowedTimeline.objects.select_for_update().filter(template=drawn.template.code)
    there = rows.filter(meeting_start=events.meeting_start).first()
    row = rows.filter(pk=number).first() if number is not None else there
    if row is not None and there is not None and there.pk != row.pk:
        raise TimelineExists(start=events.meeting_start, other=there.pk)
    days = {
        "meeting_start": events.meeting_start,
        "meeting_end": events.meeting_end,
        "committee_meetings": [day.isoformat() for day in events.committee_meetings],
        "file": hand.file,
        "recorded_at": hand.at,
        "recorded_by": hand.by,
    }
    if row is None:
        # Two who record the same time-line at once get the same row; the second waits for the first.
        started = {**days, "convention": drawn.template.convention}
        named = {"template": drawn.template.code, "meeting_start": events.meeting_start}
        row, _made = rows.get_or_create(**named, defaults=started)
    if row.file_id != hand.file.pk:
        for key, value in days.items():
            setattr(row, key, value)
        row.save(update_fields=list(days))
    return row


def _body(drawn: Timeline) -> str:
    """The name of the body that follows the steps."""
    book = rulebook(drawn.template.convention)
    bodies = book.bodies if book else ()
    return next((body.name for body in bodies if body.code == drawn.template.body), drawn.template.body)


def _again(point: TimelinePoint, terms: ActionPointTerms, evidence: Evidence, hand: _Hand) -> str:
    """Bring an action point up to date; says what was done."""
    ref = Ref("action_point", point.action_point_id)
    found = next(iter(action_points(day=date.max, numbers=[ref.number])), None)
    if found is None:
        record_again(commitment=ref, terms=terms, by=hand.by, at=hand.at)
        move_source(commitment=ref, evidence=evidence, file=hand.file.pk)
        return "added"
    if found.state == "done":
        return "kept"
    news = "same"
    now = replace(terms, raised_on=found.terms.raised_on)
    if now != found.terms:
        note = "the time-line was drawn up again"
        correct_commitment(commitment=ref, terms=now, on=hand.on, by=hand.by, at=hand.at, note=note)
        news = "corrected"
    if (found.file_id, found.evidence) != (hand.file.pk, evidence):
        move_source(commitment=ref, evidence=evidence, file=hand.file.pk)
    return news


def _left_out(point: TimelinePoint, hand: _Hand) -> str:
    """Take back an action point whose step has no day any more."""
    ref = Ref("action_point", point.action_point_id)
    if not action_points(day=date.max, numbers=[ref.number]):
        return ""
    try:
        withdraw_commitment(commitment=ref, by=hand.by, at=hand.at, note="the step has no day any more")
    except AlreadyFollowedUp:
        return "kept"
    return "withdrawn"
