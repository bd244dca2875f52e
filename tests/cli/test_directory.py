"""`corcom export directory` and `corcom import directory`: out and back in, twice without doubling, refused whole."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import COMMAND, NewSite, Site
from tests.factories.people import ANA, BO, MISSION

from corcom.directory.domain.directory_rows import COLUMNS, write_rows
from corcom.documents.domain.tables import csv_file, read_tables

TABLES = ("directoryperson", "personaffiliation", "directorycontact")


def stored(site: Site) -> list[int]:
    with closing(sqlite3.connect(site.database)) as database:
        return [database.execute(f"select count(*) from corcom_{table}").fetchone()[0] for table in TABLES]  # noqa: S608  our own names


def written(site: Site, *words: str) -> bytes:
    return subprocess.run(
        [COMMAND, "export", "directory", *words], env=site.environment, capture_output=True, check=True
    ).stdout


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_bytes(csv_file(COLUMNS, write_rows([ANA, BO, MISSION])))
    return path


def test_a_file_goes_in_once_and_out_in_every_form(new_site: NewSite, file: Path, tmp_path: Path) -> None:
    site = new_site()
    tried = site.run("import", "directory", "--dry-run", file)
    expected = "directory: 2 people new, 1 delegations with new contact points, 0 the same"
    assert (tried.returncode, tried.stdout.splitlines()) == (0, [expected, "Nothing was written (--dry-run)."])
    assert stored(site) == [0, 0, 0]
    taken = site.run("import", "directory", file)
    assert (taken.returncode, taken.stderr, taken.stdout.splitlines()) == (0, "", [expected])
    assert stored(site) == [2, 3, 5]
    again = site.run("import", "directory", file)
    assert again.stdout.splitlines() == ["directory: 0 people new, 0 delegations with new contact points, 3 the same"]
    assert stored(site) == [2, 3, 5]
    for form in ("csv", "xlsx"):
        content = written(site, "--format", form)
        (found,) = read_tables((f"directory.{form}", content))
        assert found.head == COLUMNS
        other, path = new_site(), tmp_path / f"again.{form}"
        path.write_bytes(content)
        assert other.run("import", "directory", path).stdout.splitlines() == [expected]
        assert written(other, "--format", form) == content
    cards = written(site, "--format", "vcf").decode()
    assert (cards.count("BEGIN:VCARD"), "Bo Bergström" in cards) == (2, True)


def test_cards_are_taken_in_and_possible_duplicates_are_pointed_out(
    new_site: NewSite, file: Path, tmp_path: Path
) -> None:
    site = new_site()
    site.run("import", "directory", file)
    path = tmp_path / "people.vcf"
    path.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Bo Bergstrom\nEMAIL:bo@example.org\nEND:VCARD\n", encoding="utf-8")
    done = site.run("import", "directory", path)
    assert done.stdout.splitlines() == [
        "directory: 1 people new, 0 delegations with new contact points, 0 the same",
        "perhaps the same person: Bo Bergström, Bo Bergstrom",
    ]


def test_every_row_that_cannot_be_is_named_and_nothing_is_written(new_site: NewSite, tmp_path: Path) -> None:
    site = new_site()
    path, other = tmp_path / "bad.csv", tmp_path / "odd.csv"
    path.write_text(
        "name,delegation,since,value\nUna Example,IRL,2016-04-28,una@example.org\n"
        "Olaf Example,Atlantis,,olaf@example.org\nSam Sample,NOR,2016-02-30,\n",
        encoding="utf-8",
    )
    other.write_text("colour,size\nblue,2\n", encoding="utf-8")
    done = site.run("import", "directory", path, other, tmp_path / "missing.csv")
    assert (done.returncode, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert [line.split(" cannot")[0] for line in lines] == [
        "bad.csv: line 3: delegation: 'Atlantis'",
        "bad.csv: line 4: since: '2016-02-30'",
        "odd.csv: line 1: colour, size",
        "missing.csv: No such file or directory",
        "Nothing was written.",
    ]
    assert stored(site) == [0, 0, 0]
