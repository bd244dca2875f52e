from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
import vobject
from django.conf import LazySettings
from django.test import Client
from docx import Document
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries
from tests.factories.plans import a_plan
from tests.factories.programmes import WEEK, a_week
from tests.factories.rows import AT, new_user
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.mandates.actions import record_terms
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.meetings.actions import move_meeting, record_meeting
from corcom.programme import actions
from corcom.programme.domain.session import Session
from corcom.programme.models import ProgrammeSession
from corcom.programme.queries import draft_programme, programme_history

PAGE_QUERIES = 8  # session, person; the plan; the programme, its sessions, people known; history; releases


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2003, 12, 1)


@pytest.fixture
def week() -> int:
    record_terms(found=[term for term in packaged_terms() if term.convention == "APMBC"], at=AT)
    number = a_week(hand())
    actions.fill_from_template(meeting=number, template=WEEK, by=hand(), at=AT)
    return number


def sessions(number: int) -> list[Session]:
    return draft_programme(meeting=number).programme.in_order


def on_the_grid(page: Any) -> list[str]:
    return words(page, "//table[contains(@class,'pg-grid')]//*[contains(@class,'pg-name')]")


def messages(page: Any) -> list[str]:
    return words(page, "//ul[@class='messages']//span")


def test_the_week_is_filled_from_its_template_and_stands_on_the_grid(secretariat: Client) -> None:
    record_terms(found=[term for term in packaged_terms() if term.convention == "APMBC"], at=AT)
    number = a_week(hand())
    empty = secretariat.get(f"/meetings/{number}/programme/")
    assert words(empty, "//div[@class='empty']/p") == [
        "Nothing stands on this programme yet.",
        "Fill it from a template, or add the first session.",
    ]
    assert words(empty, "//select[@name='template']/option") == [
        "Week of the Standing Committees and first Preparatory Meeting (5 days)",
        "Week of the Standing Committees (4 days)",
    ]
    page = secretariat.post(f"/meetings/{number}/programme/fill/", {"template": WEEK}, follow=True)
    assert messages(page) == ["5 sessions were added."]
    assert words(page, "//table[contains(@class,'pg-grid')]//thead/tr/th") == [
        "Monday 9 February 2004",
        "Tuesday 10 February 2004",
        "Wednesday 11 February 2004",
        "Thursday 12 February 2004",
        "Friday 13 February 2004",
    ]
    assert on_the_grid(page) == [
        "General Status and Operation",
        "Victim Assistance",
        "Mine Clearance",
        "Stockpile Destruction",
        "First Preparatory Meeting of the Review Conference",
    ]
    assert words(page, "//p[@class='status-line']") == [
        "Standing Committees, 9 to 13 February 2004 · 5 sessions · nothing is released yet"
    ]


