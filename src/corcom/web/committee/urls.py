"""The addresses of the committee: roster, terms, and their history."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.committee.acting_steps import add_acting, end_acting, strike_acting
from corcom.web.committee.groups import groups
from corcom.web.committee.page import committee
from corcom.web.committee.soundings import planner, sounding_list
from corcom.web.committee.soundings import strike as strike_sounding
from corcom.web.committee.term_steps import change_term, new_term, strike, term_history

urlpatterns = [
    path("committee/", committee, name="committee"),
    path("committee/groups/", groups, name="groups"),
    path("committee/soundings/", sounding_list, name="soundings"),
    path("committee/soundings/<number:number>/strike/", strike_sounding, name="strike_sounding"),
    path("committee/plan/", planner, name="planner"),
    path("committee/<code:convention>/record/", new_term, name="record_term"),
    path("committee/terms/<number:number>/correct/", change_term, name="correct_term"),
    path("committee/terms/<number:number>/strike/", strike, name="strike_term"),
    path("committee/<code:convention>/<slug:office>/<code:theme>/<code:holder>/", term_history, name="terms"),
    path("committee/<code:convention>/<slug:office>/<code:theme>/<code:holder>/person/", add_acting, name="add_acting"),
    path("committee/people/<number:number>/end/", end_acting, name="end_acting"),
    path("committee/people/<number:number>/strike/", strike_acting, name="strike_acting"),
]
