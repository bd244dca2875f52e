"""`corcom roster`: who holds which office and theme on a day, who rotates at a meeting, and what will be vacant."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, ProgrammingError
from django.utils.translation import gettext as _

from corcom.kernel import clock
from corcom.management import rosters
from corcom.management.arguments import day
from corcom.management.ending import REFUSED, one_line
from corcom.management.writing import put
from corcom.mandates.domain.bounds import close_named, closes
from corcom.mandates.domain.roster_json import roster_json, rotation_json, vacancies_json
from corcom.mandates.domain.rosters import roster_on
from corcom.mandates.domain.rotations import rotation_at, vacancies_after
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.domain.terms import Term
from corcom.mandates.queries import terms
from corcom.rulebooks.reading import conventions


class Command(BaseCommand):
    help = "Say who holds which office and theme on a day, who rotates at a meeting, and what will be vacant."

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
            found = self._terms(convention)
            plain, sheet = _answer(convention, found, options["as_of"] or clock.today(), options)
        if options["format"] == "json":
            text = json.dumps(plain, ensure_ascii=False, indent=2) + "\n"
        elif options["format"] == "csv":
            text = rosters.as_csv(sheet)
        else:
            text = rosters.as_table(sheet, width=max(shutil.get_terminal_size().columns, 100))
        put(text.encode(), options["output"], text=True)

    def _terms(self, convention: str) -> list[Term]:
        """The terms of the site; those that come with CorCom where there is no site, or where it has none."""
        try:
            found = terms(convention=convention) if _has_site() else []
        except (OperationalError, ProgrammingError):
            # A site whose tables are older than this command has no terms either.
            found = []
        if not found:
            self.stderr.write(_("No terms are recorded on this site; these are the ones that come with CorCom."))
            found = [term for term in packaged_terms() if term.convention == convention]
        return found


def _has_site() -> bool:
    """Whether there is a database; asking SQLite for one that is not there would make it."""
    database = settings.DATABASES["default"]
    return "sqlite" not in database["ENGINE"] or _exists(str(database["NAME"]))


def _exists(name: str) -> bool:
    return name.startswith(":memory:") or "mode=memory" in name or Path(name).is_file()


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
