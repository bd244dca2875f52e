"""What tests cannot reach is refused or named."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("processes", [(), ("-n", "1", "--inline-snapshot=disable")])
def test_a_group_that_cannot_run_is_named_once_with_its_reason_above_the_last_line(
    tmp_path: Path, processes: tuple[str, ...]
) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/browser", "-k", "planted or automatic", *processes],
        cwd=ROOT,
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    *_, gap, last = run.stdout.strip().splitlines()
    assert gap == "not run here: tests/browser: no Chromium was found (Debian: apt-get install chromium)"
    # The process that started another hears nothing of what that one left out.
    assert re.fullmatch(r"2 skipped(, \d+ deselected)? in .*", last)


def test_another_machine_is_refused() -> None:
    # 192.0.2.0/24 is kept for documentation and belongs to nobody.
    # The guard warns before it refuses, and a warning is an error here.
    with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"192\.0\.2\.1"), socket.socket() as far:
        far.connect(("192.0.2.1", 80))


def test_this_machine_is_not() -> None:
    with socket.socket() as listening, socket.socket() as near:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        near.connect(listening.getsockname())
        assert near.getpeername() == listening.getsockname()
