"""`corcom demo`: build a demonstration site, read the packaged records, say who owes what, and serve it."""

from __future__ import annotations

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.console import Console, RenderableType

from corcom.kernel import clock
from corcom.kernel.secret_file import keep_secret
from corcom.kernel.wording import ENGLISH
from corcom.management.demonstration import conventions, records, tables
from corcom.management.demonstration.accounts import Account, link_accounts, open_accounts
from corcom.management.demonstration.committee import open_the_committee, plan_the_next_meeting
from corcom.management.demonstration.consultations import circulate_texts
from corcom.management.demonstration.figures import take_over_demonstration_figures
from corcom.management.demonstration.folder import NotADemonstration, prepare_folder
from corcom.management.demonstration.holding import InUse, check_unused
from corcom.management.demonstration.letters import draft_letters
from corcom.management.demonstration.mandates import take_over_terms
from corcom.management.demonstration.papers import register_papers
from corcom.management.demonstration.questionnaires import put_questionnaires
from corcom.management.demonstration.serving import PortTaken, check_port, serve
from corcom.management.ending import REFUSED, one_line
from corcom.management.intake import Outcome
from corcom.management.progress import watched
from corcom.oversight.actions import take_over_packaged

UNWATCHED_WIDTH = 110
"""Columns of the tables where they go into a file or a pipe."""


