"""The addresses of the record and of follow-up."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.exports import matters_file, meeting_file
from corcom.web.followup.commitment_page import commitment
from corcom.web.followup.decisions import decisions
from corcom.web.followup.matters import matters
from corcom.web.followup.page import close_several, follow_up
from corcom.web.followup.questions import change_question, question, questions
from corcom.web.followup.steps import step
from corcom.web.record.meetings import meeting, meetings
from corcom.web.states.page import state, states
from corcom.web.timelines.page import timeline_file, timelines

POINT = {"kind": "action_point"}
DECISION = {"kind": "decision"}

urlpatterns = [
    path("meetings/", meetings, name="meetings"),
    path("meetings/<number:number>/", meeting, name="meeting"),
    path("meetings/<number:number>/record.<record_form:form>", meeting_file, name="meeting_file"),
    path("follow-up/", follow_up, name="followup"),
    path("follow-up/close/", close_several, name="follow_up_close"),
    path("follow-up/<number:number>/", commitment, POINT, name="action_point"),
    path("follow-up/<number:number>/<slug:verb>/", step, POINT, name="action_point_step"),
    path("decisions/", decisions, name="decisions"),
    path("decisions/<number:number>/", commitment, DECISION, name="decision"),
    path("decisions/<number:number>/<slug:verb>/", step, DECISION, name="decision_step"),
    path("states/", states, name="states"),
    path("states/<code:code>/", state, name="state"),
    path("questions/", questions, name="questions"),
    path("questions/<number:number>/", question, name="question"),
    path("questions/<number:number>/<slug:verb>/", change_question, name="question_change"),
    path("matters/", matters, name="matters"),
    path("matters/arising.<matters_form:form>", matters_file, name="matters_file"),
    path("time-lines/", timelines, name="timelines"),
    path("time-lines/time-line.<timeline_form:form>", timeline_file, name="timeline_file"),
]