def test_it_takes_a_constant_number_of_queries(
    secretariat: Client, week: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(PAGE_QUERIES):
        secretariat.get(f"/meetings/{week}/programme/")
    for session in sessions(week)[1:]:
        actions.withdraw_session(meeting=week, number=session.number, version=1, by=hand(), at=AT)
    with django_assert_num_queries(PAGE_QUERIES):
        secretariat.get(f"/meetings/{week}/programme/")


def test_a_session_is_moved_by_a_button_and_the_conflict_stands_in_words(secretariat: Client, week: int) -> None:
    second = sessions(week)[1]
    address = f"/meetings/{week}/programme/{second.number}/move/"
    page = secretariat.post(address, {"version": "1", "step": "day_after"}, follow=True)
    parallel = (
        "“Victim Assistance” and “Mine Clearance” are in parallel on 11 February 2004, which the rules do not allow."
    )
    assert messages(page) == ["It is moved."]
    assert words(page, "//div[contains(@class,'pg-conflicts')]//li") == [f"Conflict: {parallel}"]
    marked = "//div[contains(@class,'pg-marked')]"
    assert words(page, f"{marked}//*[contains(@class,'pg-name')]") == ["Victim Assistance", "Mine Clearance"]
    assert words(page, f"{marked}//span[@class='pg-conflict']") == [parallel] * 2
    undone = secretariat.post(
        f"/meetings/{week}/programme/undo/", {"step": programme_history(meeting=week)[0].number}, follow=True
    )
    assert messages(undone) == ["Taken back: Session moved."]
    assert words(undone, "//div[contains(@class,'pg-conflicts')]//li") == []
    assert words(undone, "//ol[@class='history']//strong") == [
        "Taken back: Session moved",
        "Session moved",
        "Filled from a template",
    ]


def test_a_script_is_answered_with_the_board_and_what_is_to_be_said(secretariat: Client, week: int) -> None:
    first = sessions(week)[0]
    address = f"/meetings/{week}/programme/{first.number}/move/"
    answer = secretariat.post(
        address, {"version": "1", "day": "2004-02-13", "start": "10:00"}, headers={"HX-Request": "true"}
    )
    board = tree(answer).xpath("//div[@id='programme-board']")[0]
    assert (answer.status_code, board.get("data-focus"), board.get("data-said")) == (
        200,
        str(first.number),
        (
            "“General Status and Operation”: 13 February 2004, 10:00–18:00."
            " “General Status and Operation” and “First Preparatory Meeting of the Review Conference” are in parallel on"
            " 13 February 2004, which the rules do not allow."
        ),
    )
    late = secretariat.post(address, {"version": "1", "step": "day_after"}, headers={"HX-Request": "true"})
    said = "Anna Lindqvist changed this session meanwhile. Nothing is lost: look at it as it stands now, and try again."
    assert words(late, "//p[contains(@class,'note-error')]") == [said]
    assert tree(late).xpath("//div[@id='programme-board']/@data-said") == [said]


def test_beyond_the_days_and_the_hours_it_stays_and_says_why(secretariat: Client, week: int) -> None:
    first = sessions(week)[0]
    address = f"/meetings/{week}/programme/{first.number}/move/"
    for step, why in (
        ("day_before", "It stands on the first day already."),
        ("slot_after", "There are no later hours on this day in which it fits."),
    ):
        assert messages(secretariat.post(address, {"version": "1", "step": step}, follow=True)) == [why]
    assert secretariat.post(address, {"version": "1", "day": "2004-02"}).status_code == 404
    wrong = secretariat.post(address, {"version": "1", "day": "2004-02-09", "start": "ten"}, follow=True)
    assert messages(wrong) == ["“ten” is no time. Write it as 10:00 or 15:30."]


FORM = {
    "theme": "mine-clearance",
    "title": "",
    "body": "standing-committee",
    "day": "2004-02-11",
    "start": "10:00",
    "end": "13:00",
    "room": "Room XIX",
    "chairs": "Cambodia\r\njpn",
    "people": "Ana Torres",
    "parts": "State; 60\r\n* Updates; 50%\r\nDiscussion",
    "note": "With interpretation",
}


def test_a_session_is_added_and_comes_back_in_its_form(secretariat: Client) -> None:
    number = a_week(hand())
    page = secretariat.post(f"/meetings/{number}/programme/add/", FORM, follow=True)
    assert messages(page) == ["The session stands on the programme."]
    (made,) = sessions(number)
    assert (made.chairs, made.people, [(one.title, one.minutes, one.share, one.most) for one in made.parts]) == (
        ("KHM", "JPN"),
        ("Ana Torres",),
        [("State", 60, 0, False), ("Updates", 0, 50, True), ("Discussion", 0, 0, False)],
    )
    form = tree(secretariat.get(f"/meetings/{number}/programme/{made.number}/"))
    assert [box.text.strip() for box in form.xpath("//textarea")] == [
        "Cambodia\nJapan",
        "Ana Torres",
        "State; 60\n* Updates; 50%\nDiscussion",
        "With interpretation",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"end": "09:00"}, "10:00–09:00: a session ends after it begins, and on the same day."),
        ({"start": "ten"}, "“ten” is no time. Write it as 10:00 or 15:30."),
        ({"theme": ""}, "A session needs a theme or a title."),
        ({"day": "2004-02-20"}, "Day: Select a valid choice. 2004-02-20 is not one of the available choices."),
        (
            {"chairs": "Atlantis"},
            "Chairs, one on each line: CorCom knows no State and no organisation “Atlantis”.",
        ),
        (
            {"parts": "A; 60%\r\nB; 60%"},
            "The shares of the parts are 120 per cent together; that is more than the whole.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_words_and_nothing_is_lost(
    secretariat: Client, changes: dict[str, str], said: str
) -> None:
    number = a_week(hand())
    page = secretariat.post(f"/meetings/{number}/programme/add/", {**FORM, **changes})
    assert (page.status_code, words(page, "//*[@role='alert']//li")) == (400, [said])
    assert tree(page).xpath("//input[@name='room']/@value") == ["Room XIX"]
    assert ProgrammeSession.objects.count() == 0