class Command(BaseCommand):
    help = "Build a demonstration site, read the packaged records, say who owes what, and serve it."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        serving = os.environ.get("SERVE", "yes").lower() not in {"no", "false", "0", "off"}
        port = os.environ.get("PORT", "8000")
        parser.add_argument("--port", type=int, default=port, help="where to serve it (default: PORT, or 8000)")
        parser.add_argument("--no-serve", dest="serve", action="store_false", default=serving, help="stop before that")
        parser.add_argument("--keep", action="store_true", help="go on with what is there instead of building anew")

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line(stopped=_("Stopped. `make demo` builds it anew.")):
            self._demonstrate(options["port"], keep=options["keep"], serving=options["serve"])

    def _demonstrate(self, port: int, *, keep: bool, serving: bool) -> None:
        now = clock.now()
        held = _prepared(port, keep=keep, serving=serving)
        keep_secret(settings.DATA / "secret.key", settings.SECRET_KEY)
        self.stdout.write(_("Building a demonstration site in %(folder)s ...") % {"folder": settings.DATA})
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        accounts = open_accounts(at=now)
        take_over_packaged(day=clock.today(), at=now)
        self._print(tables.found(self._read(now)))
        day = records.latest_day() or clock.today()
        self._confirm(day, now)
        take_over_terms(at=now)
        self._open_the_committee(now)
        circulate_texts(at=now)
        put_questionnaires(at=now)
        register_papers(at=now)
        draft_letters(at=now)
        take_over_demonstration_figures(today=clock.today(), at=now)
        self.stdout.write("\n" + _("Who owes what on %(day)s") % {"day": ENGLISH.day(day.isoformat())} + "\n\n")
        self._print(tables.owed(day=day))
        self._say_how_conventions_stand()
        self._say_how_to_enter(accounts, day, port, serving=serving)
        if serving:
            sys.stdout.flush()
            serve(port, held=held)

    def _read(self, now: datetime) -> list[Outcome]:
        """Read the records, with a bar where somebody looks, else with a line for each."""
        total = len(records.samples())
        outcomes: list[Outcome] = []
        for outcome in watched(records.take_in_samples(at=now), total):
            outcomes.append(outcome)
            name = Path(outcome.path).name
            if outcome.news == "refused":
                said = _("The packaged records could not be read.") + f" {name}: {outcome.reason}"
                raise CommandError(said, returncode=REFUSED)
            if not sys.stderr.isatty():
                done = {"number": len(outcomes), "total": total, "name": name}
                self.stdout.write(_("Read %(number)d of %(total)d: %(name)s") % done)
        self.stdout.write("")
        return outcomes

    def _confirm(self, day: date, now: datetime) -> None:
        confirmed = records.confirm_all_but_the_last(at=now)
        if confirmed is None:
            self.stdout.write("\n" + _("What was reviewed before stays as it is."))
            return
        said = ngettext(
            "The demonstration's secretariat confirmed %(count)d finding and left %(waiting)d for you;",
            "The demonstration's secretariat confirmed %(count)d findings and left %(waiting)d for you;",
            confirmed.accepted,
        )
        self.stdout.write("\n" + said % {"count": confirmed.accepted, "waiting": confirmed.waiting})
        self.stdout.write(_("%(name)s waits for your review as a whole.") % {"name": confirmed.latest})
        done, taken_up = records.follow_up(day=day, at=now)
        closed = ngettext(
            "%(count)d action point was closed with the words of a later meeting,",
            "%(count)d action points were closed with the words of a later meeting,",
            done,
        )
        self.stdout.write(closed % {"count": done} + " " + _("%(count)d was taken up again.") % {"count": taken_up})

    def _open_the_committee(self, now: datetime) -> None:
        today = clock.today()
        link_accounts(open_the_committee(today=today, at=now), at=now)
        if on := plan_the_next_meeting(today=today, at=now):
            said = _("The committee meets next on %(day)s; its agenda was drafted from what is open.")
            self.stdout.write(said % {"day": ENGLISH.day(on.isoformat())})

    def _say_how_conventions_stand(self) -> None:
        today = clock.today()
        self.stdout.write("\n" + _("Who is bound on %(day)s") % {"day": ENGLISH.day(today.isoformat())})
        for line in conventions.standings(day=today):
            self.stdout.write(f"  {line}")

    def _say_how_to_enter(self, accounts: list[Account], day: date, port: int, *, serving: bool) -> None:
        width = max(len(account.username) for account in accounts)
        self.stdout.write("\n" + _("Accounts (name, password; made up for this site, kept nowhere else)"))
        for account in accounts:
            self.stdout.write(f"  {account.username:{width}}  {account.password}")
        address = f"http://127.0.0.1:{port}/"
        self.stdout.write("\n" + _("The site") + f"        {address}")
        self.stdout.write(_("As of that day") + f"  {address}?as_of={day.isoformat()}")
        if serving:
            self.stdout.write(_("Ctrl-C stops it."))
        else:
            self.stdout.write(_("It is not being served: `make demo` builds it anew and serves it."))

    def _print(self, table: RenderableType) -> None:
        watched_here = self.stdout.isatty()
        console = Console(width=None if watched_here else UNWATCHED_WIDTH, force_terminal=watched_here, highlight=False)
        with console.capture() as captured:
            console.print(table)
        self.stdout.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()), ending="")


def _prepared(port: int, *, keep: bool, serving: bool) -> int:
    """The folder made ready and held. Errors: `CommandError`, with what can be done instead."""
    folder: Path = settings.DATA
    other = 8001 if port == 8000 else 8000
    try:
        check_unused(folder)
        if serving:
            check_port(port)
        return prepare_folder(folder, keep=keep, port=port if serving else None)
    except InUse as taken:
        said = _(
            "The demonstration in %(folder)s is in use by process %(process)d (port %(port)s). Stop that one first "
            "(kill %(process)d), or build another: CORCOM_DATA=.demo-2 make demo PORT=%(other)d"
        )
        values = {"folder": folder, "process": taken.pid, "port": taken.port or "–", "other": other}
        raise CommandError(said % values, returncode=REFUSED) from taken
    except PortTaken as taken:
        said = _("Port %(port)d cannot be used (%(why)s). Choose another: make demo PORT=%(other)d")
        raise CommandError(said % {"port": port, "why": taken.why, "other": other}, returncode=REFUSED) from taken
    except NotADemonstration as refused:
        said = _("%(folder)s holds something that is not a demonstration; nothing was touched.")
        raise CommandError(said % {"folder": refused.folder}, returncode=REFUSED) from refused
