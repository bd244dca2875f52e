"""A server that takes its time, and kills who sends to it."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Literal

from tests.factories.mail import TAKEN, Postbox

Way = Literal["any", "unwritten", "unheard"]
"""How a worker is killed: at any moment; when it has heard the server's 250 and cannot write it down; before it hears it."""


LEFT = """
    select exists (select 1 from corcom_outgoingmessage where due_at is not null)
    or exists (select 1 from corcom_messageattempt where ended_at is null and handed_at is null)"""


class MailKiller:
    """What the server takes stands in `box`; `database` is that of the workers, which is locked where one must not write."""

    def __init__(self, chance: random.Random, database: Path) -> None:
        self.box = Postbox(at_data=self._at_data)
        self._chance = chance
        self._database = database
        self._other: sqlite3.Connection | None = None
        self._way: Way = "any"
        self._worker: subprocess.Popen[bytes] | None = None

    def kill(self, start: Callable[[], subprocess.Popen[bytes]], way: Way) -> bool:
        """Start a worker and kill it in this way; False where it had ended by itself."""
        before = len(self.box.received) + (self._chance.randrange(3) if way == "any" else 0)
        self._way = way
        self._worker = worker = start()
        is_there = (lambda: len(self.box.received) >= before) if way == "any" else (lambda: self._way == "any")
        wait_for(worker, is_there, self._database)
        time.sleep(self._chance.uniform(0, 0.05) if way == "any" else 0.2)
        is_killed = worker.poll() in {None, -signal.SIGKILL}
        worker.kill()
        worker.wait(timeout=30)
        self._way = "any"
        if self._other is not None:
            self._other.close()
            self._other = None
        return is_killed

    def _at_data(self, _recipient: str, _content: bytes) -> str:
        time.sleep(self._chance.uniform(0, 0.03))
        way, self._way = self._way, "any"
        if way == "unwritten":
            # From here on the worker hears the 250, and cannot write it down.
            self._other = sqlite3.connect(self._database, timeout=20, check_same_thread=False, isolation_level=None)
            self._other.execute("begin immediate")
        if way == "unheard" and self._worker is not None:
            self._worker.kill()
            self._worker.wait(timeout=30)
            return self._chance.choice([TAKEN, "451 not now"])
        return TAKEN


def wait_for(worker: subprocess.Popen[Any], is_there: Callable[[], bool], database: Path | None = None) -> None:
    """Wait for a moment of a worker, however slow the machine is; with a database, while it has anything to send."""
    end = look = time.monotonic()
    end += 240
    while not is_there() and worker.poll() is None and (now := time.monotonic()) < end:
        time.sleep(0.001)
        if database and now > look:
            look = now + 0.5
            if not _is_anything_left(database):
                return


def _is_anything_left(database: Path) -> bool:
    """Whether a worker has anything to send, now or once the lease of one that died is over."""
    with closing(sqlite3.connect(database, timeout=20)) as reading:
        return bool(reading.execute(LEFT).fetchone()[0])
