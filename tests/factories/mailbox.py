"""A mailbox that speaks as much IMAP as is asked of it, on a port of this machine."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from corcom.outbox.domain.server import MailServer


@dataclass(slots=True)
class Mailbox:
    """Messages by UID, and which of them were seen."""

    messages: dict[int, bytes]
    word: str = "rivers"
    seen: set[int] = field(default_factory=set)
    said: list[str] = field(default_factory=list)

    def answer(self, command: str) -> bytes:
        """What is said to one command, before its OK; raises `KeyError` where it is refused."""
        self.said.append(command)
        if command.startswith("LOGIN"):
            return {f'LOGIN isu "{self.word}"': b""}[command]
        if command == "CAPABILITY":
            return b"* CAPABILITY IMAP4rev1\r\n"
        if command == "UID SEARCH UNSEEN":
            return f"* SEARCH {' '.join(map(str, sorted(set(self.messages) - self.seen)))}\r\n".encode()
        if found := re.fullmatch(r"UID (FETCH|STORE) (\d+) (.+)", command):
            return self._of_message(int(found[2]), found[3])
        return b"* BYE\r\n" if command == "LOGOUT" else b""

    def _of_message(self, uid: int, asked: str) -> bytes:
        content = self.messages[uid]
        if asked == "(RFC822.SIZE)":
            return f"* 1 FETCH (UID {uid} RFC822.SIZE {len(content)})\r\n".encode()
        if asked == "(BODY.PEEK[])":
            return f"* 1 FETCH (UID {uid} BODY[] {{{len(content)}}}\r\n".encode() + content + b")\r\n"
        if asked == "(BODY.PEEK[HEADER])":
            head = content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            return f"* 1 FETCH (UID {uid} BODY[HEADER] {{{len(head)}}}\r\n".encode() + head + b")\r\n"
        self.seen.add(uid)
        return b""


@contextmanager
def mailbox_server(box: Mailbox) -> Iterator[MailServer]:
    """The mailbox, for one connection after another."""
    listening = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_serve, args=(listening, box))
    thread.start()
    try:
        yield MailServer(
            host="127.0.0.1",
            port=listening.getsockname()[1],
            encryption="none",
            user="isu",
            password="rivers",  # noqa: S106  of a mailbox that lives for a test
            timeout=10,
        )
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(timeout=10)


def _serve(listening: socket.socket, box: Mailbox) -> None:
    while True:
        try:
            line, _ = listening.accept()
        except OSError:
            return
        with line, line.makefile("rwb") as file, suppress(OSError):
            file.write(b"* OK here\r\n")
            file.flush()
            while said := file.readline():
                tag, _, command = said.decode().strip().partition(" ")
                try:
                    file.write(box.answer(command) + f"{tag} OK done\r\n".encode())
                except KeyError:
                    file.write(f"{tag} NO refused\r\n".encode())
                file.flush()
