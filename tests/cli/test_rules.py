"""`corcom rules check`: every mistake by file, key and allowed values."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Site
from tests.factories.treaties import book_of, spoiled

from corcom.rulebooks.cases import tried_cases
from corcom.rulebooks.reading import conventions

INITIAL = "obligations/initial-report.yaml"


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    return Site(tmp_path / "nowhere")


def test_nothing_is_wrong_with_the_packaged_rulebooks(bare: Site) -> None:
    done = bare.run("rules", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{code.lower()}: {len(list(tried_cases(book_of(code))))} cases hold" for code in conventions()
    ]
    assert not bare.data.exists()


def test_every_mistake_is_a_line(bare: Site, tmp_path: Path) -> None:
    folder = spoiled(tmp_path, INITIAL, "days: 180", "weeks: 26")
    joining = (folder / "joining.yaml").read_text(encoding="utf-8")
    (folder / "joining.yaml").write_text(joining.replace("deposits: 30", "deposits: many"), encoding="utf-8")
    done = bare.run("rules", "check", folder, tmp_path / "no-folder")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "ccm/joining.yaml: joining.deposits: 'many' cannot be read; allowed: a whole number from 1 to 1000",
        ("ccm/obligations/initial-report.yaml: initial-report.versions[0].due.weeks: 'weeks' cannot be read; allowed: days,"
        " event, not_before, shape"),
        f"{tmp_path / 'no-folder'}: there is no such folder",
    ]  # fmt: skip


def test_a_case_that_its_rule_does_not_bear_out_is_a_line(bare: Site, tmp_path: Path) -> None:
    folder = spoiled(tmp_path, INITIAL, "gives: 2016-04-29", "gives: 2016-04-30")
    done = bare.run("rules", "check", folder)
    assert (done.returncode, done.stdout) == (2, "")
    said = "ccm: initial-report: the case “South Africa” says 2016-04-30, the rule gives 2016-04-29\n"
    assert done.stderr == said
