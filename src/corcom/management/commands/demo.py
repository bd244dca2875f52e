"""`corcom demo`: build a demonstration site, read the packaged records, say who owes what, and serve it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.followup.domain.commitment import Followed
from corcom.kernel import clock
from corcom.management.demonstration import (
    ACCOUNTS,
    confirm_all_but_the_last,
    open_accounts,
    owed_by_owner,
    samples,
    take_in_samples,
)
from corcom.management.found import found_in_words
from corcom.management.progress import watched

SHOWN = 3
"""Commitments of one owner that are printed; the site shows them all."""


class Command(BaseCommand):
    help = "Build a demonstration site, read the packaged records, say who owes what, and serve it."

    def add_arguments(self, parser: CommandParser) -> None:
        serve = os.environ.get("SERVE", "yes").lower() not in {"no", "false", "0", "off"}
        parser.add_argument("--port", type=int, default=os.environ.get("PORT", "8000"), help="where to serve it")
        parser.add_argument("--no-serve", dest="serve", action="store_false", default=serve, help="stop before serving")

    def handle(self, *args: Any, **options: Any) -> None:
        now = clock.now()
        settings.DATA.mkdir(parents=True, exist_ok=True)
        self.stdout.write(_("Building a demonstration site in %(folder)s ...") % {"folder": settings.DATA})
        call_command("migrate", verbosity=0, interactive=False)
        open_accounts(at=now)
        refused = 0
        for outcome in watched(take_in_samples(workers=os.cpu_count() or 1, at=now), len(samples())):
            name = Path(outcome.path).name
            if outcome.news == "refused":
                refused += 1
                self.stderr.write(f"{name}: {outcome.reason}")
            elif outcome.news == "same":
                self.stdout.write(f"  {name}: " + _("already read"))
            else:
                self.stdout.write(f"  {name}: {found_in_words(outcome.found)}")
        if refused:
            raise CommandError(_("The packaged records could not be read."))
        accepted = confirm_all_but_the_last(at=now)
        if accepted:
            said = ngettext("Confirmed %(count)d finding", "Confirmed %(count)d findings", accepted)
            self.stdout.write(said % {"count": accepted} + _("; the latest record waits for your review."))
        self._say_who_owes_what()
        self._say_how_to_enter(options["port"], serve=options["serve"])
        if options["serve"]:
            self.stdout.flush()
            _serve(options["port"])

    def _say_who_owes_what(self) -> None:
        owed = owed_by_owner(day=clock.today())
        self.stdout.write("\n" + _("Who owes what"))
        for owner, points in owed.items():
            self.stdout.write(f"  {owner}")
            for point in points[:SHOWN]:
                self.stdout.write(f"    - {_in_words(point)}")
            if len(points) > SHOWN:
                self.stdout.write("    " + _("and %(count)d more") % {"count": len(points) - SHOWN})

    def _say_how_to_enter(self, port: int, *, serve: bool) -> None:
        self.stdout.write("\n" + _("Accounts"))
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username}  {account.password}  ({account.role})")
        address = f"http://127.0.0.1:{port}/"
        if serve:
            self.stdout.write("\n" + _("The site is at %(address)s; Ctrl-C stops it.") % {"address": address})
        else:
            self.stdout.write("\n" + _("Serve it with `make demo` at %(address)s") % {"address": address})


def _in_words(point: Followed) -> str:
    text = " ".join(point.terms.text.split())
    short = text if len(text) <= 90 else text[:89].rsplit(" ", 1)[0] + " …"
    due = _("due %(day)s") % {"day": point.terms.due} if point.terms.due else _("no date")
    late = ", " + _("overdue") if point.state == "overdue" else ""
    return f"{short} ({due}{late})"


def _serve(port: int) -> None:
    """Become the server; what it takes is in the environment already."""
    words: Sequence[str] = (
        *(sys.executable, "-m", "gunicorn", "corcom.site.wsgi", "--bind", f"127.0.0.1:{port}"),
        *("--workers", "2", "--preload", "--log-level", "warning"),
    )
    os.execv(sys.executable, list(words))  # noqa: S606  no shell, and every word is ours
