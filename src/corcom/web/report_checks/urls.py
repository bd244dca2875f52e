"""The addresses of the checks of reports."""

from __future__ import annotations

from django.urls import path

from corcom.web.report_checks.list import convention_checks
from corcom.web.report_checks.step import report_checks_step
from corcom.web.report_checks.table import report_checks_file

ONE = "conventions/<slug:convention>/reports/<slug:iso3>/<slug:report>/<slug:period>/checks/"

urlpatterns = [
    path("conventions/<slug:convention>/reports/checks/", convention_checks, name="convention_checks"),
    path(ONE, report_checks_file, name="report_checks"),
    path(f"{ONE}step/", report_checks_step, name="report_checks_step"),
]
