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
