from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.cli.conftest import COMMAND


def run(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
    return subprocess.run(
        [COMMAND, *words], env={**keep, **settings}, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_new_site_starts_with_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    made = run("migrate", "-v0", CORCOM_DATA=str(tmp_path / "srv" / "corcom"))
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    assert (tmp_path / "srv" / "corcom" / "corcom.sqlite3").is_file()


def test_a_setting_that_cannot_be_used_is_named_in_one_line() -> None:
    refused = run("migrate", CORCOM_HTTPS="perhaps")
    said = "corcom: CORCOM_HTTPS='perhaps' cannot be used: write yes or no\n"
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", said)
