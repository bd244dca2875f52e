"""`corcom reports`: which reports States owe under a convention on a day, and which came."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import add_how_written, add_which_register, asked_day, asked_words
from corcom.management.ending import one_line
from corcom.management.registers import Held, held
from corcom.management.tables import as_csv, as_json, as_table
from corcom.management.writing import put
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.states import state_codes
from corcom.reporting.domain.owed_reports import owed_reports, reports_of
from corcom.reporting.domain.report_values import STATUSES, OwedReport, ReportStatus
from corcom.reporting.domain.reports_json import (
    COLUMNS,
    ReportLine,
    ReportsRecord,
    report_lines,
    report_row,
    reports_json,
)


class Command(BaseCommand):
    help = "Say which reports States owe under a convention on a day, and which came."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_which_register(parser)
        parser.add_argument("--state", action="append", metavar="ISO3", help="only this State; may be given again")
        parser.add_argument(
            "--status", action="append", metavar="STATUS", help=f"only what stands so: {', '.join(STATUSES)}"
        )
        parser.add_argument(
            "--report", action="append", metavar="CODE", help="only this report, such as initial-report"
        )
        parser.add_argument("--period", action="append", type=int, metavar="YEAR", help="only what covers this year")
        add_how_written(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        day = asked_day(options["as_of"])
        known_on = asked_day(options["known_on"]) if options["known_on"] else None
        with one_line():
            known = held(options["convention"], known_on=known_on)
            lines = list(report_lines(_wanted(known, day, options), day=day))
        put(_written(known.register.book.convention, day, lines, options["format"]), options["output"], text=True)


def _wanted(known: Held, day: date, options: dict[str, Any]) -> list[OwedReport]:
    """The reports that are asked for."""
    book = known.register.book
    states = asked_words("--state", [code.upper() for code in options["state"] or ()], state_codes())
    statuses = asked_words("--status", options["status"], STATUSES)
    codes = asked_words("--report", options["report"], [each.code for each in reports_of(known.register)])
    periods = options["period"] or ()
    found = owed_reports(known.register, known.facts, meetings=first_days(book.convention), day=day)
    return [
        one
        for one in found
        if (not states or one.iso3 in states)
        and (not statuses or one.status in statuses)
        and (not codes or one.report.code in codes)
        and (not periods or one.period in periods)
    ]


def _written(convention: str, day: date, lines: list[ReportLine], form: str) -> bytes:
    if form == "json":
        return as_json(reports_json(ReportsRecord(convention=convention, as_of=day, reports=tuple(lines))))
    if form == "csv":
        return as_csv(COLUMNS, map(report_row, lines))
    title = _("%(convention)s: reports owed on %(day)s") % {
        "convention": convention,
        "day": ENGLISH.day(day.isoformat()),
    }
    counted = Counter(line.status for line in lines)
    summed = [f"  {counted[status]:>4}  {_words(status)}" for status in STATUSES if counted[status]]
    head = (_("State"), _("Report"), _("Period"), _("Due"), _("Received"), _("Status"))
    rows = [
        (
            one.state,
            one.report,
            str(one.period or "–"),
            str(one.due_on or "–"),
            one.received_on or "–",
            _words(one.status),
        )
        for one in lines
    ]
    return as_table(title, summed, head, rows)


def _words(status: ReportStatus) -> str:
    return {
        "due": _("due"),
        "received": _("received; whether in time is not known"),
        "received_in_time": _("received in time"),
        "late": _("received late"),
        "overdue": _("overdue"),
        "unknown": _("unknown"),
        "not_applicable": _("not applicable"),
    }[status]
