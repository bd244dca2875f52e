from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.plans import PLAN, a_plan
from tests.factories.rows import AT
from tests.web.kept import TODAY, a_meeting, an_action_point, hand
from tests.web.pages import tree, words

from corcom.meetings.actions import cancel_meeting, confirm_meeting
from corcom.meetings.models import Meeting
from corcom.meetings.queries import planned_meeting

# session, person; the plan, for the right and for the page; its items and their papers; releases; two for clashes; its history; polls;
# two for its minutes
PLAN_QUERIES = 13
FORM: dict[str, Any] = {
    "convention": "CCM",
    "body": "Coordination Committee",
    "kind": "coordination_committee",
    "starts_on": "2016-06-30",
    "ends_on": "",
    "start_time": "10:00",
    "end_time": "11:30",
    "zone": "Europe/Zurich",
    "place": "Room XXII",
    "joining_link": "https://meet.example.org/ccm",
    "languages": ["en", "fr"],
    "number": "5",
    "number_scope": "of 2016",
    "holidays": "geneva",
}


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def refusals(page: Any) -> list[str]:
    return words(page, "//*[@role='alert']//li")


def test_the_secretariat_plans_a_meeting(secretariat: Client) -> None:
    made = secretariat.post("/meetings/schedule/", FORM)
    number = Meeting.objects.get().pk
    assert (made.status_code, made.headers["Location"]) == (302, f"/meetings/{number}/")
    page = secretariat.get(f"/meetings/{number}/")
    assert words(page, "//h1") == ["Coordination Committee, meeting 5 of 2016, 30 June 2016"]
    assert words(page, "//p[@class='status-line']") == ["tentative · 30 June 2016, 10:00–11:30 (Europe/Zurich)"]
    assert words(page, "//dl[@class='facts']//dd") == [
        "tentative",
        "30 June 2016, 10:00–11:30 (Europe/Zurich)",
        "30 June 2016, 08:00–09:30 UTC",
        "Coordination Committee",
        "Convention on Cluster Munitions",
        "Room XXII",
        "English, French",
        "https://meet.example.org/ccm",
    ]
    assert words(page, "//nav[@class='verbs']//a") == [
        "Confirm",
        "Move",
        "Change",
        "Cancel the meeting",
        "Plan the next one",
    ]


def test_a_meeting_without_a_zone_is_refused_in_words_and_nothing_is_lost(secretariat: Client) -> None:
    page = secretariat.post("/meetings/schedule/", {**FORM, "zone": ""})
    assert (page.status_code, refusals(page)) == (
        400,
        ["Time zone: Choose one: without it nobody elsewhere knows when the meeting starts."],
    )
    assert tree(page).xpath("//input[@name='place']/@value") == ["Room XXII"]
    assert Meeting.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"end_time": "09:00"},
            "It would end at 2016-06-30 09:00, and that is not after 2016-06-30 10:00, when it starts.",
        ),
        ({"start_time": "ten"}, "“ten” is no time. Write it as 10:00 or 15:30."),
        ({"joining_link": "http://x"}, "“http://x” is no link. A joining link begins with https://."),
        ({"starts_on": "2016-06-31"}, "First day: Enter a valid date."),
        ({"zone": "Mars/Base"}, "Time zone: Select a valid choice. Mars/Base is not one of the available choices."),
        (
            {"starts_on": "2017-03-26", "start_time": "02:30", "anyway": "yes"},
            "On 26 March 2017 clocks in Europe/Zurich are put forward, and there is no 02:30. Choose another time.",
        ),
    ],
)
def test_what_cannot_be_planned_is_said_in_words(secretariat: Client, changes: dict[str, str], said: str) -> None:
    page = secretariat.post("/meetings/schedule/", {**FORM, **changes})
    assert (page.status_code, refusals(page)) == (400, [said])


def test_days_that_clash_are_warned_of_and_can_be_taken_all_the_same(secretariat: Client) -> None:
    other = a_plan(hand(), "2016-07-02", body="Bureau")
    page = secretariat.post("/meetings/schedule/", {**FORM, "starts_on": "2016-07-02"})
    assert words(page, "//*[contains(@class,'note-warning')]//li") == [
        "Bureau (CCM) meets from 2 July 2016 to 2 July 2016 (to that meeting)",
        "2 July 2016 is a day of the weekend",
    ]
    assert tree(page).xpath("//*[contains(@class,'note-warning')]//a/@href") == [f"/meetings/{other}/"]
    assert Meeting.objects.count() == 1
    assert (
        secretariat.post("/meetings/schedule/", {**FORM, "starts_on": "2016-07-02", "anyway": "yes"}).status_code == 302
    )
    assert Meeting.objects.count() == 2


