"""Messages as they come in: answers, bounces in the form of RFC 3464 and in others, "out of office"."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP


def an_answer(
    *,
    sender: str = "Ms. Mwansa <mission@zambia.example>",
    subject: str = "Re: Initial transparency report",
    text: str = "We shall report in May.",
    message_id: str = "<answer-1@zambia.example>",
    to: str = "isu@corcom.example",
    attachments: int = 0,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """An answer of a person, with further headers."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = "Tue, 03 May 2016 10:15:00 +0200"
    mail["Message-ID"] = message_id
    for name, value in (headers or {}).items():
        mail[name] = value
    mail.set_content(text)
    for number in range(attachments):
        mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename=f"annex-{number}.pdf")
    return mail.as_bytes()


def a_report(
    of: str,
    *,
    action: str = "failed",
    recipient: str = "mission@zambia.example",
    original: str = "text/rfc822-headers",
    to: str = "isu@corcom.example",
    message_id: str = "<report-1@mx.zambia.example>",
) -> bytes:
    """A server's report that a message could not be delivered, or is late."""
    sent = (
        f"From: isu@corcom.example\r\nTo: {recipient}\r\nMessage-ID: {of}\r\nSubject: Initial transparency report\r\n"
    )
    if original == "message/rfc822":
        sent += "\r\nExcellency,\r\n"
    lines = f"""\
Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.zambia.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Date: Mon, 2 May 2016 12:00:00 +0000
Message-ID: {message_id}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="limit"

--limit
Content-Type: text/plain

I am sorry to inform you that your message could not be delivered.

--limit
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.zambia.example
Arrival-Date: Mon, 2 May 2016 11:59:00 +0000

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <{recipient}>: Recipient address
 rejected: User unknown

--limit
Content-Type: {original}

{sent}
--limit--
"""
    return lines.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def an_old_bounce(of: str) -> bytes:
    """A bounce of a program that does not know RFC 3464 (qmail's manner)."""
    return f"""\
Return-Path: <>
From: MAILER-DAEMON@zambia.example
To: isu@corcom.example
Subject: failure notice
Date: Mon, 2 May 2016 12:00:00 +0000
Message-ID: <old-1@zambia.example>

Hi. This is the mail program at zambia.example.
I'm afraid I wasn't able to deliver your message.
<mission@zambia.example>: 552 5.2.2 mailbox is full

--- Below this line is a copy of the message.

From: isu@corcom.example
Message-ID: {of}
Subject: Initial transparency report
""".encode()


def nested(deep: int) -> bytes:
    """A reply in which letters lie in letters, so many deep."""
    head = "From: a@zambia.example\r\nTo: isu@corcom.example\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\n"
    return (head + "Content-Type: message/rfc822\r\n\r\n").encode() * deep + (head + "\r\nThe last words.\r\n").encode()
