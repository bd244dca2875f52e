"""`corcom remind`: prepare the reminders that are due by the plans that are on, and stop those of what came."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from corcom.access.actions import account_of_command
from corcom.correspondence.domain.letter_lacks import LetterLack
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.stopping import WhyStopped
from corcom.correspondence.jobs import PlanRun, ReminderOutcome, run_reminders
from corcom.documents.domain.errors import on_one_line
from corcom.kernel import clock
from corcom.management.arguments import asked_day
from corcom.management.ending import REFUSED, one_line


class Command(BaseCommand):
    help = (
        "Prepare the reminders that are due today by the plans that are on, and stop those that waited and are settled."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--day", metavar="DATE", help="as of this day, such as 2016-04-28 (default: today)")
        parser.add_argument("--dry-run", action="store_true", help="only say who would get what, and why")
        parser.add_argument(
            "--words", action="store_true", help="with --dry-run: the words of each, as they would go out"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        day, is_dry = asked_day(options["day"]), bool(options["dry_run"])
        if day != clock.today() and not is_dry:
            said = _("Reminders are prepared for today alone. Add --dry-run to see those of another day.")
            raise CommandError(said, returncode=REFUSED)
        self.writing = LetterWriting(wording=import_string(settings.WORDING), sender=settings.MAIL.sender_name)
        self.with_words = is_dry and bool(options["words"])
        self.refused = 0
        with one_line():
            for each in run_reminders(
                mail=settings.MAIL,
                writing=self.writing,
                day=day,
                by=lambda: account_of_command(command="remind", at=clock.now()),
                now=clock.now,
                dry=is_dry,
                address=import_string(settings.TOKEN_ADDRESS)(settings.SITE_ADDRESS),
            ):
                if isinstance(each, PlanRun):
                    self._plan(each)
                else:
                    values = {"state": each.iso3, "why": _stopped(each.why)}
                    self.stdout.write(_("%(state)s: stopped: %(why)s") % values)
        if self.refused:
            sys.exit(REFUSED)

    def _plan(self, run: PlanRun) -> None:
        terms = run.plan.plan
        self.stdout.write(f"{terms.convention} {terms.obligation}: {_counted(run)}")
        for one in run.outcomes:
            line = on_one_line(f"  {_line(one)}")
            if one.came in {"lacking", "answered", "refused"}:
                self.refused += one.came == "refused"
                self.stderr.write(line)
            else:
                self.stdout.write(line)
            if self.with_words:
                self._words(one)

    def _words(self, one: ReminderOutcome) -> None:
        """What each address would get, indented."""
        written = one.reminder.written(self.writing)
        for each in written.messages if written else ():
            lines = ["", on_one_line(each.recipient), on_one_line(each.subject), "", *each.text.splitlines(), ""]
            self.stdout.write("\n".join(f"    {on_one_line(line)}".rstrip() for line in lines))


def _counted(run: PlanRun) -> str:
    came = [one.came for one in run.outcomes]
    if not came:
        return _("nothing is due")
    parts = {
        "would_go": _("%(n)d would be prepared"),
        "prepared": _("%(n)d prepared"),
        "there": _("%(n)d prepared by somebody else meanwhile"),
        "lacking": _("%(n)d wait for what is missing"),
        "answered": _("%(n)d wait until an answer is read"),
        "refused": _("%(n)d refused"),
    }
    return ", ".join(words % {"n": came.count(key)} for key, words in parts.items() if key in came)


def _line(one: ReminderOutcome) -> str:
    due, to = one.reminder.due, ", ".join((*one.reminder.addresses, *one.reminder.copies))
    period = f" {due.owed.period}" if due.owed.period else ""
    what = f"{due.owed.iso3}{period}: {_stage(due.stage.days)}, {_('due on')} {due.owed.due_on}, {_standing(one)}"
    if one.came == "lacking":
        lacks = ", ".join(map(_lack, one.reminder.lacks))
        return _("%(what)s: missing: %(lacks)s") % {"what": what, "lacks": lacks}
    if one.came == "answered":
        answer = one.reminder.unread[0]
        waits = _("%(what)s: waits until the answer of %(sender)s on %(day)s is read")
        return waits % {"what": what, "sender": answer.sender, "day": answer.on}
    if one.came == "refused":
        return f"{what}: {one.why}"
    ways = [to if one.reminder.due.stage.by_email else "", _("on paper") if due.stage.on_paper else ""]
    return f"{what}: {'; '.join(way for way in ways if way)}"


def _stage(days: int) -> str:
    return (_("%(n)d days before") if days < 0 else _("%(n)d days after")) % {"n": abs(days)}


def _standing(one: ReminderOutcome) -> str:
    return {
        "due": _("not due yet"),
        "unknown": _("not known whether it came"),
        "overdue": _("recorded as overdue"),
    }[one.reminder.due.owed.status]


def _lack(lack: LetterLack) -> str:
    if lack.kind == "value" and lack.what == "link" and not settings.SITE_ADDRESS:
        return _("no address for {link}: set CORCOM_ADDRESS")
    words = {
        "address": _("no address"),
        "words": _("no words in %(what)s"),
        "value": _("nothing to say for {%(what)s}"),
        "glyph": _("no font for “%(what)s”"),
        "refused": _("the words say “%(what)s” where no record shows it"),
    }
    return words[lack.kind] % {"what": lack.what}


def _stopped(why: WhyStopped) -> str:
    return {
        "received": _("it came"),
        "not_owed": _("it is not owed any more"),
        "moved": _("it is due on another day"),
        "passed": _("its words are not true any more"),
        "superseded": _("a later reminder took its place"),
        "switched_off": _("the plan was switched off"),
    }[why]
