"""Open questions, and who wants what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, Q

from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.queries import heading_of
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.record import Sourced
from corcom.minutes.models import Finding, Question
from corcom.minutes.queries.errors import NoSuchQuestion
from corcom.minutes.queries.items import on_record, typed_item
from corcom.minutes.queries.records import sourced

ON_RECORD = on_record("findings__")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """One question in a list: when it was first asked, and how many delegations stand where."""

    id: int
    convention: str
    title: str
    opened_on: date
    stances: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One position: who took it, at which meeting, in which words."""

    actor: Actor
    meeting_id: int
    heading: Heading
    source: Sourced[typed.Position]
    question_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """A question with every position on it, oldest first, and where each delegation stands now."""

    id: int
    convention: str
    title: str
    wordings: tuple[str, ...]
    merged_into_id: int | None
    """The question that this one was joined to, and where its positions now stand."""
    positions: tuple[Stood, ...]

    @property
    def standing(self) -> dict[str, tuple[Stood, ...]]:
        """The last position of each delegation, by stance."""
        last = {position.actor.code: position for position in self.positions}
        stances = ("for", "against", "asks", "undecided")
        return {
            stance: tuple(found for found in last.values() if found.source.item.stance == stance) for stance in stances
        }


def questions(*, convention: str = "", day: date | None = None) -> list[QuestionLine]:
    """Questions on which there is a position on record by `day`, the latest first. Three SQL queries.

    A delegation that moved is counted where it stands then. Without a day everything counts.
    """
    on_record = ON_RECORD & Q(findings__reading__meeting__starts_on__lte=day) if day else ON_RECORD
    rows: Any = Question.objects.filter(merged_into=None)
    if convention:
        rows = rows.filter(convention=convention)
    found = list(
        rows.annotate(
            positions=Count("findings", filter=on_record),
            opened_on=Min("findings__reading__meeting__starts_on", filter=on_record),
        )
        .filter(positions__gt=0)
        .order_by(F("opened_on").desc(), "title")
    )
    positions = _positions(Q(question__in=[row.pk for row in found]) & _until(day))
    return [
        QuestionLine(
            id=row.pk,
            convention=row.convention,
            title=row.title,
            opened_on=row.opened_on,
            stances=_counted(positions, row.pk),
        )
        for row in found
    ]


def question_page(*, number: int, day: date | None = None) -> QuestionPage:
    """Who wants what on one question by `day`. Four SQL queries. Errors: `NoSuchQuestion`."""
    row = Question.objects.filter(pk=number).prefetch_related("names").first()
    if row is None:
        raise NoSuchQuestion(number)
    return QuestionPage(
        id=row.pk,
        convention=row.convention,
        title=row.title,
        merged_into_id=row.merged_into_id,
        wordings=tuple(name.wording for name in row.names.all()),
        positions=tuple(one for row in _positions(Q(question=number) & _until(day)) for one in stood(row)),
    )


def stood(row: Finding) -> tuple[Stood, ...]:
    """An accepted position as values, one for each that takes it; `reading.meeting` and `actors` must be at hand."""
    item = typed_item(row)
    meeting = row.reading.meeting
    if not isinstance(item, typed.Position) or meeting is None:
        raise TypeError(row.kind)
    source = sourced(row, item)
    heading = heading_of(meeting)
    return tuple(
        Stood(actor=actor, meeting_id=meeting.pk, heading=heading, source=source, question_id=row.question_id)
        for actor in source.actors
    )


def _until(day: date | None) -> Q:
    return Q(reading__meeting__starts_on__lte=day) if day else Q()


def _positions(condition: Q) -> list[Finding]:
    return list(
        Finding.objects.filter(condition, on_record(), kind="position")
        .select_related("reading__meeting")
        .defer("reading__text", "reading__marks", "reading__record")
        .prefetch_related("actors")
        .order_by("reading__meeting__starts_on", "reading", "position")
    )


def _counted(rows: list[Finding], question: int) -> dict[str, int]:
    last = {one.actor.code: one for row in rows if row.question_id == question for one in stood(row)}
    counts: dict[str, int] = {}
    for found in last.values():
        counts[found.source.item.stance] = counts.get(found.source.item.stance, 0) + 1
    return counts
