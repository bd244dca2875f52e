from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.mail import mail_settings
from tests.factories.plans import a_plan
from tests.factories.polls import NORWAY, a_poll, offered, said
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.meetings.actions import record_forum_dates
from corcom.meetings.queries import planned_meeting
from corcom.outbox.models import OutgoingMessage
from corcom.polls.actions import answer_poll, end_poll
from corcom.polls.models import Poll, PollAnswer
from corcom.polls.queries import poll
from corcom.web.day import moment

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"
DATES = (offered("2036-06-24"), offered("2036-06-26", "15:00", "16:00"))


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.MAIL = mail_settings()


def opened(**changes: Any) -> int:
    """A poll that takes answers now: answers are taken by the real clock."""
    meeting = a_plan(hand(), on="2036-06-30")
    own = {"dates": DATES, "closes_at": moment() + timedelta(days=3), "at": moment()}
    return a_poll(meeting, **{**own, **changes})


def link(number: int, name: str) -> str:
    token = next(one.link.token for one in poll(number=number).parties if one.name == name)
    return f"/poll/?{urlencode({'key': token})}"


def answer(number: int, party: str, letters: str) -> None:
    dates = [one.number for one in poll(number=number).dates]
    answer_poll(poll=number, party=party, choices=said(dates, letters), at=moment())


def form(*days: str, **more: Any) -> dict[str, Any]:
    sent = {f"day-{number}": day for number, day in enumerate(days, start=1)}
    sent |= {f"start-{number}": "10:00" for number in range(1, 9)}
    return {**sent, "closes_on": "2036-06-10", "others": "Zambia\nthe Netherlands <nl@mission.example>", **more}


def test_the_secretariat_opens_a_poll_after_it_saw_what_clashes(secretariat: Client) -> None:
    meeting = a_plan(hand(), on="2036-06-30")
    record_forum_dates(
        name="Conference on Disarmament",
        starts_on=DATES[0].starts_on,
        ends_on=DATES[0].ends_on,
        place="Geneva",
        source="a letter",
        by=hand(),
        at=moment(),
    )
    page = secretariat.get(f"/meetings/{meeting}/")
    here = f"/meetings/{meeting}/poll/"
    assert tree(page).xpath("//aside//a[.='Ask which date suits']/@href") == [here]
    warned = secretariat.post(here, form("2036-06-24", "2036-06-26"))
    assert words(warned, "//*[contains(@class,'note-warning')]//li") == [
        "24 June 2036, 10:00. Conference on Disarmament is held from 24 June 2036 to 24 June 2036, Geneva"
    ]
    assert Poll.objects.count() == 0
    made = secretariat.post(here, form("2036-06-24", "2036-06-26", anyway="yes"), follow=True)
    number = Poll.objects.get().pk
    assert words(made, "//p[@class='status-line']") == ["Answers until the end of 10 June 2036 · 0 of 2 answered"]
    found = poll(number=number)
    assert [(one.name, one.address) for one in found.parties] == [
        ("Netherlands", "nl@mission.example"),
        ("Zambia", ""),
    ]
    page = secretariat.get(f"/meetings/{meeting}/")
    assert tree(page).xpath("//aside//a[.='Poll of dates']/@href") == [f"/polls/{number}/"]


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (form("2036-06-24"), "1 dates are written. A poll offers from 2 to 8 of them."),
        (form("2036-06-24", "2036-06-24"), "24 June 2036 at 10:00 stands there twice."),
        (
            form("2036-06-24", "2036-06-10"),
            "10 June 2036 comes before the last day for answers. Choose a later date, or an earlier last day.",
        ),
        (form("2036-06-24", "2036-06-26", others=""), "Choose at least one delegation to ask."),
        (
            form("2036-06-24", "2036-06-26", closes_on="2016-06-01"),
            "The last day for answers has passed already. Choose a later one.",
        ),
        (
            form("2036-06-24", "2036-06-26", **{"start-1": "25:00"}),
            "“25:00” is no time. Write it as 10:00 or 15:30.",
        ),
    ],
)
def test_what_cannot_be_asked_is_answered_in_words(secretariat: Client, sent: dict[str, Any], error: str) -> None:
    here = f"/meetings/{a_plan(hand(), on='2036-06-30')}/poll/"
    page = secretariat.post(here, {**sent, "anyway": "yes"})
    assert (page.status_code, words(page, ERROR), Poll.objects.count()) == (400, [error], 0)
    unknown = secretariat.post(here, form("2036-06-24", "2036-06-26", others="Atlantis"))
    assert words(unknown, ERROR) == [
        "Other delegations, one on each line: “Atlantis” is none of the States and organisations of the register."
    ]


