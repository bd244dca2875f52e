from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries
from tests.web.pages import tree, words

from corcom.followup.models import ActionPoint
from corcom.web.pieces import Gantt, GanttBar

TEMPLATE = "/time-lines/?template=apmbc-standing-committees"
ADDRESS = f"{TEMPLATE}&start=2004-02-09&end=2004-02-12&committee1=2003-10-08&committee2=2003-11-19"
QUERIES = 3  # session, person; the time-lines that are action points
TODAY = date(2003, 10, 9)


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def rows(page: Any, of: str) -> list[list[str]]:
    found = tree(page).xpath(f"//*[@id='{of}']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row.xpath("th|td")] for row in found]


def test_the_page_first_asks_which_meeting(reader: Client) -> None:
    page = reader.get("/time-lines/")
    assert words(page, "//div[@class='page-content']//a") == [
        "Meetings of the Standing Committees",
        "Monthly meeting of the Coordination Committee",
        "Meeting of States Parties",
    ]
    unknown = reader.get("/time-lines/?template=lunch")
    assert (unknown.status_code, words(unknown, "//p[@class='status-line']")) == (
        404,
        ["There is no such time-line. These there are:"],
    )


def test_a_convention_that_is_chosen_narrows_the_choice(reader: Client) -> None:
    page = reader.get("/time-lines/?convention=APMBC")
    assert words(page, "//div[@class='page-content']//a") == ["Meetings of the Standing Committees"]


def test_before_the_days_are_said_the_page_asks_for_them(reader: Client) -> None:
    page = reader.get(TEMPLATE)
    assert words(page, "//form[@class='listing-search']//label") == [
        "The meeting begins on",
        "It ends on",
        "Committee meeting 1 on",
        "Committee meeting 2 on",
    ]
    assert words(page, "//div[@class='page-content']/p") == [
        "Say when the meeting begins; the days of the steps follow."
    ]


def test_the_steps_stand_with_their_owners_and_days(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(QUERIES):
        page = reader.get(ADDRESS)
    assert [(row[0], row[1], row[3]) for row in rows(page, "steps")] == [
        ("1. Prepare the programmes and reach out to States Parties", "Co-Chairs and Co-Rapporteurs", "–"),
        ("2. Report to the Coordinating Committee on preparations", "Co-Chairs", "1"),
        (
            "3. Sign off final agendas and background documents",
            "Co-ChairsSigned off by: Co-Chairs",
            "2",
        ),
        (
            "4. Sign off the final letter of invitation",
            "PresidentSigned off by: President and Director of the GICHD",
            "2",
        ),
        ("5. Send the package of information to all States and relevant organizations", "ISU", "3, 4"),
        ("6. Hold the meetings of the Standing Committees", "Co-Chairs", "5"),
        ("7. Give the reports of the meetings to the ISU", "Co-Chairs", "6"),
    ]
    assert words(page, "//*[@id='steps']//summary/span") == [
        "8 October 2003 to 19 November 2003 · in 41 days",
        "19 November 2003 · in 41 days",
        "4 December 2003 · in 56 days",
        "4 December 2003 · in 56 days",
        "5 December 2003 · in 57 days",
        "9 to 12 February 2004 · in 4 months",
        "20 February 2004 · in 4 months",
    ]
    assert words(page, "//*[@id='step-package']//ol/li") == [
        "first day of the meeting9 February 2004",
        "the last Friday at least 2 months before5 December 2003",
    ]


def test_the_drawing_has_a_list_that_says_the_same(reader: Client) -> None:
    page = reader.get(ADDRESS)
    listed = words(page, "//*[@id='drawing']//li")
    drawn = words(page, "//*[@id='drawing']//*[name()='text'][*[name()='tspan']]")
    assert len(listed) == len(drawn) == 7
    assert [line.replace("8 October 2003 to 19 November 2003 ", "") for line in listed][:1] == [
        "1. Prepare the programmes and reach out to States Parties"
    ]


def test_a_day_that_cannot_be_dated_says_what_is_missing(reader: Client) -> None:
    page = reader.get(f"{TEMPLATE}&start=2004-02-09&committee1=2003-10-08")
    assert [row[2] for row in rows(page, "steps")][:2] == ["cannot be dated; missing: committee meeting 2"] * 2
    assert words(page, "//*[@id='drawing']//li")[0] == (
        "4 December 2003 3. Sign off final agendas and background documents"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "&start=2004-02-09&end=2004-02-02",
            "The meeting would end on 2 February 2004, before it begins on 9 February 2004.",
        ),
        (
            "&start=2004-02-09&committee1=2003-11-19&committee2=2003-10-08",
            "The committee meeting on 8 October 2003 is named after the one on 19 November 2003; name them in their order.",
        ),
        ("&start=2004-02-09&committee2=2003-10-08", "Name the first committee meeting before the second."),
        ("&start=9999-12-31", "31 December 9999 is too far away to plan for."),
        ("&start=2004-02-09&move=package&to=soon", "“soon” cannot be read as a day."),
        ("&start=2004-02-09&move=meetings&to=2004-02-09", "Choose what moves."),
        ("&start=2004-02-09&move=whole-meeting&to=9999-01-01", "1 January 9999 is too far away to plan for."),
        (
            "&start=2004-02-09&end=2004-02-12&move=whole-meeting&to=2999-12-30",
            "2 January 3000 is too far away to plan for.",
        ),
    ],
)
def test_what_cannot_be_is_said_on_the_page(reader: Client, asked: str, said: str) -> None:
    page = reader.get(TEMPLATE + asked)
    assert (page.status_code, words(page, "//*[@role='alert']")) == (400, [said])


