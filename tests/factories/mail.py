"""Mail servers on this machine: a real one that keeps what it takes, and one that hangs up where it is told to."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from corcom.outbox.domain.server import MailServer, MailSettings

TAKEN = "250 OK: taken"


def slowly(seconds: float | Callable[[], float]) -> Callable[[str, bytes], str]:
    """A server that takes each message after so many seconds."""

    def take(_recipient: str, _content: bytes) -> str:
        time.sleep(seconds() if callable(seconds) else seconds)
        return TAKEN

    return take


@dataclass(slots=True)
class Postbox:
    """What a server took. `at_recipient` and `at_data` may answer otherwise; None from the latter hangs up."""

    received: list[tuple[str, bytes]] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    connections: int = 0
    at_recipient: Callable[[str], str] = lambda _: "250 OK"
    at_data: Callable[[str, bytes], str | None] = lambda *_: TAKEN

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.received]

    async def handle_EHLO(  # noqa: N802  as the library calls it
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(  # noqa: N802  as the library calls it
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        answer = self.at_recipient(address)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802  likewise
        content = envelope.original_content or b""
        (recipient,) = envelope.rcpt_tos
        # In a thread: a test may let the server take its time.
        answer = await asyncio.get_running_loop().run_in_executor(None, self.at_data, recipient, content)
        if answer is None or answer.startswith("250"):
            self.received.append((recipient, content))
            self.senders.append(envelope.mail_from or "")
        if answer is None:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return ""
        return answer


@contextmanager
def mail_server(box: Postbox, **options: Any) -> Iterator[MailServer]:
    """The server, on a free port of this machine."""
    controller = Controller(box, hostname="127.0.0.1", port=_free_port(), **options)
    controller.start()
    try:
        yield MailServer(host="127.0.0.1", port=controller.port, encryption="none", timeout=10)
    finally:
        controller.stop(no_assert=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def mail_settings(out: MailServer | None = None, **changes: Any) -> MailSettings:
    """A site that sends as the unit of the CCM, without a bound."""
    own: dict[str, Any] = {
        "sender": "isu@corcom.example",
        "sender_name": "CCM Implementation Support Unit",
        "per_minute": 0,
        "out": out or MailServer(),
    }
    return MailSettings(**{**own, **changes})


@contextmanager
def server_that_hangs_up(*, after: bytes, say: bytes = b"") -> Iterator[MailServer]:
    """A server that hangs up as soon as it has read `after`; with a last word `say`, it waits for the other to hang up."""
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_talk, args=(listening, after, say))
    thread.start()
    try:
        yield MailServer(host="127.0.0.1", port=listening.getsockname()[1], encryption="none", timeout=10)
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(timeout=10)


def _talk(listening: socket.socket, after: bytes, say: bytes) -> None:
    while True:
        try:
            line, _ = listening.accept()
        except OSError:
            return
        with line, suppress(OSError):
            _converse(line, after, say)


def _converse(line: socket.socket, after: bytes, say: bytes) -> None:
    line.settimeout(10)
    line.sendall(b"220 here\r\n")
    heard, is_data = b"", False
    while chunk := line.recv(65536):
        heard += chunk
        if after in heard:
            line.sendall(say)
            while say and line.recv(65536):
                continue
            return
        # The client waits for each answer, so that a chunk is one command until the message comes.
        if not is_data:
            is_data = chunk.lower().startswith(b"data")
            line.sendall(b"354 go on\r\n" if is_data else b"250 fine\r\n")