def test_dates_of_other_forums_are_added_warned_of_and_taken_back(secretariat: Client) -> None:
    sent = {"name": "First Committee", "starts_on": "2016-10-03", "ends_on": "2016-11-02", "place": "New York"}
    assert refusals(secretariat.post("/meetings/forums/", sent)) == ["Source: This field is required."]
    wrong = secretariat.post("/meetings/forums/", {**sent, "source": "A/C.1/71/CRP.1", "ends_on": "2016-10-01"})
    assert refusals(wrong) == ["The last day is before the first."]
    assert secretariat.post("/meetings/forums/", {**sent, "source": "programme of work"}).status_code == 302
    page = secretariat.get("/meetings/forums/")
    assert words(page, "//tbody/tr/td")[:2] == [
        "First Committee",
        "3 October 2016 to 2 November 2016",
    ]
    warned = secretariat.post("/meetings/schedule/", {**FORM, "starts_on": "2016-10-06"})
    assert words(warned, "//*[contains(@class,'note-warning')]//li") == [
        "First Committee is held from 3 October 2016 to 2 November 2016, New York"
    ]
    number = tree(page).xpath("//input[@name='number']/@value")[0]
    for said in ("The dates are taken back.", "These dates were taken back already."):
        back = secretariat.post("/meetings/forums/step/", {"number": number}, follow=True)
        assert words(back, "//*[contains(@class,'messages')]//li") == [said]


def test_a_meeting_is_moved_changed_cancelled_and_confirmed_again(secretariat: Client) -> None:
    number = a_plan(hand())
    address = f"/meetings/{number}/plan"
    assert secretariat.post(f"{address}/confirm/", {"note": "Room booked"}).status_code == 302
    again = secretariat.get(f"{address}/confirm/", follow=True)
    assert words(again, "//*[contains(@class,'messages')]//li")[-1] == "It is confirmed already."
    assert secretariat.post(f"{address}/move/", {"starts_on": "2016-07-07", "holidays": ""}).status_code == 302
    sent = {**FORM, "place": "Room XIV", "number": "4", "note": "XXII is closed"}
    assert secretariat.post(f"{address}/change/", sent).status_code == 302
    same = secretariat.post(f"{address}/change/", sent)
    assert refusals(same) == ["Nothing was changed: this is how it is planned."]
    assert secretariat.post(f"{address}/cancel/", {}).status_code == 302
    page = secretariat.get(f"/meetings/{number}/")
    history = [re.sub(r" \d+ \w+ 20(?!16)\d\d", "", line) for line in words(page, "//ol[@class='history']/li")]
    assert history[:4] == [
        "Cancelled Status: confirmed → cancelled by Anna Lindqvist",
        "Changed XXII is closed Place: Palais des Nations → Room XIV by Anna Lindqvist",
        "Moved First day: 30 June 2016 → 7 July 2016Last day: 30 June 2016 → 7 July 2016 by Anna Lindqvist",
        "Confirmed Room booked Status: tentative → confirmed by Anna Lindqvist",
    ]
    assert words(page, "//nav[@class='verbs']//a") == ["Confirm", "Plan the next one"]
    assert secretariat.get(f"{address}/celebrate/").status_code == 404


def test_the_next_meeting_is_planned_after_the_last(secretariat: Client) -> None:
    number = a_plan(hand())
    form = secretariat.get(f"/meetings/{number}/plan/clone/")
    assert tree(form).xpath("//input[@name='starts_on']/@value") == ["2016-07-28"]
    made = secretariat.post(f"/meetings/{number}/plan/clone/", {"starts_on": "2016-07-28", "holidays": "geneva"})
    following = Meeting.objects.get(starts_on=date(2016, 7, 28))
    assert made.headers["Location"] == f"/meetings/{following.pk}/"
    assert (following.number, planned_meeting(number=following.pk).cloned_from) == (5, number)


