"""The addresses of questionnaires."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.questionnaires.ask import questionnaire_ask
from corcom.web.questionnaires.by_link import questionnaire_by_link, questionnaire_hand_in_by_link
from corcom.web.questionnaires.collated import questionnaire_collated, questionnaire_file
from corcom.web.questionnaires.edit import (
    questionnaire_away,
    questionnaire_part,
    questionnaire_question,
    questionnaire_words,
)
from corcom.web.questionnaires.list import questionnaire_list, questionnaire_new
from corcom.web.questionnaires.page import questionnaire_page
from corcom.web.questionnaires.state import (
    questionnaire_hand_in,
    questionnaire_preview,
    questionnaire_state,
    questionnaire_write,
)
from corcom.web.questionnaires.steps import (
    questionnaire_letters,
    questionnaire_link,
    questionnaire_open,
    questionnaire_step,
)

ONE = "questionnaires/<number:number>/"
STATE = f"{ONE}states/<slug:iso3>/"

urlpatterns = [
    path("questionnaires/", questionnaire_list, name="questionnaires"),
    path("questionnaires/new/", questionnaire_new, name="questionnaire_new"),
    path(ONE, questionnaire_page, name="questionnaire"),
    path(f"{ONE}words/", questionnaire_words, name="questionnaire_words"),
    path(f"{ONE}parts/<slug:code>/", questionnaire_part, name="questionnaire_part"),
    path(f"{ONE}questions/<slug:code>/", questionnaire_question, name="questionnaire_question"),
    path(f"{ONE}away/<slug:code>/", questionnaire_away, name="questionnaire_away"),
    path(f"{ONE}step/", questionnaire_step, name="questionnaire_step"),
    path(f"{ONE}preview/", questionnaire_preview, name="questionnaire_preview"),
    path(f"{ONE}open/", questionnaire_open, name="questionnaire_open"),
    path(f"{ONE}ask/", questionnaire_ask, name="questionnaire_ask"),
    path(f"{ONE}letters/", questionnaire_letters, name="questionnaire_letters"),
    path(f"{ONE}answers/", questionnaire_collated, name="questionnaire_collated"),
    path(f"{ONE}answers/<collation_form:form>/", questionnaire_file, name="questionnaire_file"),
    path(STATE, questionnaire_state, name="questionnaire_state"),
    path(f"{STATE}link/", questionnaire_link, name="questionnaire_link"),
    path(f"{STATE}write/", questionnaire_write, name="questionnaire_write"),
    path(f"{STATE}hand-in/", questionnaire_hand_in, name="questionnaire_hand_in"),
    path("questionnaire/", questionnaire_by_link, name="questionnaire_by_link"),
    path("questionnaire/hand-in/", questionnaire_hand_in_by_link, name="questionnaire_hand_in_by_link"),
]
