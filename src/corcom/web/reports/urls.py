"""The addresses of reports."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.reports.by_account import report_edit, report_offline, report_submit
from corcom.web.reports.by_link import report_by_link, report_offline_by_link, report_submit_by_link
from corcom.web.reports.feed import report_feed
from corcom.web.reports.filing import report_file
from corcom.web.reports.handed_in_file import report_paper, report_paper_by_link
from corcom.web.reports.overview import all_reports, convention_reports_page
from corcom.web.reports.page import report
from corcom.web.reports.record_counts import report_count_step
from corcom.web.reports.step import report_step

ONE = "conventions/<slug:convention>/reports/<slug:iso3>/<slug:report>/<slug:period>/"

urlpatterns = [
    path("reports/", all_reports, name="reports"),
    path("conventions/<slug:convention>/reports/", convention_reports_page, name="convention_reports"),
    path("conventions/<slug:convention>/reports/feed.<feed_form:form>", report_feed, name="report_feed"),
    path("conventions/<slug:convention>/reports/counts/step/", report_count_step, name="report_count_step"),
    path(ONE, report, name="report"),
    path(f"{ONE}edit/", report_edit, name="report_edit"),
    path(f"{ONE}offline/", report_offline, name="report_offline"),
    path(f"{ONE}submit/", report_submit, name="report_submit"),
    path(f"{ONE}file/", report_file, name="report_file"),
    path(f"{ONE}version-<number:version>.<list_form:form>", report_paper, name="report_paper"),
    path(f"{ONE}step/", report_step, name="report_step"),
    path("report/", report_by_link, name="report_by_link"),
    path("report/offline/", report_offline_by_link, name="report_offline_by_link"),
    path("report/handed-in.<list_form:form>", report_paper_by_link, name="report_paper_by_link"),
    path("report/submit/", report_submit_by_link, name="report_submit_by_link"),
]
