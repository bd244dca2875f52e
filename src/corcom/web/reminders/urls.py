"""The addresses of reminders."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.reminders.edit import reminder_edit, reminder_new
from corcom.web.reminders.list import reminders
from corcom.web.reminders.page import reminder_plan_page
from corcom.web.reminders.preview import reminder_preview, reminder_preview_of
from corcom.web.reminders.reminder import reminder_file, reminder_page, reminder_read
from corcom.web.reminders.steps import reminder_begin, reminder_run, reminder_switch

urlpatterns = [
    path("", reminders, name="reminders"),
    path("run/", reminder_run, name="reminder_run"),
    path("begin/", reminder_begin, name="reminder_begin"),
    path("new/", reminder_new, name="reminder_new"),
    path("<number:number>/", reminder_plan_page, name="reminder_plan"),
    path("<number:number>/edit/", reminder_edit, name="reminder_edit"),
    path("<number:number>/switch/", reminder_switch, name="reminder_switch"),
    path("<number:number>/preview/", reminder_preview, name="reminder_preview"),
    path("<number:number>/preview/<slug:key>/", reminder_preview_of, name="reminder_preview_of"),
    path("sent/<number:number>/", reminder_page, name="reminder"),
    path("sent/<number:number>/read/", reminder_read, name="reminder_read"),
    path("papers/<number:number>.<slug:form>", reminder_file, name="reminder_file"),
]
