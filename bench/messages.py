"""The letters that bench.outbox sends, in a process with a site of its own."""

from __future__ import annotations

import io
import smtplib
import sys
import time
from dataclasses import replace

from django.core.management import call_command
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import DRAFT

from corcom.access.actions import account_of_command
from corcom.documents.actions import store_file
from corcom.kernel import clock
from corcom.outbox.actions import prepare_messages, release_messages
from corcom.outbox.domain.draft import AttachmentFile
from corcom.outbox.domain.server import MailServer
from corcom.outbox.jobs import send_due


def main() -> None:
    letters = int(sys.argv[1])
    call_command("migrate", verbosity=0, interactive=False)
    box = Postbox()
    with mail_server(box) as server:
        prepared, sent = _through_the_outbox(letters, server)
        assert len(box.received) == letters
        bare = _bare(list(box.received), server)
    print(f"{'messages':>8} {'prepared/s':>10} {'sent/s':>8} {'bare/s':>8} {'share':>6}")
    print(f"{letters:8} {letters / prepared:10.0f} {letters / sent:8.1f} {letters / bare:8.1f} {bare / sent:6.2f}")


def _through_the_outbox(letters: int, server: MailServer) -> tuple[float, float]:
    """Seconds to prepare and release, and to send."""
    at, mail = clock.now(), mail_settings(server)
    by = account_of_command(command="bench", at=at)
    file = store_file(content=io.BytesIO(b"%PDF" + bytes(50_000)), name="form.pdf", media_type="application/pdf", at=at)
    attached = (AttachmentFile(file=file.pk),)
    drafts = [replace(DRAFT, recipient=f"mission{n}@state.example", attachments=attached) for n in range(letters)]
    start = time.perf_counter()
    rows = prepare_messages(drafts=drafts, mail=mail, by=by, at=at)
    release_messages(messages=[row.pk for row in rows], by=by, at=at)
    prepared = time.perf_counter() - start
    start = time.perf_counter()
    list(send_due(mail=mail, now=clock.now))
    return prepared, time.perf_counter() - start


def _bare(contents: list[tuple[str, bytes]], server: MailServer) -> float:
    """Seconds to send the same without a word about it."""
    start = time.perf_counter()
    with smtplib.SMTP(server.host, server.port) as smtp:
        for recipient, content in contents:
            smtp.sendmail("isu@corcom.example", recipient, content)
    return time.perf_counter() - start
