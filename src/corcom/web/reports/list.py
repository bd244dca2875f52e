"""The reports that States owe under a convention, as a list that is narrowed by the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.kernel.folding import folded
from corcom.reporting.domain.owed_reports import reports_of
from corcom.reporting.domain.report_values import STATUSES, OwedReport
from corcom.reporting.domain.reports_json import COLUMNS
from corcom.web.downloads import Cell
from corcom.web.filters import sort_in, text_in
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Column, Filter, Link, Option, Row, StateName
from corcom.web.register.asked import Asked
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.reports.words import REPORT_WORDS, report_deadline, report_mark, report_name
from corcom.web.state_lists import GROUPS, regional_group_on
from corcom.web.wording import days_in_words

SORTS = ("due", "state", "report", "received", "status")
FILE_COLUMNS = COLUMNS
"""As `corcom reports --format csv` has them."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the address asks for; "" where it does not narrow."""

    report: str
    period: str
    status: str
    group: str
    text: str
    sort: str

    def fits(self, one: OwedReport, day: date) -> bool:
        """Whether a report is asked for."""
        return (
            self.report in {"", one.report.code}
            and self.period in {"", str(one.period or "")}
            and self.status in {"", one.status}
            and (not self.group or self.group == regional_group_on(one.iso3, day))
            and (not self.text or folded(self.text) in folded(StateName(one.iso3).words))
        )


def narrowed(request: HttpRequest, asked: Asked) -> Narrowed:
    """The address, read. What is not understood does not narrow."""
    report, period, status, group = (text_in(request, name) for name in ("report", "period", "status", "group"))
    return Narrowed(
        report=report if report in {each.code for each in reports_of(asked.register)} else "",
        period=period if period.isdecimal() and len(period) == len("2016") else "",
        status=status if status in STATUSES else "",
        group=group if group in GROUPS else "",
        text=text_in(request, "q"),
        sort=sort_in(request, SORTS, "-due"),
    )


def filters(asked: Asked, reports: Sequence[OwedReport], wanted: Narrowed) -> tuple[Filter, ...]:
    """The filters as links, with how many reports each has."""
    codes = [one.report.code for one in reports]
    statuses = [one.status for one in reports]
    years = [str(one.period) for one in reports if one.period]
    every = Option(_("All"))
    kinds = (Option(obligation_name(each), each.code, codes.count(each.code)) for each in reports_of(asked.register))
    periods = (Option(year, year, years.count(year)) for year in sorted(set(years), reverse=True))
    stands = (Option(str(words), key, statuses.count(key)) for key, words in REPORT_WORDS.items() if key in statuses)
    groups = (Option(regional_group_in_words(each), each) for each in GROUPS)
    return (
        Filter(_("Report"), "report", (every, *kinds), wanted.report),
        Filter(_("For the year"), "period", (every, *periods), wanted.period),
        Filter(_("Status"), "status", (every, *stands), wanted.status),
        Filter(_("Regional group"), "group", (every, *groups), wanted.group),
    )


def ordered(reports: Sequence[OwedReport], sort: str) -> list[OwedReport]:
    """By the sorting asked for, then by State; what has no day comes last."""
    named = sorted(reports, key=lambda one: folded(StateName(one.iso3).words))
    keys: dict[str, Callable[[OwedReport], str]] = {
        "due": lambda one: one.due_on.isoformat() if one.due_on else "",
        "state": lambda one: folded(StateName(one.iso3).words),
        "report": lambda one: one.report.code,
        "received": lambda one: one.received_on,
        "status": lambda one: f"{STATUSES.index(one.status)}",
    }
    key = keys[sort.removeprefix("-")]
    dated = [one for one in named if key(one)]
    return sorted(dated, key=key, reverse=sort.startswith("-")) + [one for one in named if not key(one)]


def columns() -> tuple[Column, ...]:
    """The columns of the list."""
    return (
        Column(_("State"), "state"),
        Column(_("Report"), "report"),
        Column(_("Due"), "due"),
        Column(_("Received"), "received"),
        Column(_("Status"), "status"),
    )


def row(asked: Asked, one: OwedReport) -> Row:
    """One report of one State."""
    address = reverse("report", args=[asked.code, one.iso3, one.report.code, str(one.period or "once")])
    return Row(
        (
            StateName(one.iso3),
            Link(report_name(one), address),
            report_deadline(one, asked.day),
            days_in_words(one.received_on) if one.received_on else "",
            report_mark(one),
        )
    )


def file_row(one: OwedReport) -> Sequence[Cell]:
    """One line of the file that the list can be taken home as."""
    name = StateName(one.iso3).words
    return (one.iso3, name, one.report.code, one.period, one.due_on, one.received_on, one.status)
