"""Killed at any moment, the same command finishes the work: nothing lost, nothing double."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import NewSite, Site
from tests.cli.stored import contents_of, left_over, rows_of
from tests.factories.minutes import TEXT

KILLS = int(os.environ.get("KILLS", "3"))
FILES = 12
LONG = 40
"""Times the sample's paragraphs stand in a file, so that reading and writing it takes a while."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("records")
    for number in range(FILES):
        head, _, rest = TEXT.partition("1. Opening")
        text = head.replace("26 May", f"{number + 1} May") + ("1. Opening" + rest) * LONG
        (folder / f"record-{number:02}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.kills
@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_the_same_command_finishes(
    new_site: NewSite, folder: Path, undisturbed: tuple[Site, float], seed: int
) -> None:
    expected, seconds = undisturbed
    chance = random.Random(seed)  # noqa: S311  a moment, not a secret
    site = new_site()
    process = site.start("ingest", folder)
    _wait_for_a_moment(site, process, chance, seconds)
    _kill(process, chance)
    finished = site.run("ingest", folder)
    assert (finished.returncode, finished.stderr) == (0, "")
    assert rows_of(site) == rows_of(expected)
    assert contents_of(site) == contents_of(expected)
    assert all(place.endswith(sha256) for place, sha256 in contents_of(site).items())
    # A file that was being written may lie about until it is swept; nothing points to it.
    named = {row[3] for row in rows_of(site)["files"]}
    assert not {path.name for path in left_over(site)} & {Path(place).name for place in named}


@pytest.fixture(scope="module")
def undisturbed(empty_site: Site, tmp_path_factory: pytest.TempPathFactory, folder: Path) -> tuple[Site, float]:
    """A site on which the command ran to its end, and the seconds that it took."""
    site = Site(tmp_path_factory.mktemp("undisturbed"))
    site.database.write_bytes(empty_site.database.read_bytes())
    start = time.monotonic()
    done = site.run("ingest", folder)
    assert (done.returncode, len(rows_of(site)["files"])) == (0, FILES)
    return site, time.monotonic() - start


def _wait_for_a_moment(site: Site, process: subprocess.Popen[bytes], chance: random.Random, seconds: float) -> None:
    """Wait for any moment of the run; three times in four, one while files are being stored."""
    if chance.random() < 0.25:
        time.sleep(chance.uniform(0, seconds))
        return
    stored, end = chance.randrange(FILES), time.monotonic() + 60
    while len(list(site.files.glob("??/??/*"))) < stored and process.poll() is None and time.monotonic() < end:
        time.sleep(0.001)
    time.sleep(chance.uniform(0, 0.2))


def _kill(process: subprocess.Popen[bytes], chance: random.Random) -> None:
    """Kill the command, all of its processes, or one of those that read for it; then wait until all are gone."""
    if process.poll() is None:
        victims: dict[str, Callable[[], None]] = {
            "group": lambda: os.killpg(process.pid, signal.SIGKILL),
            "command": process.kill,
            "reader": lambda: _kill_one(chance, process.pid),
        }
        victims[chance.choice(sorted(victims))]()
    process.wait(timeout=300)
    _wait_until_gone(process.pid)


def _kill_one(chance: random.Random, group: int) -> None:
    if readers := [pid for pid in _group(group) if pid != group]:
        os.kill(chance.choice(readers), signal.SIGKILL)


def _group(group: int) -> list[int]:
    """The processes of a group that are not dead."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            fields = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(int(path.name))
    return sorted(found)


def _wait_until_gone(group: int) -> None:
    """Readers end by themselves when their command is gone."""
    end = time.monotonic() + 30
    while _group(group):
        assert time.monotonic() < end, "a reader outlived its command"
        time.sleep(0.05)
