"""`corcom rules check`: try rulebooks, and name file, key and allowed values of every mistake. Needs no database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.management.ending import REFUSED
from corcom.rulebooks.checking import Checked, checked
from corcom.rulebooks.reading import FOLDER, conventions


class Command(BaseCommand):
    help = "Check rulebooks: name file, key and allowed values of every mistake, and try every case."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=("check",), help="what to do")
        parser.add_argument(
            "folders", nargs="*", type=Path, metavar="FOLDER", help="folders of rulebooks (default: the packaged ones)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folders = options["folders"] or [FOLDER / code.lower() for code in conventions()]
        # All of them are looked at, so that nobody has to come back for the next one.
        if not all([self._holds(folder) for folder in folders]):  # noqa: C419  see above
            sys.exit(REFUSED)

    def _holds(self, folder: Path) -> bool:
        if not folder.is_dir():
            self.stderr.write(_("%(folder)s: there is no such folder") % {"folder": folder})
            return False
        found = checked(folder.resolve())
        for mistake in found.mistakes:
            self.stderr.write(str(mistake))
        for tried in found.cases:
            if not tried.holds:
                said = _("%(name)s: %(rule)s: the case “%(case)s” says %(says)s, the rule gives %(gives)s")
                days = {"says": tried.case.gives or _("no day"), "gives": tried.given or _("no day")}
                values = {"name": folder.resolve().name, "rule": tried.rule, "case": tried.case.name, **days}
                self.stderr.write(said % values)
        if found.holds:
            self.stdout.write(_in_words(folder, found))
        return found.holds


def _in_words(folder: Path, found: Checked) -> str:
    number = len(found.cases)
    said = ngettext("%(name)s: %(number)d case holds", "%(name)s: %(number)d cases hold", number)
    return said % {"name": folder.resolve().name, "number": number}
