"""The addresses of follow-up: action points, decisions, questions, what arises for the next meeting."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.followup.commitment_page import commitment
from corcom.web.followup.decisions import decisions
from corcom.web.followup.matters import matters
from corcom.web.followup.matters_file import matters_file
from corcom.web.followup.page import close_several, follow_up
from corcom.web.followup.questions import change_question, question, questions
from corcom.web.followup.steps import step

POINT = {"kind": "action_point"}
DECISION = {"kind": "decision"}

urlpatterns = [
    path("follow-up/", follow_up, name="followup"),
    path("follow-up/close/", close_several, name="follow_up_close"),
    path("follow-up/<number:number>/", commitment, POINT, name="action_point"),
    path("follow-up/<number:number>/<slug:verb>/", step, POINT, name="action_point_step"),
    path("decisions/", decisions, name="decisions"),
    path("decisions/<number:number>/", commitment, DECISION, name="decision"),
    path("decisions/<number:number>/<slug:verb>/", step, DECISION, name="decision_step"),
    path("questions/", questions, name="questions"),
    path("questions/<number:number>/", question, name="question"),
    path("questions/<number:number>/<slug:verb>/", change_question, name="question_change"),
    path("matters/", matters, name="matters"),
    path("matters/arising.<matters_form:form>", matters_file, name="matters_file"),
]