def test_two_people_edit_one_session_and_nothing_is_lost(secretariat: Client, week: int) -> None:
    session = sessions(week)[2]
    address = f"/meetings/{week}/programme/{session.number}/"
    opened = tree(secretariat.get(address))
    sent = {box.get("name"): box.get("value") or "" for box in opened.xpath("//form[@class='step']//input[@name]")}
    sent |= {box.get("name"): (box.text or "").strip() for box in opened.xpath("//form[@class='step']//textarea")}
    sent |= {
        box.get("name"): next(iter(box.xpath("option[@selected]/@value")), "")
        for box in opened.xpath("//form[@class='step']//select")
    }
    other = new_user(name="Ole Berg")
    actions.move_session(meeting=week, number=session.number, version=1, step="day_after", by=other, at=AT)
    page = secretariat.post(address, {**sent, "room": "Room XX"})
    assert page.status_code == 409
    assert words(page, "//*[@role='alert']//li") == ["Day: 2004-02-12"]
    assert tree(page).xpath("//input[@name='room']/@value") == ["Room XX"]
    again = tree(page)
    sent["version"] = again.xpath("//input[@name='version']/@value")[0]
    sent |= {box.get("name"): box.get("value") for box in again.xpath("//input[starts-with(@name,'was-')]")}
    sent["day"] = again.xpath("//select[@name='day']/option[@selected]/@value")[0]
    assert secretariat.post(address, {**sent, "room": "Room XX"}).status_code == 302
    now = next(one for one in sessions(week) if one.number == session.number)
    assert (now.day, now.room, now.chairs) == (date(2004, 2, 12), "Room XX", session.chairs)


def test_whoever_is_in_office_on_the_day_of_a_session_stands_beside_its_form(secretariat: Client, week: int) -> None:
    session = sessions(week)[2]
    page = secretariat.get(f"/meetings/{week}/programme/{session.number}/")
    assert words(page, "//dl[@class='pg-roster']/*") == [
        "Co-Chair",
        "Cambodia, Japan",
        "Co-Rapporteur",
        "Algeria, Sweden",
    ]


def test_hours_and_shares_are_data(secretariat: Client, week: int) -> None:
    address = f"/meetings/{week}/programme/hours/"
    shares = {"share-mine-clearance": "40", "share-victim-assistance": "20"}
    version = tree(secretariat.get(address)).xpath("//input[@name='version']/@value")[0]
    page = secretariat.post(address, {"version": version, "slots": "09:30–12:30\n14:00-17:00", **shares}, follow=True)
    assert messages(page) == ["Hours and shares are changed."]
    assert words(page, "//table[contains(@class,'pg-grid')]/tbody/tr/th")[:3] == ["09:30", "10:00", "11:00"]
    assert words(page, "//*[@id='shares']//tbody/tr[3]/*") == ["Mine Clearance", "390", "25%", "40%"]
    late = secretariat.post(address, {"version": version, "slots": "10:00–13:00"})
    assert words(late, "//*[@role='alert']//li") == [
        "Anna Lindqvist changed the programme meanwhile. Look at it as it stands now, and try again."
    ]
    wrong = secretariat.post(address, {"version": version, "slots": "all day"})
    assert words(wrong, "//*[@role='alert']//li") == [
        "Hours, from and to on each line: “all day” says no hours. Write them as 10:00–13:00."
    ]


