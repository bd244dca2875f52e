"""The addresses of reminders."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.reminder_edit import reminder_edit, reminder_new
from corcom.web.reminder_page import reminder_plan_page
from corcom.web.reminder_steps import reminder_begin, reminder_run, reminder_switch
from corcom.web.reminders import reminder_file, reminders

urlpatterns = [
    path("", reminders, name="reminders"),
    path("run/", reminder_run, name="reminder_run"),
    path("begin/", reminder_begin, name="reminder_begin"),
    path("new/", reminder_new, name="reminder_new"),
    path("<number:number>/", reminder_plan_page, name="reminder_plan"),
    path("<number:number>/edit/", reminder_edit, name="reminder_edit"),
    path("<number:number>/switch/", reminder_switch, name="reminder_switch"),
    path("papers/<number:number>.<slug:form>", reminder_file, name="reminder_file"),
]
