from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from tests.cli.conftest import Site

EXAMPLE = (
    *("timeline", "--template", "apmbc-standing-committees"),
    *("--meeting-start", "2004-02-09", "--meeting-end", "2004-02-12"),
    *("--committee-meeting", "2003-10-08", "--committee-meeting", "2003-11-19"),
)


def test_the_time_line_of_2003_is_printed_as_json(site: Site) -> None:
    done = site.run(*EXAMPLE, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert [(step["step"], step["begins_on"], step["ends_on"]) for step in found["steps"]] == [
        ("preparations", "2003-10-08", "2003-11-19"),
        ("updates", "2003-11-19", "2003-11-19"),
        ("agendas", "2003-12-04", "2003-12-04"),
        ("invitation", "2003-12-04", "2003-12-04"),
        ("package", "2003-12-05", "2003-12-05"),
        ("meetings", "2004-02-09", "2004-02-12"),
        ("reports", "2004-02-20", "2004-02-20"),
    ]
    schema = json.loads(site.run("schema", "timeline").stdout)
    assert list(Draft202012Validator(schema).iter_errors(found)) == []


def test_it_is_printed_as_a_table(site: Site) -> None:
    lines = site.run(*EXAMPLE).stdout.splitlines()
    assert lines[0] == "Meetings of the Standing Committees, 9 to 12 February 2004 (APMBC)"
    assert [line.split("  ")[0] for line in lines[2:9]] == [
        "8 October 2003 to 19 November 2003",
        "19 November 2003",
        "4 December 2003",
        "4 December 2003",
        "5 December 2003",
        "9 to 12 February 2004",
        "20 February 2004",
    ]
    assert [part.strip() for part in lines[5].split("  ") if part.strip()] == [
        "4 December 2003",
        "Sign off the final letter of invitation",
        "President",
        "signed off by President and Director of the GICHD",
    ]
    assert lines[9:11] == [
        "",
        (
            "holidays of 2003 at Geneva follow from rules; these are not known: Eid al-Fitr, Eid al-Adha, "
            "a further day, which the list of each year names"
        ),
    ]


def test_it_is_written_into_a_calendar(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "line.ics"
    done = site.run(*EXAMPLE, "--format", "ics", "--site", "https://corcom.example", "--output", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    calendar: Any = Calendar.from_ical(path.read_bytes())
    package = calendar.walk("VEVENT")[4]
    assert (str(package["uid"]), package.decoded("dtstart")) == (
        "timeline-apmbc-standing-committees-2004-02-09-package@corcom.example",
        date(2003, 12, 5),
    )


def test_without_a_template_the_templates_are_listed(site: Site) -> None:
    assert site.run("timeline").stdout.splitlines()[:3] == [
        "apmbc-standing-committees: Meetings of the Standing Committees (APMBC)",
        "  needs: committee_meeting:1, committee_meeting:2, meeting_start, meeting_end",
        "  source: Coordinating Committee, President's summary of 8 October 2003, Annex I",
    ]
    listed = json.loads(site.run("timeline", "--format", "json").stdout)
    assert [each["code"] for each in listed["templates"]] == [
        "apmbc-standing-committees",
        "ccm-coordination-committee",
        "ccm-meeting-of-states-parties",
    ]


def test_a_step_whose_committee_meeting_nobody_named_says_what_is_missing(site: Site) -> None:
    done = site.run(*EXAMPLE[:-2], "--format", "json")
    steps = {step["step"]: step for step in json.loads(done.stdout)["steps"]}
    assert done.returncode == 0
    assert (steps["updates"]["ends_on"], steps["updates"]["missing"]) == (None, ["committee meeting 2"])
    table = site.run(*EXAMPLE[:-2]).stdout.splitlines()
    assert table[3].split("  ")[0] == "cannot be dated; missing: committee meeting 2"


def test_a_meeting_without_a_last_day_is_one_of_one_day(site: Site) -> None:
    done = site.run("timeline", "--template", "ccm-coordination-committee", "--meeting-start", "2016-04-28")
    assert done.stdout.splitlines()[0] == "Monthly meeting of the Coordination Committee, 28 April 2016 (CCM)"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--template", "lunch", "--meeting-start", "2004-02-09"),
            (
                "There is no time-line lunch. There are: apmbc-standing-committees, ccm-coordination-committee, "
                "ccm-meeting-of-states-parties."
            ),
        ),
        (
            (
                "--template",
                "ccm-coordination-committee",
                "--meeting-start",
                "2004-02-09",
                "--meeting-end",
                "2004-02-02",
            ),
            "the meeting would end on 2004-02-02, before it begins on 2004-02-09",
        ),
        (("--template", "ccm-coordination-committee"), "Say when the meeting begins: --meeting-start 2004-02-09."),
        (
            ("--template", "ccm-coordination-committee", "--meeting-start", "9999-12-31"),
            "9999-12-31 is no day of a meeting; allowed: 1946-01-01 to 2999-12-31",
        ),
        (("--format", "ics"), "Name a time-line with --template; a list of them is no calendar."),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(site: Site, words: tuple[str, ...], said: str) -> None:
    done = site.run("timeline", *words)
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (2, "", [f"CommandError: {said}"])
