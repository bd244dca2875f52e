from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import OperationalError
from tests.cli.conftest import Site

from corcom.kernel.errors import CorcomError
from corcom.management.ending import one_line
from corcom.management.writing import put

NOT_READY = r"CommandError: The database is not ready \([^\n]+\)\. Run `corcom migrate` first\.\n"


@pytest.mark.parametrize(
    "words",
    [
        ("account", "x", "--role", "reader"),
        ("export", "meeting", "1"),
        ("ingest", __file__),
        ("matters", "--body", "Bureau"),
        ("reindex",),
    ],
    ids=lambda words: words[0],
)
def test_on_a_site_without_tables_a_command_says_in_one_line_what_to_do(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    done = Site(tmp_path / "bare").run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(NOT_READY, done.stderr), done.stderr


def _raise(error: BaseException) -> Callable[[], None]:
    def raised() -> None:
        raise error

    return raised


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (CorcomError("not\nso"), "not so"),
        (OperationalError("no\n  table"), "The database is not ready (no table). Run `corcom migrate` first."),
    ],
)
def test_what_was_foreseen_becomes_one_line(error: Exception, said: str) -> None:
    raised = _raise(error)
    with pytest.raises(CommandError) as refused, one_line():
        raised()
    assert (str(refused.value), refused.value.returncode) == (said, 2)


def test_an_interrupt_says_what_there_is_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    raised = _raise(KeyboardInterrupt())
    with pytest.raises(SystemExit) as stopped, one_line(stopped="Stopped."):
        raised()
    assert (stopped.value.code, capsys.readouterr().err) == (130, "Stopped.\n")


def test_a_day_that_is_none_is_refused_with_one_that_is(tmp_path: Path) -> None:
    done = Site(tmp_path).run("export", "meeting", "1", "--day", "zz")
    assert (done.returncode, done.stdout) == (2, "")
    said = "corcom export: error: argument --day: 'zz' is no day; write one as 2026-05-31"
    assert done.stderr.splitlines()[-1] == said


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("a file", encoding="utf-8")
    done = Site(tmp_path).run("read", __file__, "--format", "json", "--output", tmp_path / "there")
    said = f"CommandError: --output names a file, {tmp_path / 'there'}; it must be a folder.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_a_folder_in_the_place_of_a_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        put(b"", tmp_path, text=True)
    assert str(refused.value) == f"--output names a folder, {tmp_path}; it must be a file."