def test_a_day_that_is_none_is_refused_beside_its_field(reader: Client) -> None:
    page = reader.get(f"{TEMPLATE}&start=soon")
    assert (page.status_code, words(page, "//ul[@class='errorlist']/li")) == (400, ["Enter a valid date."])


def test_what_slips_is_shown_with_what_cannot_be_kept(reader: Client) -> None:
    page = reader.get(f"{ADDRESS}&move=agendas&to=2004-02-10")
    assert rows(page, "changes") == [
        ["Sign off final agendas and background documents", "4 December 2003", "10 February 2004", "68 days later"],
        [
            "Send the package of information to all States and relevant organizations",
            "5 December 2003",
            "10 February 2004",
            "67 days later",
        ],
    ]
    assert words(page, "//ul[@class='plain-list conflicts']/li") == [
        (
            "“Send the package of information to all States and relevant organizations” would be done on "
            "10 February 2004, after “Hold the meetings of the Standing Committees” begins on 9 February 2004"
        )
    ]
    assert len(tree(page).xpath("//*[name()='rect'][@class='planned']")) == 2
    moved = reader.get(f"{ADDRESS}&move=whole-meeting&to=2004-02-16")
    assert [row[3] for row in rows(moved, "changes")] == ["7 days later"] * 5
    nothing = reader.get(f"{ADDRESS}&move=agendas&to=2003-12-04")
    assert words(nothing, "//section[@aria-labelledby='slips']/p")[0] == "Nothing else changes."


def test_it_is_taken_home_as_a_page_and_as_a_calendar(reader: Client) -> None:
    links = tree(reader.get(f"{ADDRESS}&move=agendas&to=2003-12-08")).xpath("//aside//a/@href")
    page, laid_out, calendar = (reader.get(link) for link in links)
    assert page.headers["Content-Disposition"] == (
        'attachment; filename="time-line-apmbc-standing-committees-2004-02-09.docx"'
    )
    cells = [row.cells[0].text for row in Document(io.BytesIO(page.content)).tables[1].rows]
    assert cells[3:6] == ["8 December 2003", "4 December 2003", "8 December 2003"]
    assert "8 December 2003" in PdfReader(io.BytesIO(laid_out.content)).pages[0].extract_text()
    assert calendar.headers["Content-Type"] == "text/calendar; charset=utf-8"
    parsed: Any = Calendar.from_ical(calendar.content)
    events = parsed.walk("VEVENT")
    assert [str(event.get("url")).partition("?")[0] for event in events] == ["http://testserver/time-lines/"] * 7
    refused = ["", "?template=lunch", "?template=ccm-coordination-committee&start=2004-02-09&move=minutes&to=x"]
    assert [reader.get(f"/time-lines/time-line.ics{query}").status_code for query in refused] == [404] * 3


