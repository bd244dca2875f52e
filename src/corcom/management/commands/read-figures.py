"""`corcom read-figures`: read the figures out of every report that was handed in."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.actions import account_of_command
from corcom.kernel import clock
from corcom.management.ending import REFUSED, one_line
from corcom.reporting.actions import ReportRead, read_report_figures
from corcom.rulebooks.reading import conventions


class Command(BaseCommand):
    help = (
        "Read the figures out of every report that was handed in, as after an update from a version that kept none. "
        "Again as often as wanted: it changes only what differs."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--convention", metavar="CODE", help="only reports under this convention, such as CCM")

    def handle(self, *args: Any, **options: Any) -> None:
        code = (options["convention"] or "").upper()
        if code and code not in conventions():
            said = _("There is no convention %(code)s; there are %(known)s.")
            values = {"code": options["convention"], "known": ", ".join(conventions())}
            raise CommandError(said % values, returncode=REFUSED)
        reports = figures = refused = 0
        with one_line(stopped=_("Stopped. What was read stays; run it again for the rest.")):
            at = clock.now()
            by = account_of_command(command="read-figures", at=at).username
            for one in read_report_figures(convention=code, at=at, by=by):
                (self.stderr if one.refused else self.stdout).write(_line(one))
                reports, figures, refused = reports + 1, figures + one.kept.said, refused + bool(one.refused)
        told = ngettext("%(n)d report", "%(n)d reports", reports) % {"n": reports}
        self.stdout.write(f"{told}, {_figures(figures)}")
        if refused:
            sys.exit(REFUSED)


def _line(one: ReportRead) -> str:
    report = one.report
    about = " ".join(map(str, filter(None, (report.convention, report.iso3, report.report, report.period))))
    if one.refused:
        said = _("%(report)s: nothing was written of it, a figure cannot be: %(why)s")
        return said % {"report": about, "why": " ".join(one.refused.split())}
    stands = _("no version stands") if one.version is None else _("version %(n)d") % {"n": one.version}
    parts = [
        (_("%(n)d new"), one.kept.new),
        (_("%(n)d changed"), one.kept.changed),
        (_("%(n)d struck"), one.kept.struck),
    ]
    became = [words % {"n": count} for words, count in parts if count]
    if one.is_document:
        became.append(_("it came as a document; record by hand what it says"))
    return f"{about}, {stands}: {', '.join((_figures(one.kept.said), *became))}"


def _figures(count: int) -> str:
    return ngettext("%(n)d figure", "%(n)d figures", count) % {"n": count}
