"""`corcom docs`: write the pages of the manual that follow from the code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.management.ending import REFUSED
from corcom.management.reference import PAGES


class Command(BaseCommand):
    help = "Write the pages of the manual that follow from the code: settings, commands and addresses."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--output", type=Path, default=Path("docs"), metavar="DIR", help="where to (default: docs)")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["output"]
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(folder)s.") % {"folder": folder}, returncode=REFUSED)
        for name, page in PAGES.items():
            (folder / name).write_text(page(), encoding="utf-8")
            self.stdout.write(str(folder / name))