def test_a_delegation_answers_by_its_link_without_an_account_and_changes_it(visitor: Client) -> None:
    number = opened()
    here = link(number, "Zambia")
    page = visitor.get(here)
    assert words(page, "//h1") == ["Which date suits you?"]
    assert words(page, "//legend") == [
        "24 June 2036, 10:00–11:30 24 June 2036, 08:00–09:30 UTC",
        "26 June 2036, 15:00–16:00 26 June 2036, 13:00–14:00 UTC",
    ]
    first, second = (f"date-{one.number}" for one in poll(number=number).dates)
    answered = visitor.post(here, {first: "no", second: "yes", "note": "After lunch only."}, follow=True)
    assert words(answered, SAID) == ["Thank you. Your answer is kept; you can change it here until the last day."]
    assert tree(answered).xpath("//input[@checked]/@value") == ["no", "yes"]
    visitor.post(here, {first: "if_need_be", second: "yes"})
    assert (PollAnswer.objects.count(), [*poll(number=number).answers["ZMB"].values()]) == (2, ["if_need_be", "yes"])
    nothing = visitor.post(here, {})
    assert words(nothing, ERROR) == ["Say of at least one date whether it suits you."]


def test_a_link_that_is_wrong_ended_or_of_another_page_opens_nothing_and_says_why(visitor: Client) -> None:
    number = opened()
    here = link(number, "Zambia")
    assert [visitor.get(f"{here}x").status_code, visitor.get("/poll/").status_code] == [403, 403]
    end_poll(poll=number, by=hand(), at=moment())
    ended = visitor.get(here)
    assert ended.status_code == 410
    assert words(ended, "//h1") == ["This link does not open"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_table_shows_delegations_by_dates_and_the_best_with_its_reasons(
    secretariat: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    number = opened(**({} if count > 1 else {"parties": (NORWAY,)}))
    answer(number, "NOR", "ny")
    if count > 1:
        answer(number, "ZMB", "ym")
    with django_assert_num_queries(8):  # session, person; poll, answers, dates, delegations; meetings, forums
        page = secretariat.get(f"/polls/{number}/")
    rows = [words(page, f"//*[@id='answers']//tbody/tr[{at}]/*")[:3] for at in range(1, 5)]
    expected = [
        ["Croatia", "–", "–"],
        ["Norway", "no", "yes"],
        ["Zambia", "yes", "if need be"],
        ["Together", "1 yes0 if need be1 no", "1 yes1 if need be0 no"],
    ]
    alone = [["Norway", "no", "yes"], ["Together", "0 yes0 if need be1 no", "1 yes0 if need be0 no"], [], []]
    assert rows == (expected if count > 1 else alone)
    assert words(page, "//*[contains(@class,'note-info')]//strong") == ["Best so far: 26 June 2036, 15:00–16:00"]
    assert words(page, "//*[contains(@class,'note-info')]//li")[1] == "nobody says no"
    file = secretariat.get(f"/polls/{number}/?format=csv").content.decode("utf-8-sig").splitlines()
    assert file[0] == "code,delegation,2036-06-24 10:00,2036-06-26 15:00,note,answered_at"


def test_confirming_a_date_makes_it_the_meeting_s(secretariat: Client) -> None:
    number = opened()
    chosen = poll(number=number).dates[1].number
    page = secretariat.post(f"/polls/{number}/step/", {"confirm": "yes", "date": chosen}, follow=True)
    assert words(page, SAID) == ["The meeting is confirmed on this date, and the poll has ended."]
    found = planned_meeting(number=poll(number=number).meeting.number)
    assert (found.said, found.plan.starts_on, found.plan.start_time) == ("confirmed", DATES[1].starts_on, "15:00")
    again = secretariat.post(f"/polls/{number}/step/", {"end": "yes"}, follow=True)
    assert words(again, SAID)[0].startswith("This poll takes no answers any more: it ended on ")
    shown = secretariat.get(f"/polls/{number}/")
    assert words(shown, "//*[contains(@class,'note-success')]/span") == [
        "26 June 2036, 15:00–16:00 was chosen by Anna Lindqvist. To the meeting"
    ]


def test_letters_and_answers_that_were_told(secretariat: Client) -> None:
    number = opened()
    page = secretariat.post(f"/polls/{number}/letters/", follow=True)
    assert words(page, SAID) == ["2 letters wait in the outbox, where they can be released."]
    text = OutgoingMessage.objects.get(recipient="mission@zambia.example").text
    assert f"http://testserver{link(number, 'Zambia')}" in text
    party = poll(number=number).parties[1]
    here = f"/polls/{number}/answers/{party.number}/"
    first = poll(number=number).dates[0].number
    told = secretariat.post(here, {f"date-{first}": "yes", "note": "by telephone"}, follow=True)
    assert words(told, "//*[@id='answers']//tbody/tr[2]/*[1]") == ["Norwayby telephone"]
    assert secretariat.get(f"/polls/{number}/answers/0/").status_code == 404


def test_who_may_not_is_told_so(reader: Client, visitor: Client) -> None:
    number = opened()
    at = f"/polls/{number}/"
    assert reader.get(at).status_code == 200
    assert [reader.post(f"{at}{step}/").status_code for step in ("step", "letters")] == [403, 403]
    assert reader.get(f"/meetings/{poll(number=number).meeting.number}/poll/").status_code == 403
    assert [visitor.get(at).status_code, visitor.get("/polls/999/").status_code] == [302, 302]
    assert visitor.post(f"{at}letters/").headers["Location"] == f"/account/sign-in/?next={at}"
    assert tree(reader.get(at)).xpath("//form[@method='post' and contains(@action, 'polls')]") == []
