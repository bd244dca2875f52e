"""How a site sends and receives mail, from the environment."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from corcom.outbox.domain.server import Encryption, MailServer, MailSettings
from corcom.site import environment

ENCRYPTIONS = ("starttls", "tls", "none")
MB = 1_000_000


def mail_settings() -> MailSettings:
    """Everything about mail; where no server is named, messages can be prepared and nothing is sent."""
    sender_name, sender = environment.mailbox(
        "CORCOM_MAIL_FROM", what="Who sends: name and address, such as CCM ISU <isu@example.org>."
    )
    _, replies = environment.mailbox("CORCOM_MAIL_REPLIES", what="Where answers go, if not to CORCOM_MAIL_FROM.")
    _, bounces = environment.mailbox(
        "CORCOM_MAIL_BOUNCES", what="Where servers report what they cannot deliver, if not where answers go."
    )
    return MailSettings(
        sender=sender,
        sender_name=sender_name,
        replies=replies,
        bounces=bounces,
        plus=environment.switch(
            "CORCOM_MAIL_PLUS",
            default=False,
            what="Whether isu+word@example.org reaches the mailbox of isu@example.org. Then answers find their message even if they lose its headers.",
        ),
        domain=environment.text(
            "CORCOM_MAIL_DOMAIN",
            shown="that of CORCOM_MAIL_FROM",
            what="The domain in the Message-ID of what is sent.",
        ),
        per_minute=environment.number(
            "CORCOM_MAIL_PER_MINUTE",
            60,
            least=0,
            most=100_000,
            what="At most so many messages a minute; 0 for no bound.",
        ),
        lease=timedelta(
            seconds=environment.number(
                "CORCOM_MAIL_LEASE",
                300,
                least=1,
                most=86_400,
                what="After so many seconds without a word from a worker, what it had begun is taken up again or named as uncertain.",
            )
        ),
        largest=MB
        * environment.number(
            "CORCOM_MAIL_LARGEST", 25, least=1, most=1_000, what="The largest message that is sent or taken in, in MB."
        ),
        out=_out(),
        incoming=_incoming(),
        folder=environment.text("CORCOM_MAIL_IMAP_FOLDER", "INBOX", what="The folder of the mailbox."),
    )


def _out() -> MailServer:
    host, port = environment.server(
        "CORCOM_MAIL_SERVER", port=587, what="The server that takes mail (SMTP). Without one, nothing is sent."
    )
    return MailServer(
        host=host,
        port=port,
        encryption=_encryption("CORCOM_MAIL_TLS", "starttls"),
        user=environment.text("CORCOM_MAIL_USER", what="The name to sign in with, where the server asks for one."),
        password=environment.text("CORCOM_MAIL_PASSWORD", what="The password; better in a file."),
        timeout=_timeout("CORCOM_MAIL_TIMEOUT"),
    )


def _incoming() -> MailServer:
    host, port = environment.server(
        "CORCOM_MAIL_IMAP_SERVER", port=993, what="The mailbox of answers (IMAP), for `corcom receive --imap`."
    )
    return MailServer(
        host=host,
        port=port,
        encryption=_encryption("CORCOM_MAIL_IMAP_TLS", "tls"),
        user=environment.text("CORCOM_MAIL_IMAP_USER", what="The name to sign in with at the mailbox."),
        password=environment.text("CORCOM_MAIL_IMAP_PASSWORD", what="The password of the mailbox; better in a file."),
        timeout=_timeout("CORCOM_MAIL_IMAP_TIMEOUT"),
    )


def _encryption(name: str, default: str) -> Encryption:
    what = "How the connection is encrypted: after a greeting (starttls), from the start (tls), or not at all."
    return cast("Encryption", environment.choice(name, default, among=ENCRYPTIONS, what=what))


def _timeout(name: str) -> int:
    return environment.number(name, 30, least=1, most=600, what="Seconds to wait for each answer of that server.")
