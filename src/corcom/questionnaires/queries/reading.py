"""Rows of questionnaires, as the actions and queries read them."""

from __future__ import annotations

from datetime import datetime

from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.questions_json import form_from
from corcom.questionnaires.domain.standing import QuestionnaireState, state_at
from corcom.questionnaires.models import Questionnaire
from corcom.rulebooks.forms import Form


def state_of(row: Questionnaire, at: datetime) -> QuestionnaireState:
    """How a questionnaire stands at a moment."""
    return state_at(opened_at=row.opened_at, closes_at=row.closes_at, ended_at=row.ended_at, at=at)


def form_of(row: Questionnaire, language: str = "") -> Form:
    """Its form in a language; in its first where none is given."""
    return as_form(form_from(row.form), language)
