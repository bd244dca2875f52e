"""The addresses of the record of meetings."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.record.files import meeting_file
from corcom.web.record.meetings import meeting, meetings

urlpatterns = [
    path("meetings/", meetings, name="meetings"),
    path("meetings/<number:number>/", meeting, name="meeting"),
    path("meetings/<number:number>/record.<record_form:form>", meeting_file, name="meeting_file"),
]
