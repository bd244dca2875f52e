from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.register import the_register
from tests.factories.reports import NOW, handed_in
from tests.web.kept import TODAY, a_meeting, an_action_point
from tests.web.pages import Answer, tree, words

from corcom.web import day

# Session, person; how many, which and whose of both lists; meetings, those planned; documents that wait (four), findings; what waits: reports,
# letters, mail that came in (two), messages, addresses (two).
QUERIES = 22


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def parts(page: Answer) -> list[str]:
    return words(page, "//div[@class='columns']//h2")


def test_before_anything_is_on_record_it_says_how_to_begin(reader: Client) -> None:
    assert words(reader.get("/"), "//*[@class='empty']/h2") == ["Nothing is on record yet"]


@pytest.mark.parametrize("rows", [1, 3])
def test_it_costs_the_same_whatever_there_is(
    secretariat: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        a_meeting(f"{number}.txt", date=f"2016-05-{26 - number}", left_out=("figure", "position"))
        an_action_point(text=f"letter {number}")
    with django_assert_num_queries(QUERIES):
        page = secretariat.get("/")
    assert parts(page) == [
        f"Waits for review {2 * rows}",
        f"Overdue {rows}",
        f"Falls due next {rows}",
        "Latest meetings",
    ]


def test_a_reader_sees_what_falls_due_and_the_latest_meetings(reader: Client) -> None:
    reading = a_meeting(left_out=("position",))
    page = reader.get("/")
    assert parts(page) == ["Overdue 1", "Falls due next 0", "Latest meetings"]
    assert words(page, "//section[3]//li/a") == ["Coordination Committee, 26 May 2016"]
    assert tree(page).xpath("//section[3]//li/a/@href") == [f"/meetings/{reading.meeting_id}/"]


def test_what_does_not_fit_is_a_step_away_on_the_same_day(reader: Client) -> None:
    for number in range(7):
        an_action_point(text=f"letter {number}", due="2016-05-20")
    page = reader.get("/?as_of=2016-06-01")
    assert (parts(page)[0], words(page, "//section[1]/p/a")) == ("Overdue 7", ["All that is overdue"])
    assert tree(page).xpath("//section[1]/p/a/@href") == ["/follow-up/?state=overdue&as_of=2016-06-01"]


def test_the_secretariat_is_led_to_what_waits(secretariat: Client) -> None:
    reading = a_meeting(left_out=("position",))
    page = secretariat.get("/")
    assert words(page, "//section[1]//li") == ["minutes.txt 2 findings"]
    assert tree(page).xpath("//section[1]//li/a/@href") == [f"/documents/{reading.file_id}/review/"]


def test_what_waits_is_shown_as_far_as_it_fits_and_counted_in_whole(secretariat: Client) -> None:
    for number in range(8):
        a_meeting(f"{number}.txt", date=f"2016-05-{26 - number}", left_out=("figure", "position"))
    page = secretariat.get("/")
    assert parts(page)[0] == "Waits for review 16"
    assert words(page, "//section[1]//li") == [f"{number}.txt 2 findings" for number in (7, 6, 5, 4, 3, 2)]


def test_it_says_what_changed_since_the_last_visit(secretariat: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    number = an_action_point()
    an_action_point(text="stays open")
    assert "Changed since you were last here" not in parts(secretariat.get("/"))
    secretariat.post(f"/follow-up/{number}/close/", {"on": "2016-06-14", "note": "sent"})
    assert "Changed since you were last here" not in parts(secretariat.get("/"))
    now = day.moment()
    later = [now + timedelta(hours=2), now + timedelta(hours=2, minutes=5), now + timedelta(days=2)]
    moments = iter(later)
    monkeypatch.setattr("corcom.web.today.days.moment", lambda: next(moments))
    secretariat.cookies["here"] = f"|{(now - timedelta(minutes=1)).isoformat()}"
    for _ in (1, 2):
        page = secretariat.get("/")
        assert words(page, "//section[h2='Changed since you were last here']//li") == [
            "Closed: Circulate the draft letter Anna Lindqvist"
        ]
    page = secretariat.get("/")
    assert words(page, "//section[h2='Changed since you were last here']/p") == ["Nothing."]


@pytest.mark.parametrize("kept", ["", "nonsense", "|", "2016|x", "|2016-05-01T10:00:00"])
def test_a_cookie_that_cannot_be_read_counts_as_a_first_visit(reader: Client, kept: str) -> None:
    an_action_point()
    reader.cookies["here"] = kept
    page = reader.get("/")
    assert parts(page) == ["Overdue 0", "Falls due next 1", "Latest meetings"]
    assert datetime.fromisoformat(page.cookies["here"].value.partition("|")[2]).tzinfo is not None


def test_on_another_day_it_shows_what_was_due_then_and_nothing_of_today(secretariat: Client) -> None:
    a_meeting(left_out=("position",))
    page = secretariat.get("/?as_of=2016-05-28")
    assert parts(page) == ["Overdue 0", "Falls due next 1", "Latest meetings"]
    assert tree(page).xpath("//section[2]//li/a/@href")[0].endswith("?as_of=2016-05-28")


def test_what_waits_for_the_secretariat_is_named_with_the_way_to_it(secretariat: Client, reader: Client) -> None:
    the_register()
    handed_in(NOW, "1200")
    page = secretariat.get("/")
    assert words(page, "//section[@id='waits']//a") == ["1 report handed in, to be taken up"]
    assert tree(page).xpath("//section[@id='waits']//a/@href") == ["/reports/"]
    assert words(reader.get("/"), "//section[@id='waits']") == []
    # It is a matter of today.
    assert words(secretariat.get("/?as_of=2016-06-01"), "//section[@id='waits']") == []