def test_steps_become_action_points_once(secretariat: Client) -> None:
    page = secretariat.post(ADDRESS, follow=True)
    assert page.redirect_chain == [(ADDRESS, 302)]
    assert words(page, "//ul[@class='messages']/li") == [
        "Action points: 6 added, 0 corrected, 0 as they were, 0 withdrawn, 0 kept because something was done about them."
    ]
    assert words(page, "//aside//ul[@class='plain-list'][2]/li") == [
        "Meetings of the Standing Committees, 9 February 2004 6 action points"
    ]
    again = secretariat.post(ADDRESS, follow=True)
    assert words(again, "//ul[@class='messages']/li") == [
        "Action points: 0 added, 0 corrected, 6 as they were, 0 withdrawn, 0 kept because something was done about them."
    ]
    assert ActionPoint.objects.count() == 6


def test_a_meeting_that_moved_corrects_its_action_points(secretariat: Client) -> None:
    secretariat.post(ADDRESS)
    (number,) = tree(secretariat.get(ADDRESS)).xpath("//select[@id='timeline']/option/@value")[1:]
    moved = f"{ADDRESS}&move=whole-meeting&to=2004-02-16"
    page = secretariat.post(moved, {"timeline": number}, follow=True)
    assert words(page, "//ul[@class='messages']/li") == [
        "Action points: 0 added, 4 corrected, 2 as they were, 0 withdrawn, 0 kept because something was done about them."
    ]
    other = secretariat.post(ADDRESS, follow=True)
    assert words(other, "//ul[@class='messages']/li")[0].partition(",")[0] == "Action points: 6 added"
    taken = secretariat.post(moved.replace("&move=whole-meeting&to=2004-02-16", ""), {"timeline": number}, follow=True)
    assert words(taken, "//ul[@class='messages']/li") == [
        "The meeting that begins on 9 February 2004 has a time-line of its own already."
    ]


def test_the_action_point_shows_its_line_of_the_time_line(secretariat: Client) -> None:
    secretariat.post(ADDRESS)
    point = ActionPoint.objects.get(text="Sign off the final letter of invitation")
    page = secretariat.get(f"/follow-up/{point.pk}/")
    quote = (
        "4 December 2003: President: Sign off the final letter of invitation "
        "(signed off by President and Director of the GICHD)"
    )
    assert words(page, "//figure[@class='quoted']/blockquote") == [quote]
    assert words(page, "//figure[@class='quoted']//a") == ["time-line-apmbc-standing-committees-2004-02-09.txt"]
    (address,) = tree(page).xpath("//figure[@class='quoted']//a/@href")
    original = secretariat.get(address)
    assert b"".join(original.streaming_content).decode().splitlines()[9] == quote  # type: ignore[attr-defined]  # a file is sent in pieces


def test_who_only_reads_makes_no_action_points(reader: Client, visitor: Client) -> None:
    assert words(reader.get(ADDRESS), "//h2[@id='record']") == []
    assert reader.post(ADDRESS).status_code == 403
    assert visitor.get(ADDRESS).status_code == 302
    assert ActionPoint.objects.count() == 0


def test_nothing_is_recorded_of_what_cannot_be(secretariat: Client) -> None:
    page = secretariat.post(f"{TEMPLATE}&start=2004-02-09&end=2004-02-02")
    assert (page.status_code, ActionPoint.objects.count()) == (400, 0)


def test_as_of_another_day_nothing_is_recorded(secretariat: Client) -> None:
    page = secretariat.get(f"{ADDRESS}&as_of=2003-12-01")
    assert words(page, "//h2[@id='record']") == []
    assert words(page, "//*[@id='step-package']//summary/span") == ["5 December 2003 · in 4 days"]


bars = st.builds(
    lambda at, length, label: GanttBar(
        code=label, label=label, begins_on=date.fromordinal(at), ends_on=date.fromordinal(at + length)
    ),
    st.integers(730000, 733000),
    st.integers(0, 400),
    st.text("abcdefgh ", min_size=1, max_size=60),
)


@given(st.lists(bars, min_size=1, max_size=9))
def test_every_bar_and_label_stands_inside_the_drawing(found: list[GanttBar]) -> None:
    drawing = Gantt(id="g", title="", bars=tuple(found), day=TODAY)
    for one in drawing.drawn:
        assert one.stretch.x >= 0
        assert one.stretch.x + one.stretch.width <= drawing.width
        assert 0 < one.label_y < one.bar_y < drawing.axis_y
    assert [tick.on for tick in drawing.ticks] == sorted(tick.on for tick in drawing.ticks)
    assert len(drawing.ticks) <= 6
