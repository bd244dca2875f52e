"""The addresses of the work plan of a year."""

from __future__ import annotations

from django.urls import path

import corcom.web.converters  # noqa: F401  the addresses below use what it registers
from corcom.web.work_plan.page import work_plan_file, work_plan_page

urlpatterns = [
    path("work-plan/", work_plan_page, name="work_plan"),
    path("work-plan/work-plan.<list_form:form>", work_plan_file, name="work_plan_file"),
]
