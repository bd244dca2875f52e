"""Serving the demonstration on this machine alone."""

from __future__ import annotations

import errno
import os
import socket
import sys

from corcom.kernel.errors import CorcomError

HOST = "127.0.0.1"


class PortTaken(CorcomError):
    """Nobody can be served at `port`; `why` in the system's words."""

    def __init__(self, port: int, why: str) -> None:
        super().__init__(f"port {port}: {why}")
        self.port = port
        self.why = why


def check_port(port: int) -> None:
    """See, before anything is built, that the port can be had. Errors: `PortTaken`."""
    if not 0 < port < 65536:
        raise PortTaken(port, "a port is a number from 1 to 65535")
    with socket.socket() as tried:
        # As the server does: a port that was let go a moment ago is free.
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError as error:
            why = "it is in use" if error.errno == errno.EADDRINUSE else (error.strerror or str(error))
            raise PortTaken(port, why) from error


def serve(port: int, *, held: int) -> None:
    """Become the server; what it needs to know of the site is in the environment already.

    `held` is the file by which the folder is held, which stays open in the server.
    """
    os.set_inheritable(held, True)
    words = (
        *(sys.executable, "-m", "gunicorn", "corcom.site.wsgi", "--bind", f"{HOST}:{port}"),
        # Loaded before the workers part: both then share the key that signs sessions.
        *("--workers", "2", "--preload", "--log-level", "warning", "--no-control-socket"),
        *("--config", "python:corcom.management.demonstration.stopping", "--graceful-timeout", "5"),
        # On a busy machine the approval of a letter to all States may take longer than the usual half minute.
        *("--timeout", "120"),
    )
    os.execv(sys.executable, list(words))  # noqa: S606  no shell, and every word is ours
