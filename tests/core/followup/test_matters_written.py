from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import docx
from icalendar import Calendar
from tests.factories.records import ZAMBIA, a_decision, an_action_point

from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.matters_document import matters_document
from corcom.followup.domain.matters_ics import matters_ics
from corcom.followup.domain.matters_json import matters_json
from corcom.kernel.actor import Actor

AT = datetime(2016, 6, 20, 8, 15, tzinfo=UTC)
LATE = an_action_point("send a letter to Angola", ZAMBIA, due="2016-05-10", state="overdue").followed
DUE = an_action_point(
    "circulate the draft", Actor("ccm-isu", "CCM ISU"), number=2, due="2016-06", state="open"
).followed
OPEN = an_action_point("consult\x0b the friends of the Chair", number=3, due_text="before the 6MSP").followed
DONE = an_action_point("post it", number=4, due="2016-06-02", state="done", turned_on=date(2016, 6, 1)).followed
MATTERS = MattersArising(
    convention="CCM",
    body="Coordination Committee",
    since=date(2016, 5, 26),
    next_on=date(2016, 6, 30),
    following_on=date(2016, 7, 28),
    overdue=(LATE,),
    fell_due=(),
    falls_due=(DUE,),
    open=(OPEN,),
    done=(DONE,),
    decisions=(a_decision("The ISU shall report.").followed,),
)
NOTHING = replace(MATTERS, overdue=(), falls_due=(), open=(), done=(), decisions=())


def lines_of(content: bytes) -> list[str]:
    found = []
    for block in docx.Document(io.BytesIO(content)).iter_inner_content():
        rows: Any = getattr(block, "rows", None)
        if rows is not None:
            found += [" | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in rows]
        elif getattr(block, "text", ""):
            found.append(str(getattr(block, "text", "")))
    return found


def events_of(content: bytes) -> list[Any]:
    calendar: Any = Calendar.from_ical(content)
    return list(calendar.walk("VEVENT"))


def test_the_page_word_for_word() -> None:
    assert lines_of(matters_document(MATTERS).to_bytes()) == [
        "Convention on Cluster Munitions / Coordination Committee | Matters arising / For the meeting on 30 June 2016",
        "Since the meeting on 26 May 2016; the one after is expected on 28 July 2016.",
        "Overdue since before the last meeting (1)",
        "What | Who | By when | Status",
        "Send a letter to Angola / Raised on 26 May 2016 | Zambia | 10 May 2016 | overdue",
        "Falls due before the meeting after it (1)",
        "What | Who | By when | Status",
        "Circulate the draft / Raised on 26 May 2016 | CCM ISU | June 2016 | open",
        "Open, without a date or due later (1)",
        "What | Who | By when | Status",
        "Consult\ufffd the friends of the Chair / Raised on 26 May 2016 | nobody named | before the 6MSP | open",
        "Done since the last meeting (1)",
        "What | Who | By when | Status",
        "Post it / Raised on 26 May 2016 | nobody named | 2 June 2016 | done on 1 June 2016",
        "Decisions still to be carried out (1)",
        "What | Who | By when | Status",
        "The ISU shall report. / Raised on 26 May 2016 | nobody named | – | open",
    ]


def test_a_page_with_nothing_on_it_says_so() -> None:
    assert (
        lines_of(matters_document(NOTHING).to_bytes())[-1]
        == "Nothing is open, and nothing was done since the last meeting."
    )


def test_each_due_date_is_an_event_of_a_whole_day_that_blocks_nothing() -> None:
    events = events_of(
        matters_ics(MATTERS, at=AT, address=lambda ref: f"https://x.org/{ref.kind}/{ref.number}", site="x.org")
    )
    assert [
        (str(e["uid"]), e.decoded("dtstart"), e.decoded("dtend"), str(e["summary"]), str(e["status"])) for e in events
    ] == [
        (
            "meeting-ccm-coordination-committee-2016-06-30@x.org",
            date(2016, 6, 30),
            date(2016, 7, 1),
            "Meeting: CCM Coordination Committee",
            "CONFIRMED",
        ),
        ("action-point-1@x.org", date(2016, 5, 10), date(2016, 5, 11), "Zambia: Send a letter to Angola", "CONFIRMED"),
        ("action-point-2@x.org", date(2016, 6, 30), date(2016, 7, 1), "CCM ISU: Circulate the draft", "CONFIRMED"),
        ("action-point-4@x.org", date(2016, 6, 2), date(2016, 6, 3), "Post it", "CANCELLED"),
    ]
    assert {str(e["transp"]) for e in events} == {"TRANSPARENT"}
    assert str(events[1]["url"]) == "https://x.org/action_point/1"
    assert [str(one) for one in events[1]["categories"].cats] == ["Action point", "CCM"]


def test_what_is_written_later_holds() -> None:
    earlier, later = (events_of(matters_ics(MATTERS, at=at)) for at in (AT, AT.replace(minute=16)))
    assert [e["uid"] for e in earlier] == [e["uid"] for e in later]
    assert all(int(b["sequence"]) == int(a["sequence"]) + 1 for a, b in zip(earlier, later, strict=True))


def test_lines_are_folded_and_closed_as_the_standard_wants() -> None:
    long = replace(LATE, terms=replace(LATE.terms, text="ش" * 400))
    content = matters_ics(replace(MATTERS, overdue=(long,)), at=AT)
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = [e for e in events_of(content) if str(e["uid"]).startswith("action-point-1@")]
    assert str(event["summary"]) == f"Zambia: {'ش' * 119}…"


def test_as_values_every_commitment_stands_once_in_its_list() -> None:
    values = json.loads(json.dumps(matters_json(MATTERS)))
    assert {
        key: [one["number"] for one in values[key]] for key in ("overdue", "fell_due", "falls_due", "open", "done")
    } == {
        "overdue": [1],
        "fell_due": [],
        "falls_due": [2],
        "open": [3],
        "done": [4],
    }
    assert (values["falls_due"][0]["due"], values["falls_due"][0]["due_on"]) == ("2016-06", "2016-06-30")
