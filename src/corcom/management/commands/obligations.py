"""`corcom obligations`: what each State owes under a convention on a day, by when, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import STATUSES, OwedStatus
from corcom.obligations.domain.owed_json import COLUMNS, OwedLine, OwedRecord, owed_json, owed_lines, owed_row
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.states import state_codes


class Command(BaseCommand):
    help = "Say what each State owes under a convention on a day, by when, and why."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_which_register(parser)
        parser.add_argument("--state", action="append", metavar="ISO3", help="only this State; may be given again")
        parser.add_argument(
            "--status", action="append", metavar="STATUS", help=f"only what stands so: {', '.join(STATUSES)}"
        )
        parser.add_argument(
            "--obligation", action="append", metavar="CODE", help="only this obligation, such as initial-report"
        )
        add_how_written(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        day = asked_day(options["as_of"])
        known_on = asked_day(options["known_on"]) if options["known_on"] else None
        with one_line():
            known = held(options["convention"], known_on=known_on)
            lines = list(_lines(known, day, options))
        convention = known.register.book.convention
        put(_written(convention, day, lines, options["format"]), options["output"], text=True)


def _lines(known: Held, day: date, options: dict[str, Any]) -> Iterator[OwedLine]:
    """What is owed, and wanted; only that is explained."""
    book = known.register.book
    states = asked_words("--state", [code.upper() for code in options["state"] or ()], state_codes())
    statuses = asked_words("--status", options["status"], STATUSES)
    codes = asked_words("--obligation", options["obligation"], [each.code for each in book.obligations])
    found = owed_on(known.register, known.facts, meetings=first_days(book.convention), day=day)
    wanted = (
        each
        for each in found
        if (not states or each.iso3 in states)
        and (not statuses or each.status in statuses)
        and (not codes or each.obligation.code in codes)
    )
    return owed_lines(known.register, wanted, day=day)


def _written(convention: str, day: date, lines: list[OwedLine], form: str) -> bytes:
    if form == "json":
        return as_json(owed_json(OwedRecord(convention=convention, as_of=day, obligations=tuple(lines))))
    if form == "csv":
        return as_csv(COLUMNS, map(owed_row, lines))
    title = _("%(convention)s: what is owed on %(day)s") % {
        "convention": convention,
        "day": ENGLISH.day(day.isoformat()),
    }
    counted = Counter(line.status for line in lines)
    summed = [f"  {counted[status]:>4}  {_words(status)}" for status in STATUSES if counted[status]]
    head = (_("State"), _("Obligation"), _("Article"), _("Due"), _("Status"))
    rows = [(one.state, one.obligation, one.article, str(one.due_on or "–"), _words(one.status)) for one in lines]
    return as_table(title, summed, head, rows)


def _words(status: OwedStatus) -> str:
    return {
        "due": _("due"),
        "extended": _("extended"),
        "met": _("met"),
        "late": _("met late"),
        "fulfilled": _("fulfilled; whether in time is not known"),
        "completed": _("declared complete"),
        "overdue": _("overdue"),
        "unknown": _("unknown"),
        "not_applicable": _("not applicable"),
        "lasting": _("lasting duty"),
    }[status]
