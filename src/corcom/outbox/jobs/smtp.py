"""A conversation with the server that takes mail, step by step.

`smtplib` does the talking; its `sendmail` does not say how far it came. What decides is the full stop on a line of its own
that ends a message: a server that did not get it must throw the message away (RFC 5321, 4.1.1.4 and 4.1.1.10), one that
did and was not heard since may have taken it. So the stop is held back until the message itself is through.
"""

from __future__ import annotations

import re
import select
import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Literal

from corcom.kernel.mail_address import in_ascii
from corcom.outbox.domain.server import MailServer

CONTINUE: Final = 354
"""The server waits for the message."""


class ServerTrouble(Exception):
    """The server cannot be spoken to: no connection, no encryption, a password that is refused. In words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a message, and the server's words. `lost`: the lease was over before it could be handed over."""

    outcome: Literal["sent", "later", "refused", "unclear", "lost"]
    said: str
    is_open: bool = True
    """Whether the same connection can take the next message."""


class Conversation:
    """One connection, for one message after another."""

    def __init__(self, server: MailServer) -> None:
        """Connect, encrypt and sign in. Errors: `ServerTrouble`."""
        try:
            self._smtp = _connected(server)
            # The full stop that ends a message is a packet of its own, and would wait 40 ms for what came before it.
            if self._smtp.sock is not None:
                self._smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except (OSError, smtplib.SMTPException) as error:
            raise ServerTrouble(_in_words(error)) from error

    def deliver(self, *, sender: str, recipient: str, content: bytes, hand_over: Callable[[], bool]) -> Answer:
        """Send one message. `hand_over` is asked just before its end is sent, and stops it by False."""
        try:
            refused = self._announced(in_ascii(sender), in_ascii(recipient), len(content))
            if refused is not None:
                return refused
            self._smtp.send(_stuffed(content))
            if self._is_answering():
                return self._early()
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return Answer(outcome="later", said=_in_words(error), is_open=False)
        if not hand_over():
            self.close()
            return Answer(outcome="lost", said="", is_open=False)
        try:
            self._smtp.send(b".\r\n")
            return self._read(*self._smtp.getreply())
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            return Answer(outcome="unclear", said=_in_words(error), is_open=False)

    def close(self) -> None:
        """End it at once, whatever was under way."""
        with suppress(OSError):
            self._smtp.close()

    def end(self) -> None:
        """End it politely."""
        with suppress(OSError, smtplib.SMTPException):
            self._smtp.quit()
        self.close()

    def _announced(self, sender: str, recipient: str, size: int) -> Answer | None:
        """Say from whom, to whom, and that it comes; None where the server waits for it."""
        options = [f"SIZE={size}"] if self._smtp.has_extn("size") else []
        for code, words in (
            self._smtp.mail(sender, options),
            self._smtp.rcpt(recipient),
        ):
            if code // 100 != 2:
                return self._turned_down(code, words)
        code, words = self._smtp.docmd("data")
        return None if code == CONTINUE else self._turned_down(code, words)

    def _turned_down(self, code: int, words: bytes) -> Answer:
        """A refusal before the message was on its way, for good or for now."""
        answer = Answer(outcome="refused" if code // 100 == 5 else "later", said=_said(code, words))
        return self._ready(answer)

    def _ready(self, answer: Answer) -> Answer:
        """The answer, and whether the server is ready for the next message."""
        if answer.said.startswith("421"):
            self.close()
            return Answer(outcome=answer.outcome, said=answer.said, is_open=False)
        try:
            self._smtp.rset()
        except (OSError, smtplib.SMTPException):
            self.close()
            return Answer(outcome=answer.outcome, said=answer.said, is_open=False)
        return answer

    def _is_answering(self) -> bool:
        """Whether the server speaks, or hung up, before it was given the end of the message."""
        sock = self._smtp.sock
        return sock is None or bool(select.select([sock], [], [], 0)[0])

    def _early(self) -> Answer:
        """What it said too early; the message was not handed over. Raises what `getreply` raises."""
        code, words = self._smtp.getreply()
        self.close()
        return Answer(outcome="refused" if code // 100 == 5 else "later", said=_said(code, words), is_open=False)

    def _read(self, code: int, words: bytes) -> Answer:
        said = _said(code, words)
        if code // 100 == 2:
            return Answer(outcome="sent", said=said)
        if code // 100 == 5:
            return self._ready(Answer(outcome="refused", said=said))
        if code // 100 == 4:
            return self._ready(Answer(outcome="later", said=said))
        self.close()
        return Answer(outcome="unclear", said=said, is_open=False)


def _connected(server: MailServer) -> smtplib.SMTP:
    context = ssl.create_default_context() if server.encryption != "none" else None
    if server.encryption == "tls":
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        smtp.ehlo_or_helo_if_needed()
        if server.encryption == "starttls":
            smtp.starttls(context=context)
            smtp.ehlo()
        if server.user:
            smtp.login(server.user, server.password)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _stuffed(content: bytes) -> bytes:
    r"""The message with its lines that begin with a full stop protected, ending in a line of its own.

    >>> _stuffed(b"a\r\n.b")
    b'a\r\n..b\r\n'
    """
    stuffed = re.sub(rb"(?m)^\.", b"..", content)
    return stuffed if stuffed.endswith(b"\r\n") else stuffed + b"\r\n"


def _said(code: int, words: bytes) -> str:
    return " ".join(f"{code} {words.decode('utf-8', 'replace')}".split())


def _in_words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        words = error.smtp_error
        return _said(error.smtp_code, words if isinstance(words, bytes) else str(words).encode())
    return " ".join(str(error).split()) or type(error).__name__
