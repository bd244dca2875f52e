"""`corcom kept`: which promises the register shows as kept; `--close` closes them, with the act and its source."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.kernel import clock
from corcom.management.ending import one_line
from corcom.oversight.actions import close_kept_promises
from corcom.oversight.queries import kept_promises


class Command(BaseCommand):
    help = "Say which open promises the register shows as kept, and close them if asked to."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--close", action="store_true", help="close them, with the act and its source as the note")

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            at = clock.now()
            if options["close"]:
                found = close_kept_promises(day=at.date(), by=account_of_command(command="kept", at=at), at=at)
            else:
                found = kept_promises(day=at.date())
        for each in found:
            self.stdout.write(f"{each.followed.terms.text}: {each.note}")
        if not found:
            self.stdout.write(_("The register shows no open promise as kept."))
