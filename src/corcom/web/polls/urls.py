"""The addresses of polls of dates."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.polls.answer import poll_answer
from corcom.web.polls.open import poll_open
from corcom.web.polls.page import poll_page
from corcom.web.polls.steps import poll_letters, poll_record, poll_step

urlpatterns = [
    path("meetings/<number:number>/poll/", poll_open, name="poll_open"),
    path("polls/<number:number>/", poll_page, name="poll"),
    path("polls/<number:number>/step/", poll_step, name="poll_step"),
    path("polls/<number:number>/letters/", poll_letters, name="poll_letters"),
    path("polls/<number:number>/answers/<number:party>/", poll_record, name="poll_record"),
    path("poll/", poll_answer, name="poll_answer"),
]
