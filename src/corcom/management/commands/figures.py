"""`corcom figures`: what is counted of States under a convention, each number with its source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.documents.domain.circles import CIRCLES, up_to
from corcom.documents.domain.tables.cells import spoken
from corcom.figures.domain.figure_rows import COLUMNS, write_row
from corcom.figures.domain.figures import Figure
from corcom.figures.domain.figures_json import FiguresRecord, figure_lines, figures_json
from corcom.figures.domain.measures import MEASURES
from corcom.figures.domain.minimum_data import COLUMNS as MINIMUM_COLUMNS
from corcom.figures.domain.minimum_data import minimum_rows
from corcom.figures.queries import figures_for
from corcom.kernel.tables import Cell
from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import add_how_written, add_which_register, asked_day, asked_words
from corcom.management.ending import REFUSED, one_line
from corcom.management.registers import is_there_a_site
from corcom.management.tables import as_csv, as_json, as_table
from corcom.management.writing import put
from corcom.register.domain.states import state_codes
from corcom.rulebooks.reading import conventions


class Command(BaseCommand):
    help = "Say what is counted of States under a convention (stockpiles, land, people, resources), each number with its source."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_which_register(parser)
        parser.add_argument("--state", action="append", metavar="ISO3", help="only this State; may be given again")
        parser.add_argument("--year", action="append", type=int, metavar="YEAR", help="only this year")
        parser.add_argument("--measure", action="append", metavar="CODE", help="only this measure, such as stockpiled")
        parser.add_argument(
            "--circle", choices=tuple(CIRCLES), default="public", help="for which readers (default: public)"
        )
        parser.add_argument(
            "--minimum-data",
            action="store_true",
            help="the columns of the minimum data requirements for mine action, as CSV",
        )
        add_how_written(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        day = asked_day(options["as_of"])
        with one_line():
            found = _wanted(options, day)
            written = _written(options, day, found)
        put(written, options["output"], text=True)


def _wanted(options: dict[str, Any], day: date) -> list[Figure]:
    """The figures that are asked for."""
    code = options["convention"].upper()
    if code not in conventions():
        said = _("There is no convention %(code)s; there are %(known)s.")
        raise CommandError(
            said % {"code": options["convention"], "known": ", ".join(conventions())}, returncode=REFUSED
        )
    states = asked_words("--state", [each.upper() for each in options["state"] or ()], state_codes())
    measures = asked_words("--measure", options["measure"], MEASURES)
    known_on = asked_day(options["known_on"]) if options["known_on"] else None
    known_at = datetime.combine(known_on, time.max, UTC) if known_on else None
    if not is_there_a_site():
        raise CommandError(_("There is no site here, and no figure comes with CorCom."), returncode=REFUSED)
    found = figures_for(circles=up_to(options["circle"]), convention=code, known_at=known_at)
    return [
        each
        for each in found
        if each.is_known_on(day)
        and (not states or each.iso3 in states)
        and (not options["year"] or each.year in options["year"])
        and (not measures or each.measure in measures)
    ]


def _written(options: dict[str, Any], day: date, found: list[Figure]) -> bytes:
    convention, form = options["convention"].upper(), options["format"]
    found = sorted(found, key=lambda each: (each.iso3, each.year, each.measure, each.number))
    if options["minimum_data"]:
        return as_csv(MINIMUM_COLUMNS, _texts(minimum_rows(found)))
    if form == "csv":
        return as_csv(COLUMNS, _texts(map(write_row, found)))
    lines = tuple(figure_lines(found))
    if form == "json":
        record = FiguresRecord(convention=convention, as_of=day, circle=options["circle"], figures=lines)
        return as_json(figures_json(record))
    said = {"convention": convention, "day": ENGLISH.day(day.isoformat())}
    head = (_("State"), _("Year"), _("Figure"), _("Value"), _("Of"), _("Counts"), _("Source"))
    rows = [
        (
            one.iso3,
            str(one.year),
            one.measure,
            " ".join((one.value, one.currency or one.unit)),
            ", ".join(filter(None, (one.type, one.sex, one.age, one.area_kind))) or "–",
            _("yes") if one.counts else _("no"),
            one.source,
        )
        for one in lines
    ]
    summed = [f"  {len(lines):>4}  {_('figures')}"]
    return as_table(_("%(convention)s: figures known on %(day)s") % said, summed, head, rows)


def _texts(rows: Iterable[Iterable[Cell]]) -> Iterable[tuple[str, ...]]:
    return (tuple(cell if isinstance(cell, str) else spoken(cell) for cell in row) for row in rows)
