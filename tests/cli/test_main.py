from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import COMMAND
from tests.factories.minutes import TEXT


def run(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
    return subprocess.run(
        [COMMAND, *words], env={**keep, **settings}, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_new_site_starts_with_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    made = run("migrate", "-v0", CORCOM_DATA=str(tmp_path / "srv" / "corcom"))
    assert (made.returncode, made.stdout, made.stderr) == (0, "", "")
    assert (tmp_path / "srv" / "corcom" / "corcom.sqlite3").is_file()


def test_every_process_of_a_site_signs_with_the_same_key(tmp_path: Path) -> None:
    """What a command gives out, such as the link in a reminder, is opened by the server, also after it is started anew."""
    code = "from django.conf import settings; print(settings.SECRET_KEY)"
    own = {"CORCOM_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
    assert run("migrate", "-v0", **own).returncode == 0
    kept = (tmp_path / "secret.key").read_text(encoding="utf-8")
    for words, key in (({}, kept), ({"CORCOM_SECRET_KEY": "b" * 50}, "b" * 50 + "\n")):
        done = subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, **own, **words}, capture_output=True, text=True, check=True
        )
        assert done.stdout == key


def test_a_key_that_the_environment_names_is_kept_nowhere_else(tmp_path: Path) -> None:
    assert run("migrate", "-v0", CORCOM_DATA=str(tmp_path), CORCOM_SECRET_KEY="b" * 50).returncode == 0
    assert [each.name for each in tmp_path.glob("*.key")] == []


def test_a_setting_that_cannot_be_used_is_named_in_one_line() -> None:
    refused = run("migrate", CORCOM_HTTPS="perhaps")
    said = "corcom: CORCOM_HTTPS='perhaps' cannot be used: write yes or no\n"
    assert (refused.returncode, refused.stdout, refused.stderr) == (2, "", said)


def test_reading_loads_no_pages_no_tables_and_no_site(tmp_path: Path) -> None:
    (tmp_path / "may.txt").write_text(TEXT, encoding="utf-8")
    words = [sys.executable, "-X", "importtime", str(COMMAND), "read", str(tmp_path / "may.txt"), "--format", "json"]
    # Whatever site the environment speaks of, reading does not look at it.
    done = subprocess.run(
        words, env={**os.environ, "CORCOM_HTTPS": "perhaps"}, capture_output=True, text=True, check=True, timeout=120
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "corcom.minutes.domain.reader" in loaded
    heavy = ("allauth", "django.contrib", "django.http", "django.db.models", "django.urls", "corcom.site", "corcom.web")
    assert sorted(name for name in loaded if name.startswith(heavy)) == []


def test_a_child_that_reads_loads_no_django(tmp_path: Path) -> None:
    """It imports the module of the command again, as every child does."""
    words = [sys.executable, "-c", "import corcom.management.main, sys; print('django' in sys.modules)"]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "False\n"
