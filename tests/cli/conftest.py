"""Sites of their own for the real command: a folder with a database that has its tables."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# Whoever asks for a hundred kills is told what they met.
if "KILLS" in os.environ:

    def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
        met: dict[str, Counter[str]] = {}
        for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
            for name, count in report.user_properties:
                met.setdefault(report.location[2].partition("[")[0], Counter())[name] += int(str(count))
        for test, counts in met.items():
            terminalreporter.write_line(f"{test}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))


COMMAND = Path(sys.executable).parent / "corcom"


@dataclass(frozen=True, slots=True)
class Site:
    """A folder of data, and the command that works on it."""

    data: Path

    @property
    def environment(self) -> dict[str, str]:
        # Hundreds of commands are started here; none should compile again what another compiled.
        left_out = ("CORCOM_", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
        keep = {key: value for key, value in os.environ.items() if not key.startswith(left_out)}
        return {**keep, "CORCOM_DATA": str(self.data), "COLUMNS": "200"}

    @property
    def database(self) -> Path:
        return self.data / "corcom.sqlite3"

    @property
    def files(self) -> Path:
        return self.data / "files"

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            stdin=subprocess.DEVNULL,
        )

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start the command in a process group of its own."""
        return subprocess.Popen(
            [COMMAND, *map(str, words)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )


NewSite = Callable[[], Site]


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("empty-site"))
    made = site.run("migrate", "-v0")
    assert (made.returncode, made.stderr) == (0, "")
    return site


@pytest.fixture
def new_site(empty_site: Site, tmp_path: Path) -> NewSite:
    count = iter(range(1000))

    def make() -> Site:
        site = Site(tmp_path / f"site-{next(count)}")
        shutil.copytree(empty_site.data, site.data)
        return site

    return make


@pytest.fixture
def site(new_site: NewSite) -> Site:
    return new_site()
