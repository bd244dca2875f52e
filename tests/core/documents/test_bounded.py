"""Reading within bounds: time, memory, crashes, interrupts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from corcom.documents.domain import extract
from corcom.documents.domain.bounded import Bounds, run_bounded, run_one
from corcom.documents.domain.errors import EmptyDocument, PastBound, ReaderFailed

SHORT = Bounds(seconds=1.5, processor_seconds=30, memory=300_000_000)


def spin() -> None:
    while True:
        pass


def refuse() -> None:
    raise EmptyDocument("empty.txt")


def fail() -> None:
    raise ValueError("no")


ACTS: dict[str, Callable[[], object]] = {
    "sleep": lambda: time.sleep(600),
    "spin": spin,
    "memory": lambda: len(b"x" * 2_000_000_000),
    "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(3),
    "empty": refuse,
    "bug": fail,
    "pid": os.getpid,
    "lock": threading.Lock,
}


def act(source: tuple[str, str]) -> object:
    """Does what its source says, in the child."""
    return ACTS.get(source[1], source[1].upper)()


def test_results_come_with_their_sources() -> None:
    sources = [(f"{number}.txt", f"word {number}") for number in range(9)]
    assert sorted(run_bounded(act, sources, workers=3, limits=SHORT)) == [(each, each[1].upper()) for each in sources]


def test_each_failure_costs_its_own_file_only() -> None:
    sources = [(f"{kind}.txt", kind) for kind in ("sleep", "memory", "crash", "exit", "empty", "bug", "lock", "fine")]
    found = {source[1]: str(outcome) for source, outcome in run_bounded(act, sources, workers=2, limits=SHORT)}
    assert found == {
        "sleep": "sleep.txt: given up: reading it takes more than 1.5 seconds",
        "memory": "memory.txt: given up: reading it takes more than 300 MB of memory",
        "crash": "crash.txt: the reader failed on it (crash, SIGSEGV)",
        "exit": "exit.txt: the reader failed on it (crash, exit status 3)",
        "empty": "empty.txt: there is nothing in it",
        "bug": "bug.txt: the reader failed on it (ValueError)",
        "lock": "lock.txt: the reader failed on it (TypeError)",
        "fine": "FINE",
    }


def test_processor_time_is_bounded_where_the_clock_is_not() -> None:
    limits = Bounds(seconds=60, processor_seconds=1)
    with pytest.raises(PastBound, match="1 seconds of processor time"):
        run_one(act, ("spin.txt", "spin"), limits=limits)


def test_a_failure_that_was_not_foreseen_keeps_its_traceback() -> None:
    with pytest.raises(ReaderFailed) as caught:
        run_one(act, ("bug.txt", "bug"), limits=SHORT)
    assert caught.value.detail.rstrip().endswith("ValueError: no")


def test_one_child_reads_many_files_and_is_replaced_in_time() -> None:
    sources = [(f"{number}.txt", "pid") for number in range(6)]
    limits = Bounds(seconds=20, files=3)
    pids = [outcome for _, outcome in run_bounded(act, sources, workers=1, limits=limits)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3]


def test_a_batch_that_is_left_early_leaves_no_child() -> None:
    batch = run_bounded(act, [("a.txt", "pid"), ("b.txt", "sleep")], workers=2, limits=Bounds(seconds=30))
    _, pid = next(batch)
    batch.close()  # type: ignore[attr-defined]  # it is a generator
    with pytest.raises(ProcessLookupError):
        os.kill(int(str(pid)), 0)


PROGRAM = """
import sys
from pathlib import Path
from tests.core.documents.test_bounded import act
from corcom.documents.domain.bounded import Bounds, run_bounded
if __name__ == "__main__":
    sources = [("a.txt", "pid"), ("b.txt", "pid"), ("c.txt", "spin"), ("d.txt", "spin")]
    for _, outcome in run_bounded(act, sources, workers=2, limits=Bounds(seconds=100)):
        print(outcome, flush=True)
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_children_end_with_their_parent(tmp_path: Path, end: signal.Signals) -> None:
    program = tmp_path / "batch.py"
    program.write_text(PROGRAM)
    root = Path(__file__).parents[3]
    run = subprocess.Popen(
        [sys.executable, program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
        text=True,
        start_new_session=True,
    )
    with run:
        assert run.stdout is not None
        pids = {int(run.stdout.readline()) for _ in range(2)}
        time.sleep(0.1)
        os.kill(run.pid, end)
        run.wait(10)
    assert _gone(pids)


def _gone(pids: set[int]) -> bool:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


def test_a_real_file_is_read_in_a_child(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("1. Opening\n", encoding="utf-16")
    assert run_one(extract, path).text == "1. Opening\n"
