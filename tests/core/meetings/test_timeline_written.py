from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from tests.core.meetings.test_timeline import FEBRUARY, drawn
from tests.house import ROOT

from corcom.kernel.wording import Wording
from corcom.meetings.domain.timeline_document import timeline_document
from corcom.meetings.domain.timeline_events import TimelineEvents
from corcom.meetings.domain.timeline_ics import timeline_ics
from corcom.meetings.domain.timeline_json import timeline_json
from corcom.meetings.domain.timeline_points import promised_steps, timeline_text
from corcom.meetings.domain.timeline_schema import timeline_schema
from corcom.meetings.domain.timeline_words import who
from corcom.rulebooks.reading import timeline_templates

AT = datetime(2003, 10, 9, 8, 15, tzinfo=UTC)
STANDING = drawn("apmbc-standing-committees")
UNDATED = drawn(
    "apmbc-standing-committees", TimelineEvents(meeting_start=date(2004, 2, 9), meeting_end=date(2004, 2, 12))
)


def test_the_steps_as_json() -> None:
    found = timeline_json(STANDING)
    assert [
        (step["step"], step["begins_on"], step["ends_on"], step["owner"], step["sign_off"]) for step in found["steps"]
    ] == [
        ("preparations", "2003-10-08", "2003-11-19", "Co-Chairs and Co-Rapporteurs", None),
        ("updates", "2003-11-19", "2003-11-19", "Co-Chairs", None),
        ("agendas", "2003-12-04", "2003-12-04", "Co-Chairs", "Co-Chairs"),
        ("invitation", "2003-12-04", "2003-12-04", "President", "President and Director of the GICHD"),
        ("package", "2003-12-05", "2003-12-05", "ISU", None),
        ("meetings", "2004-02-09", "2004-02-12", "Co-Chairs", None),
        ("reports", "2004-02-20", "2004-02-20", "Co-Chairs", None),
    ]
    assert found["events"] == {
        "meeting_start": "2004-02-09",
        "meeting_end": "2004-02-12",
        "committee_meetings": ["2003-10-08", "2003-11-19"],
    }


@pytest.mark.parametrize("code", [each.code for each in timeline_templates()])
def test_every_time_line_fits_the_schema(code: str) -> None:
    for events in (FEBRUARY, UNDATED.events):
        written = json.loads(json.dumps(timeline_json(drawn(code, events))))
        assert list(Draft202012Validator(timeline_schema()).iter_errors(written)) == []


def test_the_schema_is_published_as_it_is() -> None:
    path: Path = ROOT / "docs" / "schema" / "timeline.json"
    assert json.loads(path.read_text(encoding="utf-8")) == timeline_schema()
    Draft202012Validator.check_schema(timeline_schema())


def test_a_value_of_another_kind_does_not_fit() -> None:
    found = timeline_json(STANDING)
    found["steps"][0]["ends_on"] = "soon"
    del found["steps"][1]["owner"]
    problems = Draft202012Validator(timeline_schema()).iter_errors(found)
    assert sorted("/".join(map(str, each.absolute_path)) for each in problems) == ["steps/0/ends_on", "steps/1"]


