"""Tests beside each other."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from pathlib import Path

from tests.beside import turn
from tests.house import ROOT

PROGRAM = """
import sys
from pathlib import Path
from tests.beside import turn
with turn(Path(sys.argv[1]), alone=sys.argv[2] == "alone"), Path(sys.argv[1], "told").open("a") as told:
    told.write(f"{sys.argv[2]}\\n")
"""


def beside(folder: Path, how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", PROGRAM, folder, how], cwd=ROOT)


def wait_for_the_door(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the other process stands in the door."""
    while process.poll() is None:
        with (folder / "door").open("a+b") as door:
            try:
                fcntl.lockf(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return


def test_who_wants_to_be_alone_waits_and_lets_nobody_pass(tmp_path: Path) -> None:
    with turn(tmp_path, alone=False):
        alone = beside(tmp_path, "alone")
        wait_for_the_door(tmp_path, alone)
        behind = beside(tmp_path, "behind")
        (tmp_path / "told").write_text("first\n")
    assert [alone.wait(60), behind.wait(60)] == [0, 0]
    assert (tmp_path / "told").read_text().split() == ["first", "alone", "behind"]


def test_others_are_beside_each_other(tmp_path: Path) -> None:
    with turn(tmp_path, alone=False):
        assert beside(tmp_path, "another").wait(60) == 0
        assert (tmp_path / "told").read_text() == "another\n"