def test_releases_stand_at_their_own_address_and_say_what_differs(secretariat: Client, week: int) -> None:
    release = f"/meetings/{week}/programme/release/"
    first = secretariat.post(release, follow=True)
    assert first.redirect_chain == [(f"/meetings/{week}/programme/versions/1/", 302)]
    second = sessions(week)[1]
    move = f"/meetings/{week}/programme/{second.number}/move/"
    secretariat.post(move, {"version": "1", "step": "day_after"})
    refused = secretariat.post(release, follow=True)
    assert messages(refused)[-1] == (
        "1 conflict stands in the way. Settle it, or say that the programme goes out all the same."
    )
    page = secretariat.post(release, {"anyway": "yes"}, follow=True)
    assert words(page, "//ul[@class='pg-changes']/li") == [
        "“Victim Assistance” is moved from 10 February 2004 to 11 February 2004, 10:00–18:00."
    ]
    old = secretariat.get(f"/meetings/{week}/programme/versions/1/")
    assert words(old, "//main//h2")[:5] == [
        "Monday, 9 February 2004",
        "Tuesday, 10 February 2004",
        "Wednesday, 11 February 2004",
        "Thursday, 12 February 2004",
        "Friday, 13 February 2004",
    ]
    assert words(old, "//p[contains(@class,'note-info')]") == [
        "Version 2 has taken the place of this one. To that version"
    ]
    assert secretariat.get(f"/meetings/{week}/programme/versions/3/").status_code == 404


def test_it_is_taken_home_as_word_calendar_and_table(secretariat: Client, week: int) -> None:
    base = f"/meetings/{week}/programme"
    assert secretariat.get(f"{base}.ics").status_code == 404
    first, *_ = sessions(week)
    actions.release_programme(meeting=week, by=hand(), at=AT)
    actions.withdraw_session(meeting=week, number=first.number, version=1, by=hand(), at=AT)
    actions.release_programme(meeting=week, by=hand(), at=AT)
    events = vobject.readOne(secretariat.get(f"{base}.ics").content.decode()).vevent_list
    assert [(str(one.dtstart.value), one.summary.value, one.status.value) for one in events] == [
        ("2004-02-10 10:00:00+01:00", "Victim Assistance", "CONFIRMED"),
        ("2004-02-11 10:00:00+01:00", "Mine Clearance", "CONFIRMED"),
        ("2004-02-12 10:00:00+01:00", "Stockpile Destruction", "CONFIRMED"),
        ("2004-02-13 10:00:00+01:00", "First Preparatory Meeting of the Review Conference", "CONFIRMED"),
        ("2004-02-09 10:00:00+01:00", "General Status and Operation", "CANCELLED"),
    ]
    document = Document(io.BytesIO(secretariat.get(f"{base}.docx?version=1").content))
    assert [table.rows[1].cells[1].text.splitlines()[0] for table in document.tables[1:]][:2] == [
        "General Status and Operation",
        "Victim Assistance",
    ]
    pdf = PdfReader(io.BytesIO(secretariat.get(f"{base}.pdf?version=1").content))
    lines = [line.strip() for page in pdf.pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if line.endswith("February 2004")] == [
        "9 to 13 February 2004",
        "I. Monday, 9 February 2004",
        "II. Tuesday, 10 February 2004",
        "III. Wednesday, 11 February 2004",
        "IV. Thursday, 12 February 2004",
        "V. Friday, 13 February 2004",
    ]
    rows = list(csv.reader(io.StringIO(secretariat.get(f"{base}/?format=csv").content.decode("utf-8-sig"))))
    assert [row[:4] for row in rows[:2]] == [
        ["Day", "Starts at", "Ends at", "Session"],
        ["2004-02-10", "10:00", "18:00", "Victim Assistance"],
    ]
    old = list(csv.reader(io.StringIO(secretariat.get(f"{base}/versions/1/?format=csv").content.decode("utf-8-sig"))))
    assert (len(rows), len(old)) == (5, 6)


