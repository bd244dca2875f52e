"""Formatting, lint and types, as `make check` runs them."""

from __future__ import annotations

import subprocess
import sys

from django.core.checks import run_checks
from tests.house import ROOT


def checked(*words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False, timeout=900
    )
    return done.returncode, done.stdout + done.stderr


def test_format() -> None:
    status, said = checked("ruff", "format", "--check", "--quiet", ".")
    assert (status, said) == (0, "")


def test_lint() -> None:
    status, said = checked("ruff", "check", "--quiet", ".")
    assert (status, said) == (0, "")


def test_types() -> None:
    status, said = checked("mypy")
    assert (status, said.splitlines()[-1].partition(":")[0]) == (0, "Success"), said


def test_djangos_own_checks() -> None:
    assert run_checks() == []