def test_each_step_is_an_event_on_its_last_day_and_the_meeting_one_of_all_its_days() -> None:
    calendar: Any = Calendar.from_ical(timeline_ics(STANDING, at=AT, url="https://x.org/t", site="x.org"))
    assert str(calendar["x-wr-calname"]) == "Time-line: Meetings of the Standing Committees"
    events = calendar.walk("VEVENT")
    uid = "timeline-apmbc-standing-committees-2004-02-09"
    assert [(str(e["uid"]), e.decoded("dtstart"), e.decoded("dtend")) for e in events] == [
        (f"{uid}-preparations@x.org", date(2003, 11, 19), date(2003, 11, 20)),
        (f"{uid}-updates@x.org", date(2003, 11, 19), date(2003, 11, 20)),
        (f"{uid}-agendas@x.org", date(2003, 12, 4), date(2003, 12, 5)),
        (f"{uid}-invitation@x.org", date(2003, 12, 4), date(2003, 12, 5)),
        (f"{uid}-package@x.org", date(2003, 12, 5), date(2003, 12, 6)),
        (f"{uid}-meetings@x.org", date(2004, 2, 9), date(2004, 2, 13)),
        (f"{uid}-reports@x.org", date(2004, 2, 20), date(2004, 2, 21)),
    ]
    invitation = events[3]
    assert str(invitation["summary"]) == "President: Sign off the final letter of invitation"
    assert str(invitation["description"]).splitlines()[:2] == [
        "4 December 2003",
        "Signed off by: President and Director of the GICHD",
    ]


def test_a_calendar_leaves_out_what_has_no_day() -> None:
    calendar: Any = Calendar.from_ical(timeline_ics(UNDATED, at=AT))
    names = [str(event["uid"]).partition("@")[0].rpartition("-")[2] for event in calendar.walk("VEVENT")]
    assert names == ["agendas", "invitation", "package", "meetings", "reports"]


def test_the_page_word_for_word() -> None:
    document = docx.Document(io.BytesIO(timeline_document(UNDATED).to_bytes()))
    rows = [[cell.text.replace("\n", " / ") for cell in row.cells] for row in document.tables[1].rows]
    assert rows == [
        ["When", "What", "Who"],
        [
            "cannot be dated; missing: committee meeting 1, committee meeting 2",
            "Prepare the programmes and reach out to States Parties",
            "Co-Chairs and Co-Rapporteurs",
        ],
        [
            "cannot be dated; missing: committee meeting 2",
            "Report to the Coordinating Committee on preparations",
            "Co-Chairs",
        ],
        ["4 December 2003", "Sign off final agendas and background documents", "Co-Chairs / Signed off by: Co-Chairs"],
        [
            "4 December 2003",
            "Sign off the final letter of invitation",
            "President / Signed off by: President and Director of the GICHD",
        ],
        ["5 December 2003", "Send the package of information to all States and relevant organizations", "ISU"],
        ["9 to 12 February 2004", "Hold the meetings of the Standing Committees", "Co-Chairs"],
        ["20 February 2004", "Give the reports of the meetings to the ISU", "Co-Chairs"],
    ]
    head = [cell.text for cell in document.tables[0].rows[0].cells]
    assert head == [
        "Anti-Personnel Mine Ban Convention\nMeetings of the Standing Committees",
        "Time-line\n9 to 12 February 2004",
    ]


def test_words_are_those_of_the_wording() -> None:
    french = {"Co-Chairs": "coprésidents", "%(names)s and %(last)s": "%(names)s et %(last)s", ", ": ", "}
    wording = Wording(language="fr", gettext=lambda text: french.get(text, text))
    assert who(("Co-Chairs", "ISU", "President"), wording) == "coprésidents, ISU et President"


def test_every_step_has_its_line_in_the_text() -> None:
    written = timeline_text(STANDING)
    assert [written.text[one.start : one.end] for one in written.evidence.values()] == [
        one.quote for one in written.evidence.values()
    ]
    assert written.text.splitlines() == [
        "APMBC: Meetings of the Standing Committees",
        "Meeting: 2004-02-09 to 2004-02-12",
        "Committee meeting: 2003-10-08",
        "Committee meeting: 2003-11-19",
        "Source: Coordinating Committee, President's summary of 8 October 2003, Annex I",
        "",
        *(one.quote for one in written.evidence.values()),
    ]
    assert written.evidence["invitation"].quote == (
        "4 December 2003: President: Sign off the final letter of invitation "
        "(signed off by President and Director of the GICHD)"
    )
    assert [step.code for step in promised_steps(UNDATED)] == ["agendas", "invitation", "package", "reports"]
