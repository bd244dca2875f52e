"""Audiences as they are saved: what each asks, what happened to it, and the answers that were used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.addressee_json import addressees_from
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.question_json import read_question
from corcom.correspondence.domain.audience.values import QuestionRefused
from corcom.correspondence.models import Audience, AudienceStep, AudienceUse
from corcom.kernel.marked import Filled


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceTold:
    """An audience. `question` is None where what is saved cannot be asked any more; `flaw` says why."""

    number: int
    name: str
    convention: str
    question: AudienceQuestion | None
    flaw: Filled | None
    saved: Mapping[str, Any]
    revision: int
    changed_at: datetime
    changed_by: str
    retired_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """What happened to an audience, with what it was called and what it asked from then on."""

    kind: str
    name: str
    question: AudienceQuestion | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UseTold:
    """An answer as it was used: the States with their concerns, of which day, for what (or "")."""

    day: date
    states: tuple[Addressee, ...]
    purpose: str
    at: datetime
    by: str


def audiences() -> list[AudienceTold]:
    """Every audience, those that are retired too, by name. One SQL query."""
    return [audience_of(row) for row in _rows()]


def audience(*, number: int) -> AudienceTold | None:
    """One of them by its number. One SQL query."""
    row = _rows().filter(pk=number).first()
    return audience_of(row) if row else None


def audience_named(*, name: str) -> AudienceTold | None:
    """One of them by its name, small letters or not. One SQL query."""
    row = _rows().filter(name__iexact=name.strip()).first()
    return audience_of(row) if row else None


def audience_steps(*, number: int) -> list[StepTold]:
    """What happened to an audience, the latest first. One SQL query."""
    rows = AudienceStep.objects.filter(audience=number).select_related("by").order_by("-id")
    return [
        StepTold(kind=row.kind, name=row.name, question=_asked(row.question)[0], at=row.at, by=row.by.get_full_name())
        for row in rows
    ]


def last_use(*, number: int) -> UseTold | None:
    """The answer of an audience that was used last. One SQL query."""
    row = AudienceUse.objects.filter(audience=number).select_related("by").order_by("-id").first()
    if row is None:
        return None
    return UseTold(
        day=row.day, states=addressees_from(row.states), purpose=row.purpose, at=row.at, by=row.by.get_full_name()
    )


def audience_of(row: Audience) -> AudienceTold:
    """A row as a value."""
    question, flaw = _asked(row.question)
    return AudienceTold(
        number=row.pk,
        name=row.name,
        convention=row.convention,
        question=question,
        flaw=flaw,
        saved=row.question,
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
        retired_at=row.retired_at,
    )


def _asked(saved: object) -> tuple[AudienceQuestion | None, Filled | None]:
    try:
        return read_question(saved), None
    except QuestionRefused as refused:
        return None, refused.reason


def _rows() -> QuerySet[Audience]:
    return Audience.objects.select_related("changed_by")
