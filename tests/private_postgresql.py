"""A PostgreSQL of our own for the length of the tests: its own folder, a socket in it, no port, no password."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS_TO_START = 30
# Nothing here outlives the tests, so nothing has to reach the disk.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=''")


class NoServer(Exception):
    """There is no PostgreSQL to start, and why."""


def binaries() -> Path:
    """The folder with `initdb` and `postgres`."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not installed:
        raise NoServer("PostgreSQL's server is not installed (initdb was not found)")
    return installed[-1].parent


def _somebody_else() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; then it runs as its own user, or as nobody."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise NoServer("PostgreSQL refuses to run as root, and there is no user postgres or nobody")


@contextmanager
def server() -> Iterator[Path]:
    """Start a server; gives the folder of its socket, for user and database `postgres`."""
    programs, whose = binaries(), _somebody_else()
    # Short: the path of a socket may have a hundred bytes only.
    folder = Path(tempfile.mkdtemp(prefix="corcom-pg-", dir="/tmp"))
    try:
        if whose:
            os.chown(folder, whose["user"], whose["group"])
        _make(programs, folder, whose)
        command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder)]
        command += [part for setting in QUICK for part in ("-c", setting.replace("''", ""))]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, **whose)
        try:
            _wait(folder, process)
            yield folder
        finally:
            process.terminate()
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(programs: Path, folder: Path, whose: dict[str, Any]) -> None:
    command = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    command += ["--locale=C.UTF-8", "--no-sync"]
    made = subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, **whose)
    if made.returncode:
        raise NoServer(f"initdb failed: {made.stderr.strip().splitlines()[-1]}")


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while not list(folder.glob(".s.PGSQL.*")) or "ready to accept" not in (folder / "log").read_text():
        if process.poll() is not None or time.monotonic() > end:
            raise NoServer(f"PostgreSQL did not start: {(folder / 'log').read_text().strip().splitlines()[-1:]}")
        time.sleep(0.05)
