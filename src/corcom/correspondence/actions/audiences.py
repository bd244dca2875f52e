"""Saving audiences: made, changed, retired and taken up again; and the answer as it was used."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.audience_errors import (
    AudienceChanged,
    AudienceNameRefused,
    AudienceNameTaken,
    AudienceRetired,
    NoSuchAudience,
)
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.addressee_json import addressees_kept
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.question_json import question_json
from corcom.correspondence.models import Audience, AudienceStep, AudienceUse
from corcom.correspondence.queries.audiences import audience_of

LONGEST_NAME = 200


@transaction.atomic
def make_audience(*, name: str, question: AudienceQuestion, by: User, at: datetime) -> int:
    """Save a question under a name; gives its number. Errors: `AudienceNameRefused`, `AudienceNameTaken`."""
    row = Audience.objects.create(
        name=_free(name, None),
        convention=question.convention,
        question=question_json(question),
        changed_at=at,
        changed_by=by,
    )
    _step(row, "made", by=by, at=at)
    return row.pk


@transaction.atomic
def change_audience(
    *, number: int, revision: int, name: str, question: AudienceQuestion, by: User, at: datetime
) -> int:
    """Put another name and question in the place of those that were read at a revision; gives the new revision.

    Nothing is written where nothing changes. Errors: `NoSuchAudience`, `AudienceRetired`, `AudienceChanged`, and those of
    `make_audience`.
    """
    row = _open(number)
    if row.revision != revision:
        raise AudienceChanged(audience_of(row))
    before = (row.name, row.question)
    row.name, row.question = _free(name, number), question_json(question)
    if (row.name, row.question) == before:
        return revision
    row.convention = question.convention
    _save(row, "changed", by=by, at=at)
    return row.revision


@transaction.atomic
def retire_audience(*, number: int, by: User, at: datetime) -> None:
    """Keep an audience out of the way; it stays readable. Errors: `NoSuchAudience`, `AudienceRetired`."""
    row = _open(number)
    row.retired_at = at
    _save(row, "retired", by=by, at=at)


@transaction.atomic
def take_up_audience(*, number: int, by: User, at: datetime) -> None:
    """Use an audience again that was retired; nothing for one that is not. Errors: `NoSuchAudience`."""
    row = _row(number)
    if row.retired_at is None:
        return
    row.retired_at = None
    _save(row, "taken_up", by=by, at=at)


@transaction.atomic
def record_use(
    *, number: int, day: date, states: Iterable[Addressee], by: User, at: datetime, purpose: str = ""
) -> int:
    """Keep an answer as it was used, such as for a letter; later answers are compared with it. Gives the number of the use.

    Errors: `NoSuchAudience`, `AudienceRetired`.
    """
    row = _open(number)
    kept = AudienceUse.objects.create(
        audience=row,
        day=day,
        question=row.question,
        states=addressees_kept(states),
        purpose=purpose[:LONGEST_NAME],
        at=at,
        by=by,
    )
    return kept.pk


def _row(number: int) -> Audience:
    row = Audience.objects.select_for_update(of=("self",)).select_related("changed_by").filter(pk=number).first()
    if row is None:
        raise NoSuchAudience(number)
    return row


def _open(number: int) -> Audience:
    row = _row(number)
    if row.retired_at is not None:
        raise AudienceRetired(number)
    return row


def _free(name: str, number: int | None) -> str:
    """The name without white space around it, where no other audience has it."""
    wanted = " ".join(name.replace("\x00", "").split())
    if not wanted or len(wanted) > LONGEST_NAME:
        raise AudienceNameRefused(wanted)
    other = Audience.objects.filter(name__iexact=wanted).first()
    if other is not None and other.pk != number:
        raise AudienceNameTaken(wanted, other.pk)
    return wanted


def _save(row: Audience, kind: str, *, by: User, at: datetime) -> None:
    row.revision, row.changed_at, row.changed_by = row.revision + 1, at, by
    row.save()
    _step(row, kind, by=by, at=at)


def _step(row: Audience, kind: str, *, by: User, at: datetime) -> None:
    AudienceStep.objects.create(audience=row, kind=kind, name=row.name, question=row.question, at=at, by=by)
