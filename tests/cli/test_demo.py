from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND, Site
from tests.cli.stored import rows_of

SAMPLES = 4


def _run(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
    return subprocess.run(
        [COMMAND, "demo"],
        cwd=folder,
        env={**keep, "SERVE": "no", **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    folder = tmp_path_factory.mktemp("demonstration")
    return folder, _run(folder)


def test_the_demonstration_reads_the_samples_and_says_who_owes_what(
    built: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = built
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == f"Building a demonstration site in {folder / '.demo'} ..."
    read = [line for line in lines if re.match(r"  \S+\.(docx|txt|md|eml): .*\d+ action points", line)]
    assert len(read) == SAMPLES
    owed = lines[lines.index("Who owes what") + 1 : lines.index("Accounts") - 1]
    owners = [line.strip() for line in owed if not line.startswith("    ")]
    assert {"President", "Zambia"} <= set(owners)
    assert all(re.search(r"\((due \S+|no date)(, overdue)?\)$", line) for line in owed if line.startswith("    - "))
    assert "  secretariat  corcom-secretariat  (secretariat)" in lines


def test_all_but_the_latest_record_is_confirmed(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    site = Site(built[0] / ".demo")
    states: dict[str, set[str]] = {}
    for row in rows_of(site)["findings"]:
        states.setdefault(row[0], set()).add(row[10])
    assert len(states) == SAMPLES
    assert [found for found in states.values() if found == {"proposed"}] == [{"proposed"}]


def test_building_it_again_keeps_what_is_there(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    site = Site(built[0] / ".demo")
    before = rows_of(site)
    again = _run(built[0])
    assert (again.returncode, again.stderr) == (0, "")
    assert sum(line.endswith(": already read") for line in again.stdout.splitlines()) == SAMPLES
    assert rows_of(site) == before


def test_it_is_served_on_this_machine_alone(built: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
    serving = subprocess.Popen(
        [COMMAND, "demo"],
        cwd=built[0],
        env={**keep, "SERVE": "yes", "PORT": str(port)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        page = _page(port, "/account/sign-in/")
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(timeout=30)
    assert 'name="password"' in page
    assert "csrfmiddlewaretoken" in page


def _page(port: int, path: str) -> str:
    """A page of the site, once it answers."""
    end = time.monotonic() + 60
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            line.request("GET", path)
            return line.getresponse().read().decode()
        except ConnectionError:
            assert time.monotonic() < end, "it did not answer"
            time.sleep(0.2)
        finally:
            line.close()
