"""A paper of 30 MB on a bad line: the connection breaks half way, and the server is killed half way."""

from __future__ import annotations

import hashlib
import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.accounts import WORDS as PASSWORD
from tests.cli.conftest import NewSite, Site
from tests.factories.papers import large_file

TUS = {"Tus-Resumable": "1.0.0"}
PIECES = "application/offset+octet-stream"


@dataclass
class Server:
    """A real server with two processes, that can be killed and started again."""

    site: Site
    port: int
    running: subprocess.Popen[bytes] | None = None
    cookies: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        words = ("-m", "gunicorn", "corcom.site.wsgi", "--bind", f"127.0.0.1:{self.port}", "--workers", "2")
        settings = {"CORCOM_HTTPS": "no", "CORCOM_SECRET_KEY": "a" * 50}
        self.running = subprocess.Popen(
            [sys.executable, *words, "--log-level", "error", "--no-control-socket"],
            env={**self.site.environment, **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(300):
            try:
                if self.ask("GET", "/account/sign-in/").status in {200, 302}:
                    return
            except (OSError, http.client.HTTPException):
                time.sleep(0.1)
        raise AssertionError("the server did not start")

    def kill(self) -> None:
        """Kill every process of it, without a word of warning."""
        assert self.running is not None
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()
        # Its workers are not this process's children: they are gone once nobody listens.
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", self.port)) != 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the server is still there")

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {**self.signed(), **(headers or {})})
        answer = connection.getresponse()
        answer.read()
        for value in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = value.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        connection.close()
        return answer

    def signed(self) -> dict[str, str]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookie, "X-CSRFToken": self.cookies.get("csrftoken", ""), **TUS}

    def send_form(self, path: str, **values: str) -> http.client.HTTPResponse:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", path, urlencode(values).encode(), form)

    def offset(self, path: str) -> int:
        answer = self.ask("HEAD", path)
        assert answer.status == 200
        return int(answer.headers["Upload-Offset"])

    def half_a_piece(self, path: str, data: bytes, offset: int, *, sent: int) -> socket.socket:
        """Promise all of a piece and send `sent` bytes of it; the connection is given back, still open."""
        head = {**self.signed(), "Host": "127.0.0.1", "Upload-Offset": str(offset), "Content-Length": str(len(data))}
        head["Content-Type"] = PIECES
        lines = [f"PATCH {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
        line = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        line.sendall("\r\n".join(lines).encode() + data[:sent])
        return line


@pytest.fixture
def server(new_site: NewSite) -> Iterator[Server]:
    site = new_site()
    made = subprocess.run(
        [Path(sys.executable).parent / "corcom", "account", "anna", "--role", "secretariat", "--password-stdin"],
        env=site.environment,
        input=f"{PASSWORD}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = Server(site, port)
    started.start()
    yield started
    started.kill()


def wait_for(server: Server, path: str, least: int) -> int:
    """How many bytes have arrived, once there are as many."""
    for _ in range(200):
        if (here := server.offset(path)) >= least:
            return here
        time.sleep(0.05)
    raise AssertionError(here)


def test_a_large_paper_survives_a_broken_line_and_a_killed_server(server: Server) -> None:
    data = large_file(30_000_000)
    assert server.send_form("/account/sign-in/", login="anna", password=PASSWORD).status == 302
    register = {"convention": "CCM", "meeting": "", "kind": "report", "title": "Large", "symbol": "CCM/MSP/2016/1"}
    register |= {"series": "", "original_language": "en", "circle": "committee"}
    page = server.send_form("/documents/official/register/", **register).headers["Location"]
    told = {"Upload-Length": str(len(data)), "Upload-Metadata": "filename bGFyZ2UuZG9jeA=="}
    path = server.ask("POST", "/documents/official/uploads/", b"", told).headers["Location"]

    # The line breaks after ten megabytes.
    line = server.half_a_piece(path, data, 0, sent=10_000_000)
    assert wait_for(server, path, 9_900_000) <= 10_000_000
    line.close()
    for _ in range(100):
        # Until the server has noticed, the file is held.
        here = server.offset(path)
        probe = server.ask("PATCH", path, b"", {"Upload-Offset": str(here), "Content-Type": PIECES})
        if probe.status == 204:
            break
        time.sleep(0.05)
    assert 9_900_000 <= here <= 10_000_000

    # All processes of the server are killed after twenty.
    line = server.half_a_piece(path, data[here:], here, sent=20_000_000 - here)
    wait_for(server, path, 19_900_000)
    server.kill()
    line.close()
    server.start()
    here = server.offset(path)
    assert 19_900_000 <= here <= 20_000_000

    rest = server.ask("PATCH", path, data[here:], {"Upload-Offset": str(here), "Content-Type": PIECES})
    assert (rest.status, rest.headers["Upload-Offset"]) == (204, str(len(data)))
    upload = path.rstrip("/").rpartition("/")[2]
    assert server.send_form(f"{page}upload/", language="en", note="", upload=upload).headers["Location"] == page
    with closing(sqlite3.connect(server.site.database)) as database:
        stored = database.execute("SELECT sha256, size FROM corcom_storedfile").fetchall()
    assert stored == [(hashlib.sha256(data).hexdigest(), len(data))]
    assert list((server.site.files / "arriving").iterdir()) == []
