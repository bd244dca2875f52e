"""The addresses of the register."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.register.named_groups import state_groups
from corcom.web.register.steps import correct_act, correct_obligation_fact, record_act, record_obligation_fact, strike
from corcom.web.register.what_if import what_if

ACT = {"what": "act"}
FACT = {"what": "fact"}

urlpatterns = [
    path("conventions/<slug:convention>/states/<slug:iso3>/record/", record_act, name="record_act"),
    path(
        "conventions/<slug:convention>/obligations/<slug:iso3>/<slug:code>/record/",
        record_obligation_fact,
        name="record_fact",
    ),
    path("conventions/<slug:convention>/what-if/", what_if, name="what_if"),
    path("groups/", state_groups, name="state_groups"),
    path("register/acts/<number:number>/correct/", correct_act, name="correct_act"),
    path("register/acts/<number:number>/strike/", strike, ACT, name="strike_act"),
    path("register/facts/<number:number>/correct/", correct_obligation_fact, name="correct_fact"),
    path("register/facts/<number:number>/strike/", strike, FACT, name="strike_fact"),
]
