"""Questionnaires as they stand, and to whom they are put."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from corcom.questionnaires.domain.questionnaire_told import QuestionnaireStepTold, QuestionnaireTold
from corcom.questionnaires.domain.questions_json import form_from
from corcom.questionnaires.models import Questionnaire, QuestionnaireStep


def questionnaires() -> list[QuestionnaireTold]:
    """All questionnaires, the latest first. One SQL query."""
    return [_told(row) for row in _rows()]


def questionnaire(*, number: int) -> QuestionnaireTold | None:
    """One questionnaire, None where there is none. One SQL query."""
    row = _rows().filter(pk=number).first()
    return _told(row) if row else None


def questionnaire_steps(*, number: int) -> list[QuestionnaireStepTold]:
    """What was done with it, the latest first. One SQL query."""
    rows = QuestionnaireStep.objects.filter(questionnaire=number).select_related("by").order_by("-id")
    return [QuestionnaireStepTold(kind=row.kind, at=row.at, by=row.by.get_full_name(), count=row.count) for row in rows]


def closings_of(*, number: int) -> list[datetime]:
    """When it was closed by hand, the first time first: it may have been opened again since. One SQL query."""
    return [*QuestionnaireStep.objects.filter(questionnaire=number, kind="closed").values_list("at", flat=True)]


def _rows() -> QuerySet[Questionnaire]:
    return Questionnaire.objects.select_related("changed_by").annotate(
        asked_count=Count("asked", distinct=True),
        answered_count=Count("asked", filter=Q(asked__versions__isnull=False), distinct=True),
    )


def _told(row: Questionnaire) -> QuestionnaireTold:
    return QuestionnaireTold(
        number=row.pk,
        convention=row.convention,
        form=form_from(row.form),
        revision=row.revision,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
        opened_at=row.opened_at,
        closes_at=row.closes_at,
        zone=row.zone,
        ended_at=row.ended_at,
        asked=getattr(row, "asked_count", 0),
        answered=getattr(row, "answered_count", 0),
    )
