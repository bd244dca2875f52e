from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.availability import UNAVAILABLE
from tests.cli.conftest import NewSite, Site
from tests.cli.stored import contents_of, left_over, rows_of
from tests.factories.minutes import TEXT

OTHER = TEXT.replace("26 May 2016", "30 June 2016").replace("Fourth", "Fifth")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    (folder / "2016").mkdir(parents=True)
    (folder / "may.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2016" / "june.txt").write_text(OTHER, encoding="utf-8")
    (folder / ".hidden").write_text("not meant", encoding="utf-8")
    return folder


def test_a_folder_is_taken_in_with_its_originals_readings_and_proposals(site: Site, folder: Path) -> None:
    done = site.run("ingest", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "2 files: 2 taken in, 0 read again, 0 unchanged, 0 refused"
    rows = rows_of(site)
    assert (len(rows["files"]), len(rows["readings"])) == (2, 2)
    assert {row[10] for row in rows["findings"]} == {"proposed"}
    assert sorted(contents_of(site).values()) == sorted(row[0] for row in rows["files"])
    assert left_over(site) == []
    for sha256, _, text, *_ in rows["readings"]:
        quotes = [(row[5], row[6], row[7]) for row in rows["findings"] if row[0] == sha256]
        assert all(text[start:end] == quote for start, end, quote in quotes)


def test_the_same_files_again_change_nothing_and_say_so(site: Site, folder: Path) -> None:
    site.run("ingest", folder)
    before = (rows_of(site), contents_of(site))
    again = site.run("ingest", folder)
    assert again.returncode == 0
    summary = "2 files: 0 taken in, 0 read again, 2 unchanged, 0 refused"
    assert again.stdout.splitlines() == [summary]
    assert site.run("ingest", folder, "-v2").stdout.splitlines() == [
        f"{folder}/may.txt: already read, nothing changed",
        f"{folder}/2016/june.txt: already read, nothing changed",
        summary,
    ]
    assert (rows_of(site), contents_of(site)) == before


def test_the_same_content_under_two_names_is_stored_once(site: Site, folder: Path) -> None:
    (folder / "copy.txt").write_text(TEXT, encoding="utf-8")
    done = site.run("ingest", folder)
    assert done.stdout.splitlines()[-1] == "3 files: 2 taken in, 0 read again, 1 unchanged, 0 refused"
    assert len(rows_of(site)["readings"]) == 2


def test_bad_files_are_named_with_their_reason_and_the_rest_is_done(site: Site, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "cut.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    done = site.run("ingest", folder, folder / "missing.txt")
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    assert sorted(Path(line.split(": ")[0]).name for line in lines) == [
        "cut.docx",
        "empty.txt",
        "missing.txt",
        "picture.docx",
    ]
    assert all(len(line.split(": ", 1)[1]) > 5 for line in lines)
    assert done.stdout.splitlines()[-1] == "6 files: 2 taken in, 0 read again, 0 unchanged, 4 refused"
    assert len(rows_of(site)["files"]) == len(contents_of(site)) == 2


def test_a_folder_without_rights_is_named(site: Site, folder: Path) -> None:
    if os.getuid() == 0:
        UNAVAILABLE["a folder without rights"] = "the tests run as root, who may open every folder"
        pytest.skip(UNAVAILABLE["a folder without rights"])
    (folder / "2016").chmod(0)
    try:
        done = site.run("ingest", folder)
    finally:
        (folder / "2016").chmod(0o755)
    assert (done.returncode, done.stderr.splitlines()) == (2, [f"{folder}/2016: cannot be opened: Permission denied"])


def test_what_was_found_can_be_had_as_json(site: Site, folder: Path) -> None:
    done = site.run("ingest", folder, "--format", "json", "--workers", "1")
    said = json.loads(done.stdout)
    assert said["summary"] == {"first": 2, "better": 0, "same": 0, "refused": 0}
    assert {Path(file["path"]).name: file["news"] for file in said["files"]} == {
        "may.txt": "first",
        "june.txt": "first",
    }
    assert all(file["found"]["meeting"] == 1 for file in said["files"])


def test_a_site_without_tables_says_what_to_do(tmp_path: Path, folder: Path) -> None:
    site = Site(tmp_path / "bare")
    site.data.mkdir()
    done = site.run("ingest", folder)
    assert done.returncode == 2
    assert "Run `corcom migrate` first." in done.stderr


def test_a_better_reader_shows_what_changed(site: Site, folder: Path) -> None:
    site.run("ingest", folder / "may.txt")
    with closing(sqlite3.connect(site.database)) as database:
        # As if an older version had found no due date, and the meeting's agenda not at all.
        database.execute("update corcom_reading set reader = '0'")
        points = database.execute("select id, payload from corcom_finding where kind = 'action_point'").fetchall()
        for number, payload in points:
            older = json.dumps({**json.loads(payload), "due": None})
            database.execute("update corcom_finding set payload = ? where id = ?", (older, number))
        agenda = "(select id from corcom_finding where kind = 'agenda_item')"
        database.execute(f"delete from corcom_findingactor where finding_id in {agenda}")  # noqa: S608  our own words
        lost = database.execute("delete from corcom_finding where kind = 'agenda_item'").rowcount
        database.commit()
    done = site.run("ingest", folder / "may.txt")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == f"{folder}/may.txt: read again by a newer reader"
    assert len([line for line in lines if line.startswith("  + agenda item: ")]) == lost > 0
    assert [line for line in lines if line.startswith("  ~ ") and line.endswith("(due: none → 2016-06-10)")]
    assert lines[-1] == "1 file: 0 taken in, 1 read again, 0 unchanged, 0 refused"
    readings = rows_of(site)["readings"]
    assert sorted((row[1] == "0", row[5]) for row in readings) == [(False, 0), (True, 1)]


def test_two_commands_at_once_store_everything_once(new_site: NewSite, folder: Path) -> None:
    alone, shared = new_site(), new_site()
    assert alone.run("ingest", folder).returncode == 0
    both = [shared.start("ingest", folder), shared.start("ingest", folder)]
    assert [process.wait(timeout=300) for process in both] == [0, 0]
    assert (rows_of(shared), contents_of(shared)) == (rows_of(alone), contents_of(alone))
