"""Putting a questionnaire together while it is a draft."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.questionnaires.actions.errors import NoSuchQuestionnaire, NotNow, QuestionnaireChanged
from corcom.questionnaires.domain.questions import QuestionForm
from corcom.questionnaires.domain.questions_json import form_json
from corcom.questionnaires.models import Questionnaire, QuestionnaireStep
from corcom.questionnaires.queries.reading import state_of


@transaction.atomic
def start_questionnaire(*, form: QuestionForm, convention: str, by: User, at: datetime) -> int:
    """Begin a draft with these questions, of a convention or "" for none; gives its number."""
    row = Questionnaire.objects.create(form=form_json(form), convention=convention, changed_at=at, changed_by=by)
    QuestionnaireStep.objects.create(questionnaire=row, kind="started", at=at, by=by)
    return row.pk


@transaction.atomic
def change_questionnaire(*, number: int, form: QuestionForm, revision: int, by: User, at: datetime) -> int:
    """Keep a draft as it was put together from what was read at a revision; gives its new revision.

    Errors: `NoSuchQuestionnaire`, `NotNow`, `QuestionnaireChanged`.
    """
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) != "draft":
        raise NotNow(state)
    if row.revision != revision:
        raise QuestionnaireChanged(row.revision, row.changed_by.get_full_name())
    kept = form_json(form)
    if kept != row.form:
        row.form, row.revision, row.changed_at, row.changed_by = kept, revision + 1, at, by
        row.save()
    return row.revision


def locked_questionnaire(number: int) -> Questionnaire:
    """A questionnaire, locked. Errors: `NoSuchQuestionnaire`."""
    rows = Questionnaire.objects.select_for_update(of=("self",)).select_related("changed_by")
    row = rows.filter(pk=number).first()
    if row is None:
        raise NoSuchQuestionnaire(number)
    return row
