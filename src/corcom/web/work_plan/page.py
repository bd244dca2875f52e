"""The work plan of a year on one page, to be printed, and as a file."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from corcom.access.queries import circles_of
from corcom.oversight.domain.work_plan import KIND_WORDS, WorkLine, WorkPlan
from corcom.oversight.domain.work_plan_document import work_plan_document
from corcom.oversight.queries import work_plan
from corcom.rulebooks.reading import conventions
from corcom.web.calendar.page import MARKS
from corcom.web.day import day_of, moment, page_day
from corcom.web.downloads import Cell, as_document, downloads, sheet
from corcom.web.filled import filled
from corcom.web.filters import convention_of, number_in
from corcom.web.person import person
from corcom.web.pieces import Download, Filter, Link, Option, StatusMark
from corcom.web.rights import holds, requires
from corcom.web.spoken_in import spoken
from corcom.web.wording import convention_in_words, days_in_words
from corcom.web.work_plan.drawing import YearDrawing

FILE_COLUMNS = ("starts_on", "ends_on", "kind", "what", "status", "convention")


def plan_asked_for(request: HttpRequest) -> WorkPlan:
    """The year and the convention of the address ("all" for every one); without a year, that of the page's day."""
    day = day_of(request)
    asked = number_in(request, "year")
    year = asked if asked is not None and MINYEAR < asked < MAXYEAR else day.year
    asked_convention = convention_of(request)
    convention = asked_convention if asked_convention in conventions() else ""
    circles = circles_of(account=person(request), convention=convention, day=day)
    return work_plan(year=year, convention=convention, circles=circles, day=day)


@requires("read")
def work_plan_page(request: HttpRequest) -> HttpResponse:
    """Everything that stands in a year, month by month."""
    plan = plan_asked_for(request)
    if answer := sheet(request, f"work-plan-{plan.year}", FILE_COLUMNS, map(_file_row, plan.lines)):
        return answer
    shown: dict[str, Any] = {
        "plan": plan,
        "whose": convention_in_words(plan.convention) if plan.convention else _("All conventions"),
        "months": [
            (month, days_in_words(month.isoformat()[:7]), [_line(one) for one in lines])
            for month, lines in plan.months()
        ],
        "drawing": YearDrawing(plan, page_day(request).today) if plan.lines else None,
        "before": plan.year - 1,
        "after": plan.year + 1,
        "filter": _filter(plan),
        "downloads": [*_documents(request, plan), *downloads(request)],
    }
    return render(request, "work_plan/page.html", shown)


@requires("export")
def work_plan_file(request: HttpRequest, form: str) -> HttpResponse:
    """The plan as a document."""
    plan = plan_asked_for(request)
    name = "-".join(part for part in ("work-plan", plan.convention.lower(), str(plan.year)) if part)
    return as_document(request, work_plan_document(plan, spoken(), made_at=moment()), name, form)


def _line(one: WorkLine) -> tuple[str, Link, StatusMark | None]:
    address = reverse(one.page, args=list(one.key)) if one.page else ""
    status = StatusMark(MARKS.get(one.status, "none"), _(one.status)) if one.status else None
    return _days(one), Link(filled(one.words), address), status


def _days(one: WorkLine) -> str:
    """Days within their month in short: the month stands above them."""
    start, end = one.starts_on, one.ends_on
    if start == end:
        return str(start.day)
    return f"{start.day}–{end.day}" if start.month == end.month else days_in_words(one.period)


def _filter(plan: WorkPlan) -> Filter:
    options = (Option(_("All"), "all"), *(Option(code, code) for code in conventions()))
    return Filter(_("Convention"), "convention", options, plan.convention or "all")


def _documents(request: HttpRequest, plan: WorkPlan) -> list[Download]:
    if not holds(request, "export"):
        return []
    asked: dict[str, str | int] = {"year": plan.year, "convention": plan.convention or "all"}
    forms = (("Word", "docx"), ("PDF", "pdf"))
    return [Download(name, f"{reverse('work_plan_file', args=[form])}?{urlencode(asked)}") for name, form in forms]


def _file_row(one: WorkLine) -> list[Cell]:
    kind = _(KIND_WORDS[one.kind])
    return [one.starts_on, one.ends_on, kind, filled(one.words), _(one.status) if one.status else "", one.convention]
