"""Opening a questionnaire, giving it another last moment, closing it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from corcom.access.models import User
from corcom.questionnaires.actions.drafting import locked_questionnaire
from corcom.questionnaires.actions.errors import ClosesInThePast, NotComplete, NotNow, QuestionnaireChanged
from corcom.questionnaires.domain.completeness import flaws
from corcom.questionnaires.domain.questions_json import form_from
from corcom.questionnaires.models import Questionnaire, QuestionnaireStep
from corcom.questionnaires.queries.reading import state_of


@transaction.atomic
def open_questionnaire(*, number: int, revision: int, closes_at: datetime, by: User, at: datetime) -> None:
    """Freeze the words of a draft, as it was read at a revision, and take answers until a moment.

    `closes_at` is shown by the clock of its zone. Errors: `NoSuchQuestionnaire`, `NotNow`, `QuestionnaireChanged`, `NotComplete`,
    `ClosesInThePast`.
    """
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) != "draft":
        raise NotNow(state)
    if row.revision != revision:
        raise QuestionnaireChanged(row.revision, row.changed_by.get_full_name())
    if found := tuple(flaws(form_from(row.form))):
        raise NotComplete(found)
    row.opened_at = at
    _set_end(row, closes_at, "opened", by=by, at=at)


@transaction.atomic
def move_closing_day(*, number: int, closes_at: datetime, by: User, at: datetime) -> None:
    """Take answers until another moment; one that closed opens again.

    Errors: `NoSuchQuestionnaire`, `NotNow`, `ClosesInThePast`.
    """
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) == "draft":
        raise NotNow(state)
    row.ended_at = None
    _set_end(row, closes_at, "moved", by=by, at=at)


@transaction.atomic
def close_questionnaire(*, number: int, by: User, at: datetime) -> None:
    """Take no answers any more, of nobody. Errors: `NoSuchQuestionnaire`, `NotNow`."""
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) == "draft" or row.ended_at is not None:
        raise NotNow(state, row.ended_at)
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    QuestionnaireStep.objects.create(questionnaire=row, kind="closed", at=at, by=by)


def _set_end(row: Questionnaire, closes_at: datetime, kind: str, *, by: User, at: datetime) -> None:
    if closes_at <= at:
        raise ClosesInThePast(closes_at)
    row.closes_at = closes_at
    row.zone = closes_at.tzinfo.key if isinstance(closes_at.tzinfo, ZoneInfo) else "UTC"
    row.save()
    QuestionnaireStep.objects.create(questionnaire=row, kind=kind, at=at, by=by)
