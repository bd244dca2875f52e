from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tests.factories.plans import PLAN

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.plan import EndsBeforeStart, NoSuchLocalTime
from corcom.polls.domain.poll import (
    DateBeforeEnding,
    DatesRefused,
    OfferedBefore,
    OfferedDate,
    check_dates,
)
from corcom.polls.domain.poll_words import PollLetter, poll_words

CLOSES = datetime(2016, 6, 10, 22, 0, tzinfo=UTC)


def offered(on: str, start: str = "10:00", end: str = "11:30") -> OfferedDate:
    day = date.fromisoformat(on)
    return OfferedDate(starts_on=day, ends_on=day, start_time=start, end_time=end)


TWO = [offered("2016-06-23"), offered("2016-06-30")]


def test_two_to_eight_dates_can_be_offered() -> None:
    check_dates(TWO, PLAN, closes_at=CLOSES)
    check_dates([offered(f"2016-06-{day}") for day in range(20, 28)], PLAN, closes_at=CLOSES)


@pytest.mark.parametrize(
    ("dates", "error"),
    [
        (TWO[:1], DatesRefused),
        ([offered(f"2016-06-{day}") for day in range(20, 29)], DatesRefused),
        ([TWO[0], replace(TWO[0], end_time="12:00")], OfferedBefore),
        ([TWO[0], offered("2016-06-10")], DateBeforeEnding),
        ([TWO[0], offered("2016-06-30", end="09:00")], EndsBeforeStart),
        ([TWO[0], offered("2017-03-26", start="02:30", end="")], NoSuchLocalTime),
    ],
)
def test_what_cannot_be_offered_is_refused(dates: list[OfferedDate], error: type[CorcomError]) -> None:
    with pytest.raises(error):
        check_dates(dates, PLAN, closes_at=CLOSES)


def test_the_letter_names_the_dates_the_zone_the_link_and_the_last_day() -> None:
    letter = PollLetter(
        plan=PLAN,
        dates=TWO,
        link="https://corcom.example/poll/?key=abc",
        until="2016-06-10",
        note="Lunch is served.",
        sender="CCM ISU",
    )
    words = poll_words(letter, occasion="first")
    assert words.subject == "Which date suits you? Coordination Committee (CCM)"
    assert words.text.splitlines() == [
        "For the next meeting of this body these dates are possible: Coordination Committee (CCM).",
        "",
        "- 23 June 2016, 10:00–11:30",
        "- 30 June 2016, 10:00–11:30",
        "",
        "Times are those of the clock in Europe/Zurich.",
        "",
        "Lunch is served.",
        "",
        "Please say of each whether you can come, here, without an account: https://corcom.example/poll/?key=abc",
        "",
        "The address is yours alone. You can change your answer until the end of 10 June 2016.",
        "",
        "CCM ISU",
    ]
    reminder = poll_words(letter, occasion="reminder").subject
    assert reminder == "Reminder: which date suits you? Coordination Committee (CCM)"
