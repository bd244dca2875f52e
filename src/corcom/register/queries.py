"""Reads of the register: treaty actions as recorded, and the register of a convention computed from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar, cast

from django.db.models import Q

from corcom.kernel.source import Certainty
from corcom.register.domain.rates import Rate
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_actions import Kind, TreatyAction
from corcom.register.domain.votes import Side, Vote
from corcom.register.models import AssessmentRate, Recorded, RecordedTreatyAction, RecordedVote
from corcom.rulebooks.reading import conventions, rulebook

V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief(Generic[V]):
    """A recorded fact, with who recorded it and when; `ended_at` and what follows it for one that is not believed any more.

    `superseded_by` is the number of the fact that took its place, None for one that was struck.
    """

    value: V
    recorded_at: datetime
    recorded_by: str
    ended_at: datetime | None
    ended_by: str
    ended_why: str
    superseded_by: int | None


def treaty_actions(
    *, convention: str = "", iso3: str = "", known_at: datetime | None = None, ended: bool = False
) -> list[TreatyAction]:
    """The treaty actions that are believed, or were at a moment; all, or those of one convention or one State.

    With `ended`, also those that are not believed any more.
    """
    rows = RecordedTreatyAction.objects.filter(Q() if ended else believed(known_at))
    if convention:
        rows = rows.filter(convention=convention)
    if iso3:
        rows = rows.filter(iso3=iso3)
    return [action_of(row) for row in rows]


def rates(*, ended: bool = False) -> list[Rate]:
    """The rates of the scale of assessments that are believed; with `ended`, also those that were."""
    rows = AssessmentRate.objects.filter(Q() if ended else believed(None))
    return [
        Rate(
            first_year=row.first_year,
            last_year=row.last_year,
            iso3=row.iso3,
            percent=row.percent.normalize(),
            source=row.source,
            certainty=cast("Certainty", row.certainty),
            note=row.note,
            number=row.pk,
        )
        for row in rows
    ]


def votes(*, ended: bool = False) -> list[Vote]:
    """The recorded votes that are believed; with `ended`, also those that were."""
    rows = RecordedVote.objects.filter(Q() if ended else believed(None))
    return [
        Vote(
            year=row.year,
            resolution=row.resolution,
            iso3=row.iso3,
            vote=cast("Side", row.vote),
            source=row.source,
            certainty=cast("Certainty", row.certainty),
            note=row.note,
            number=row.pk,
        )
        for row in rows
    ]


def register_of(convention: str, *, known_at: datetime | None = None) -> Register | None:
    """The register of a convention as it is known, or was at a moment; None for one without a rulebook."""
    book = rulebook(convention)
    if book is None:
        return None
    return register_from(book, treaty_actions(convention=convention, known_at=known_at))


def registers(*, known_at: datetime | None = None) -> dict[str, Register]:
    """The registers of all conventions that have a rulebook, by code. One SQL query."""
    of_convention: dict[str, list[TreatyAction]] = {}
    for action in treaty_actions(known_at=known_at):
        of_convention.setdefault(action.convention, []).append(action)
    books = (book for code in conventions() if (book := rulebook(code)))
    return {book.convention: register_from(book, of_convention.get(book.convention, ())) for book in books}


def believed_actions(*, iso3: str, convention: str = "") -> list[Belief[TreatyAction]]:
    """Everything that was ever recorded of a State, the latest first: what is believed, and what is not any more."""
    rows = RecordedTreatyAction.objects.filter(iso3=iso3)
    if convention:
        rows = rows.filter(convention=convention)
    return list(beliefs((action_of(row), row) for row in rows.order_by("-recorded_at", "-id")))


def believed_action(number: int) -> TreatyAction | None:
    """A treaty action by its number; None for one that is not there or not believed any more."""
    row = RecordedTreatyAction.objects.filter(believed(None), pk=number).first()
    return action_of(row) if row else None


def beliefs(found: Iterable[tuple[V, Recorded]]) -> Iterable[Belief[V]]:
    """Rows with who recorded and who ended them."""
    for value, row in found:
        yield Belief(
            value=value,
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
            ended_at=row.ended_at,
            ended_by=row.ended_by,
            ended_why=row.ended_why,
            superseded_by=getattr(row, "superseded_by_id", None),
        )


def believed(known_at: datetime | None) -> Q:
    """The rows that are believed: not ended, or recorded by a moment and not ended by it."""
    if known_at is None:
        return Q(ended_at__isnull=True)
    return Q(recorded_at__lte=known_at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=known_at))


def action_of(row: RecordedTreatyAction) -> TreatyAction:
    """A row as a value."""
    return TreatyAction(
        convention=row.convention,
        iso3=row.iso3,
        kind=cast("Kind", row.kind),
        on=row.on,
        effective_on=row.effective_on,
        source=row.source,
        certainty=cast("Certainty", row.certainty),
        note=row.note,
        number=row.pk,
    )