@pytest.mark.parametrize("rows", [1, 3])
def test_planned_meetings_stand_ahead_of_those_that_were_held(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_meeting()
    for day in range(rows):
        number = a_plan(hand(), f"2016-07-0{day + 1}")
    confirm_meeting(meeting=number, by=hand(), at=AT)
    with django_assert_num_queries(5):
        page = reader.get("/meetings/")
    assert tree(page).xpath("//section[@class='listing']/@id") == ["planned", "meetings"]
    assert words(page, "//*[@id='planned']//tbody/tr[last()]/*") == [
        f"{rows} July 2016",
        "Coordination Committee (CCM)",
        "10:00–11:30 (Europe/Zurich)",
        "Palais des Nations",
        "confirmed",
    ]
    assert words(page, "//div[@class='page-action']//a") == []


@pytest.mark.parametrize("rows", [1, 3])
def test_a_planned_meeting_costs_the_same_however_long_its_agenda(
    reader: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from corcom.meetings.actions import ItemText, add_item

    number = a_plan(hand())
    for item in range(rows):
        add_item(meeting=number, item=ItemText(title=f"Item {item}"), by=hand(), at=AT)
    with django_assert_num_queries(PLAN_QUERIES):
        page = reader.get(f"/meetings/{number}/")
    assert len(words(page, "//ol[@class='agenda-list']/li")) == 3 + rows


def test_today_shows_the_next_meeting_that_is_not_cancelled(reader: Client) -> None:
    cancelled, number = a_plan(hand(), "2016-06-20"), a_plan(hand(), "2016-07-07")
    cancel_meeting(meeting=cancelled, by=hand(), at=AT)
    page = reader.get("/")
    assert words(page, "//section[@id='next-meeting']//li") == [
        "Coordination Committee, meeting 4 of 2016, 7 July 20167 July 2016, 10:00–11:30 (Europe/Zurich) tentative"
    ]
    assert tree(page).xpath("//section[@id='next-meeting']//li//a/@href") == [f"/meetings/{number}/"]


def test_once_there_are_minutes_the_page_is_the_record_and_what_was_planned_stays(reader: Client) -> None:
    number = a_plan(hand(), "2016-05-26")
    assert a_meeting().meeting_id == number
    record = reader.get(f"/meetings/{number}/")
    assert words(record, "//h1") == ["Coordination Committee, 26 May 2016"]
    assert f"/meetings/{number}/plan/" in tree(record).xpath("//aside//a/@href")
    plan = reader.get(f"/meetings/{number}/plan/")
    assert words(plan, "//dl[@class='facts']//dd")[:2] == ["held", "26 May 2016, 10:00–11:30 (Europe/Zurich)"]
    assert reader.get(f"/meetings/{a_meeting('b.txt', date='2016-04-01').meeting_id}/plan/").status_code == 404


def test_whoever_reads_sees_what_is_planned_and_changes_nothing(reader: Client, visitor: Client) -> None:
    number = a_plan(hand())
    page = reader.get(f"/meetings/{number}/")
    assert words(page, "//nav[@class='verbs']//a") == []
    assert PLAN.joining_link in page.content.decode()
    for address in ("schedule/", "forums/", f"{number}/plan/cancel/", f"{number}/agenda/"):
        assert reader.get(f"/meetings/{address}").status_code == 403
        assert visitor.get(f"/meetings/{address}").status_code == 302
    assert reader.post(f"/meetings/{number}/plan/cancel/", {}).status_code == 403
    assert reader.post(f"/meetings/{number}/agenda/release/").status_code == 403
    assert planned_meeting(number=number).said == "tentative"
    assert visitor.get(f"/meetings/{number}/").status_code == 302


def test_what_is_open_for_it_leads_to_the_matters_arising(reader: Client) -> None:
    a_meeting()
    an_action_point(text="write to Angola", due="2016-06-20")
    number = a_plan(hand())
    page = reader.get(f"/meetings/{number}/")
    link = tree(page).xpath("//h2[.='Open for this meeting']/following-sibling::p[1]/a/@href")[0]
    assert words(reader.get(link), "//p[@class='status-line']") == [
        "Since 26 May 2016, for the meeting of 30 June 2016; the one after it on 28 July 2016 (what nobody has said is reckoned: about monthly)"
    ]
