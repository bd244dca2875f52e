"""Consultations as they stand: the text, to whom it was circulated, until when, which round."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from corcom.consultation.domain.circulated import Paragraph, Procedure
from corcom.consultation.models import Consultation as ConsultationRow
from corcom.consultation.models import ConsultationDeadline
from corcom.documents.domain.circles import Circle
from corcom.kernel.errors import CorcomError


class NoSuchConsultation(CorcomError):
    """There is no consultation with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no consultation {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline as it was set: the moment in its zone, by whom it was set, when, and why it was moved."""

    closes_at: datetime
    zone: str
    reason: str
    set_at: datetime
    set_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A text that was circulated. `parties` are codes; `deadlines` the first one and what it was extended to.

    `follows` and `followed_by` are the numbers of the rounds before and after it.
    """

    number: int
    title: str
    about: str
    convention: str
    language: str
    procedure: Procedure
    circle: Circle
    note: str
    paragraphs: tuple[Paragraph, ...]
    parties: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    round: int
    follows: int | None
    followed_by: int | None
    circulated_at: datetime
    circulated_by: str

    @property
    def closes_at(self) -> datetime:
        """The deadline that holds, in its zone."""
        return self.deadlines[-1].closes_at

    @property
    def zone(self) -> str:
        """The zone of the deadline that holds."""
        return self.deadlines[-1].zone

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the paragraphs."""
        return tuple(paragraph.number for paragraph in self.paragraphs)

    def is_open(self, at: datetime) -> bool:
        """Whether comments are still taken at a moment. The moment of the deadline itself is too late."""
        return at < self.closes_at

    def paragraph(self, number: str) -> Paragraph | None:
        """The paragraph with a number, or None."""
        return next((each for each in self.paragraphs if each.number == number), None)


def consultation(number: int) -> Consultation:
    """One consultation with its text. Four SQL queries. Errors: `NoSuchConsultation`."""
    row = _rows().filter(pk=number).first()
    if row is None:
        raise NoSuchConsultation(number)
    return consultation_of(row)


def consultations_about(about: str) -> list[Consultation]:
    """The consultations about one thing ("minutes:7"), the latest first. Four SQL queries."""
    return [consultation_of(row) for row in _rows().filter(about=about)]


def consultations(*, circles: Collection[Circle]) -> list[Consultation]:
    """All consultations for these circles of readers, the latest first. Four SQL queries."""
    return [consultation_of(row) for row in _rows().filter(circle__in=list(circles))]


def consultation_of(row: ConsultationRow) -> Consultation:
    """A row as a value."""
    after = getattr(row, "followed_by", None)
    return Consultation(
        number=row.pk,
        title=row.title,
        about=row.about,
        convention=row.convention,
        language=row.language,
        procedure=cast("Procedure", row.procedure),
        circle=cast("Circle", row.circle),
        note=row.note,
        paragraphs=tuple(Paragraph(each.number, each.text) for each in row.paragraphs.all()),
        parties=tuple(each.code for each in row.parties.all()),
        deadlines=tuple(_deadline(each) for each in row.deadlines.all()),
        round=row.round,
        follows=row.follows_id,
        followed_by=after.pk if after else None,
        circulated_at=row.circulated_at,
        circulated_by=row.circulated_by.get_full_name(),
    )


def _deadline(row: ConsultationDeadline) -> Deadline:
    zone = UTC if row.zone == "UTC" else ZoneInfo(row.zone)
    return Deadline(
        closes_at=row.closes_at.astimezone(zone),
        zone=row.zone,
        reason=row.reason,
        set_at=row.set_at,
        set_by=row.set_by.get_full_name(),
    )


def _rows() -> QuerySet[ConsultationRow]:
    rows = ConsultationRow.objects.select_related("circulated_by", "followed_by")
    return rows.prefetch_related("paragraphs", "parties", "deadlines__set_by")
