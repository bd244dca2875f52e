"""`corcom receive`: take in answers, from files or from the mailbox, and file them with what they answer."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.correspondence.queries.reminders import reminders_by_number
from corcom.documents.domain.errors import on_one_line
from corcom.kernel import clock
from corcom.management.ending import REFUSED, one_line
from corcom.management.sources import files_below
from corcom.outbox.actions import MOST_KEPT, IncomingRefused, receive_message
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.jobs import Fetched, fetch_incoming

FINDERS = (reminders_by_number,)
"""Whose numbers are enough to file a reply by: a reminder is for one State alone."""


class Command(BaseCommand):
    help = (
        "Take in answers to messages, from .eml files or from the mailbox, and file each with the message it answers."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="FILE|DIR", help="an .eml file, or a folder of them")
        parser.add_argument(
            "--imap", action="store_true", help="fetch what was not seen in the mailbox of the settings"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        mail: MailSettings = settings.MAIL
        if not (options["paths"] or options["imap"]):
            raise CommandError(_("Name a file or a folder, or say --imap."), returncode=REFUSED)
        if options["imap"] and not mail.incoming.host:
            raise CommandError(_("There is no mailbox: set CORCOM_MAIL_IMAP_SERVER."), returncode=REFUSED)
        self.counts: Counter[str] = Counter()
        with one_line(stopped=_("Stopped. What was taken in is kept; the same command goes on from here.")):
            for each in _from_files(options["paths"], mail):
                self._say(each)
            if options["imap"]:
                for each in fetch_incoming(mail=mail, now=clock.now, finders=FINDERS):
                    self._say(each)
        self._summary()
        if self.counts["refused"]:
            sys.exit(REFUSED)

    def _say(self, fetched: Fetched) -> None:
        filed = fetched.filed
        if filed is None:
            self.counts["refused"] += 1
            self.stderr.write(on_one_line(f"{fetched.name}: {fetched.refused}"))
            return
        self.counts["known" if not filed.is_new else "filed" if filed.answers else "waiting"] += 1
        if filed.is_new:
            where = _("to message %(number)d") % {"number": filed.answers} if filed.answers else _("not filed")
            self.stdout.write(on_one_line(f"{fetched.name}: {filed.kind}, {where}"))

    def _summary(self) -> None:
        total = sum(self.counts.values())
        parts = (
            _("%(count)d filed") % {"count": self.counts["filed"]},
            _("%(count)d wait for a person to file them") % {"count": self.counts["waiting"]},
            _("%(count)d known already") % {"count": self.counts["known"]},
            _("%(count)d refused") % {"count": self.counts["refused"]},
        )
        messages = ngettext("%(count)d message", "%(count)d messages", total) % {"count": total}
        self.stdout.write(f"{messages}: {', '.join(parts)}")


def _from_files(paths: list[Path], mail: MailSettings) -> Iterator[Fetched]:
    for path, unopened in files_below(paths):
        if unopened is not None:
            yield Fetched(name=str(path), refused=unopened.reason)
            continue
        try:
            # One byte more than is allowed tells that there is more.
            with path.open("rb") as file:
                content = file.read(MOST_KEPT * mail.largest + 1)
            filed = receive_message(
                content=content, name=path.name, largest=mail.largest, at=clock.now(), finders=FINDERS
            )
        except OSError as error:
            yield Fetched(name=str(path), refused=error.strerror or str(error))
        except IncomingRefused as error:
            yield Fetched(name=str(path), refused=error.why)
        else:
            yield Fetched(name=str(path), filed=filed)
