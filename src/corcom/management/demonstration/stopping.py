"""How the demonstration's server stops at Ctrl-C, read by gunicorn: every answer is finished, and nothing is lamented.

A terminal sends the signal to each process. Workers leave it to their master, which then stops as it does when it is told to.
"""

from __future__ import annotations

import os
import signal
from typing import Any


def when_ready(server: Any) -> None:  # noqa: ARG001  gunicorn passes it
    """The master listens."""
    signal.signal(signal.SIGINT, lambda *_: os.kill(os.getpid(), signal.SIGTERM))


def post_worker_init(worker: Any) -> None:  # noqa: ARG001  likewise
    """A worker is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