def test_when_the_meeting_is_moved_its_sessions_follow_if_somebody_says_so(secretariat: Client, week: int) -> None:
    move_meeting(meeting=week, starts_on=date(2004, 2, 16), by=hand(), at=AT)
    page = secretariat.get(f"/meetings/{week}/programme/")
    assert words(page, "//form[contains(@class,'note-warning')]//p") == [
        (
            "The meeting was moved: it began on 9 February 2004 when these sessions were put there, and begins on"
            " 16 February 2004 now."
        )
    ]
    follow = f"/meetings/{week}/programme/follow/"
    moved = secretariat.post(follow, {"move": "yes"}, follow=True)
    assert (messages(moved), [one.day.day for one in sessions(week)]) == (
        ["5 sessions were moved."],
        [16, 17, 18, 19, 20],
    )
    assert words(moved, "//form[contains(@class,'note-warning')]") == []
    last = programme_history(meeting=week)[0].number
    undone = secretariat.post(f"/meetings/{week}/programme/undo/", {"step": last}, follow=True)
    assert messages(undone) == ["Taken back: Sessions moved with the meeting."]
    left = secretariat.post(follow, {"leave": "yes"}, follow=True)
    assert (messages(left), [one.day.day for one in sessions(week)]) == (
        ["All sessions stay where they are."],
        [9, 10, 11, 12, 13],
    )
    assert words(left, "//form[contains(@class,'note-warning')]") == []


def test_a_reader_sees_it_and_changes_nothing(reader: Client, week: int) -> None:
    page = reader.get(f"/meetings/{week}/programme/")
    assert (len(on_the_grid(page)), tree(page).xpath("//main//form")) == (5, [])
    number = sessions(week)[0].number
    base = f"/meetings/{week}/programme"
    assert [reader.get(f"{base}/{path}").status_code for path in ("add/", f"{number}/", "hours/")] == [403] * 3
    steps = ("fill/", "follow/", "undo/", "release/", f"{number}/move/", f"{number}/withdraw/")
    assert [reader.post(f"{base}/{path}").status_code for path in steps] == [403] * 6


def test_it_is_linked_from_a_meeting_of_several_days(secretariat: Client, week: int) -> None:
    several, one = secretariat.get(f"/meetings/{week}/plan/"), secretariat.get(f"/meetings/{a_plan(hand())}/plan/")
    links = "//main//a[contains(@href,'/programme/')]/@href"
    assert (tree(several).xpath(links), tree(one).xpath(links)) == ([f"/meetings/{week}/programme/"], [])


def test_a_meeting_that_was_held_keeps_its_programme(secretariat: Client, week: int) -> None:
    record_meeting(heading=draft_programme(meeting=week).meeting.plan.heading)
    page = secretariat.get(f"/meetings/{week}/programme/")
    assert (len(on_the_grid(page)), tree(page).xpath("//main//form")) == (5, [])
    number = sessions(week)[0].number
    refused = secretariat.post(f"/meetings/{week}/programme/{number}/withdraw/", {"version": "1"}, follow=True)
    assert messages(refused) == [
        "The meeting was held on 9 February 2004 and has a record; its programme stays as it was."
    ]


def test_a_session_that_is_gone_leads_back_to_the_programme(secretariat: Client, week: int) -> None:
    session = sessions(week)[0]
    base = f"/meetings/{week}/programme"
    secretariat.post(f"{base}/{session.number}/withdraw/", {"version": "1"})
    page = secretariat.get(f"{base}/{session.number}/", follow=True)
    assert messages(page)[-1] == "This session is not on the programme any more; somebody took it off."
    assert secretariat.get("/meetings/999/programme/").status_code == 404
