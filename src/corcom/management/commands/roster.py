"""`corcom roster`: who holds which office and theme on a day, who rotates at a meeting, and what will be vacant."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel import clock
from corcom.management import rosters
from corcom.management.arguments import day
from corcom.management.ending import REFUSED, one_line
from corcom.management.site_terms import site_terms
from corcom.management.writing import put
from corcom.mandates.domain.bounds import close_named, closes
from corcom.mandates.domain.roster_json import roster_json, rotation_json, vacancies_json
from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.rotations import rotation_at, vacancies_after
from corcom.mandates.domain.terms import Term
from corcom.rulebooks.reading import conventions


class Command(BaseCommand):
    help = "Say who holds which office and theme on a day, who rotates at a meeting, and what will be vacant."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--convention", default="CCM", help="its code (default: CCM)")
        parser.add_argument("--as-of", type=day, metavar="DATE", help="the day of the roster (default: today)")
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--vacancies", action="store_true", help="what will be vacant after that day")
        what.add_argument(
            "--rotation", metavar="MEETING", help="who leaves, stays and comes at a meeting, such as 4MSP"
        )
        parser.add_argument("--format", choices=("table", "json", "csv"), default="table", help="(default: table)")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        convention = options["convention"].upper()
        if convention not in conventions():
            said = _("There is no rulebook of %(code)s; there are %(known)s.")
            raise CommandError(said % {"code": convention, "known": ", ".join(conventions())}, returncode=REFUSED)
        with one_line():
            found = site_terms(convention, self.stderr.write)
            plain, sheet = _answer(convention, found, options["as_of"] or clock.today(), options)
        if options["format"] == "json":
            text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
        elif options["format"] == "csv":
            text = rosters.as_csv(sheet)
        else:
            text = rosters.as_table(sheet, width=max(shutil.get_terminal_size().columns, 100))
        put(text.encode(), options["output"], text=True)


def _answer(convention: str, found: list[Term], on: date, options: dict[str, Any]) -> tuple[Any, rosters.Sheet]:
    if options["rotation"]:
        meeting = close_named(convention, options["rotation"])
        if meeting is None:
            said = _("The days of %(meeting)s are not known; known are %(known)s.")
            known = ", ".join(each.code for each in closes(convention))
            raise CommandError(said % {"meeting": options["rotation"], "known": known}, returncode=REFUSED)
        rotation = rotation_at(convention, found, meeting)
        return rotation_json(rotation), rosters.rotation_sheet(rotation)
    if options["vacancies"]:
        vacancies = vacancies_after(convention, found, day=on)
        return vacancies_json(vacancies), rosters.vacancy_sheet(vacancies)
    roster = roster_on(convention, found, day=on)
    return roster_json(roster), rosters.roster_sheet(roster)
