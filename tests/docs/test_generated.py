"""What the manual says of settings and commands is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from tests.house import ROOT, sources

from corcom.management.reference import PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_is_what_the_code_says(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), "run `make docs`"


def test_every_setting_that_is_read_is_in_the_manual() -> None:
    read = {
        name for path in sources(".py") for name in re.findall(r'"(CORCOM_[A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^## (\S+)$", page, re.MULTILINE)) == read


def test_the_command_writes_all_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("docs", output=tmp_path)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {
        name: page() for name, page in PAGES.items()
    }
    assert capsys.readouterr().out.splitlines() == [str(tmp_path / name) for name in PAGES]
