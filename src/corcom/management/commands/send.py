"""`corcom send`: send what was released, once through or for as long as it runs."""

from __future__ import annotations

import signal
import sys
import threading
from collections import Counter
from datetime import datetime
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.actions import account_of_command
from corcom.correspondence.jobs import stop_before_sending
from corcom.documents.domain.errors import on_one_line
from corcom.kernel import clock
from corcom.management.ending import REFUSED, one_line
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.jobs import Paused, Tried, send_due
from corcom.outbox.queries import MessagesWanted, messages_counted, messages_page

LOOKS = 5
"""Seconds between two looks for what is due."""
LONGEST = 300
"""Seconds to wait, at most, for a server that cannot be reached."""
NAMED = 50
"""Uncertain messages that are named; the page has all of them."""


class Command(BaseCommand):
    help = "Send the messages that were released: once through, or for as long as the command runs."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--keep-going", action="store_true", help="go on, and look every five seconds for more")

    def handle(self, *args: Any, **options: Any) -> None:
        mail: MailSettings = settings.MAIL
        if not mail.out.host:
            said = _("There is no server to send through: set CORCOM_MAIL_SERVER.")
            raise CommandError(said, returncode=REFUSED)
        self.counts: Counter[str] = Counter()
        self.stopped = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        with one_line():
            if options["keep_going"]:
                self._keep_going(mail)
                return
            paused = self._once(mail)
            self._summary(paused)
        if self.counts["refused"] or paused.trouble:
            sys.exit(REFUSED)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        """Finish the message that is on its way, then end; a second time ends at once."""
        if self.stopped.is_set():
            raise KeyboardInterrupt
        self.stopped.set()

    def _keep_going(self, mail: MailSettings) -> None:
        troubled = 0
        while not self.stopped.is_set():
            paused = self._once(mail)
            troubled = troubled + 1 if paused.trouble else 0
            self.stopped.wait(min(LONGEST, LOOKS * 2 ** (troubled - 1)) if troubled else _seconds(paused, clock.now()))

    def _once(self, mail: MailSettings) -> Paused:
        # A reminder of what came meanwhile is not sent.
        stop_before_sending(
            day=clock.today(), by=lambda: account_of_command(command="send", at=clock.now()), now=clock.now
        )
        for each in send_due(mail=mail, now=clock.now, stop=self.stopped.is_set):
            if isinstance(each, Paused):
                if each.trouble:
                    self.stderr.write(on_one_line(f"{mail.out.host}:{mail.out.port}: {each.trouble}"))
                return each
            self.counts[each.outcome] += 1
            self._say(each)
        return Paused()

    def _say(self, tried: Tried) -> None:
        line = on_one_line(f"{tried.message} {tried.recipient}: {tried.outcome}: {tried.said}")
        if tried.outcome == "sent":
            self.stdout.write(line)
        else:
            self.stderr.write(line)
        self.stdout.flush()

    def _summary(self, paused: Paused) -> None:
        now = clock.now()
        found = messages_counted(now=now)
        sent = self.counts["sent"]
        parts = [ngettext("%(count)d message sent", "%(count)d messages sent", sent) % {"count": sent}]
        parts.append(_("%(count)d wait for another try") % {"count": found["waiting"]})
        parts.append(_("%(count)d released and not yet sent") % {"count": found["released"] + found["sending"]})
        parts.append(_("%(count)d failed") % {"count": found["failed"]})
        parts.append(_("%(count)d uncertain") % {"count": found["uncertain"]})
        self.stdout.write(", ".join(parts))
        if paused.is_bound:
            self.stdout.write(_("So many a minute are allowed as were sent; the next run goes on."))
        if found["uncertain"]:
            self._name_uncertain(now)

    def _name_uncertain(self, now: datetime) -> None:
        self.stderr.write(
            _("Of these it is not known whether they arrived; a person says so on the page of the outbox:")
        )
        page = messages_page(wanted=MessagesWanted(state="uncertain"), now=now, size=NAMED)
        for line in page.lines:
            self.stderr.write(on_one_line(f"  {line.number} {line.recipient}: {line.subject}"))
        if page.total > NAMED:
            self.stderr.write(f"  … ({page.total})")


def _seconds(paused: Paused, now: datetime) -> float:
    """How long to wait before the next look; never longer than the next message is due, nor than five seconds."""
    if paused.until is None:
        return LOOKS
    return min(LOOKS, max(0.05, (paused.until - now).total_seconds()))
