"""The addresses of time-lines."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.timelines.page import timeline_file, timelines

urlpatterns = [
    path("time-lines/", timelines, name="timelines"),
    path("time-lines/time-line.<timeline_form:form>", timeline_file, name="timeline_file"),
]
