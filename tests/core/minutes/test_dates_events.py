"""Moments that hang on an event, and times of day."""

from __future__ import annotations

from datetime import date

import pytest

from corcom.kernel.plain import plain
from corcom.minutes import read
from corcom.minutes.domain.dates import DateMention, find_dates, find_times, resolve_event
from corcom.minutes.domain.dates.meeting_names import meeting_name


def only(text: str) -> DateMention:
    found = find_dates(plain(text), meeting_on=date(2016, 4, 28))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "event", "bound"),
    [
        ("to report at the next meeting", "next meeting", "on"),
        ("to circulate it before the next Meeting", "next meeting", "before"),
        ("in time for the next Coordination Committee meeting", "next meeting", "before"),
        ("for release at the 6MSP", "6MSP", "on"),
        ("established no later than the 3MSP", "3MSP", "by"),
        ("by the Second Review Conference", "2RC", "by"),
        ("adopted at the Fifth Meeting of the States Parties", "5MSP", "on"),
        ("after the workshop", "workshop", "after"),
        ("prior to the intersessional meetings", "intersessional meetings", "before"),
        ("in the margins of the 7th MSP", "7MSP", "on"),
        ("until the next Conference of States Parties", "next CSP", "until"),
        ("shown at the launch event", "launch event", "on"),
        ("to be sent before Easter", "Easter", "before"),
        ("after the summer break", "summer break", "after"),
    ],
)
def test_a_moment_hangs_on_an_event(text: str, event: str, bound: str) -> None:
    found = only(text)
    assert (found.kind, found.value, found.event, found.bound) == ("event", None, event, bound)


@pytest.mark.parametrize(
    ("text", "months", "days"),
    [
        ("at least two months prior to the meeting", -2, 0),
        ("three weeks before the 3MSP", 0, -21),
        ("ten days after the workshop", 0, 10),
        ("before the workshop", 0, 0),
    ],
)
def test_an_event_may_have_an_offset(text: str, months: int, days: int) -> None:
    found = only(text)
    assert (found.offset_months, found.offset_days) == (months, days)


@pytest.mark.parametrize(
    "text", ["at a later date", "in due course", "as soon as possible", "as early as possible", "thereafter"]
)
def test_a_vague_moment_has_neither_day_nor_event(text: str) -> None:
    found = only(text)
    assert (found.value, found.event, found.approximate) == (None, None, True)


def test_a_moment_after_something_is_done_names_what() -> None:
    assert only("to be shared once it was finalized").event == "finalized"


def test_a_duration_that_counts_from_an_event_waits_for_it() -> None:
    found = only("within 180 days of entry into force")
    assert (found.kind, found.value) == ("event", None)


@pytest.mark.parametrize(
    ("text", "known", "value"),
    [
        ("three weeks before the 3MSP", "2012-09-11", "2012-08-21"),
        ("three weeks before the 3MSP", "2012-09-11/2012-09-14", "2012-08-21"),
        ("two months prior to the 3MSP", "2012-09-11", "2012-07-11"),
        ("two months prior to the 3MSP", "2012-09", "2012-07"),
        ("ten days after the 3MSP", "2012-09-11/2012-09-14", "2012-09-24"),
        ("at the 3MSP", "2012-09-11/2012-09-14", "2012-09-11/2012-09-14"),
        ("before the 3MSP", "2012-09-11/2012-09-14", "2012-09-11"),
        ("before the 3MSP", "some time", None),
    ],
)
def test_an_event_with_a_known_day_gives_the_moment_its_own(text: str, known: str, value: str | None) -> None:
    assert resolve_event(only(text), {"3MSP": known}) == value


def test_an_unknown_event_gives_no_day_and_a_dated_mention_keeps_its_own() -> None:
    assert resolve_event(only("at the 3MSP"), {}) is None
    assert resolve_event(only("on 3 May 2016"), {"3MSP": date(2012, 9, 11)}) == "2016-05-03"
    assert resolve_event(only("at the 3MSP"), {"3MSP": date(2012, 9, 11)}) == "2012-09-11"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("3MSP", "3MSP"),
        ("the 10th MSP", "10MSP"),
        ("Eleventh Meeting of States Parties", "11MSP"),
        ("next Meeting of States Parties", "next MSP"),
        ("First Review Conference", "1RC"),
        ("1RC", "1RC"),
        ("the Review Conference", "Review Conference"),
        ("the intersessionals", "intersessional meetings"),
        ("next CC meeting", "next meeting"),
        ("the last meeting", "last meeting"),
        ("the regional workshop", "regional workshop"),
    ],
)
def test_a_meeting_has_one_name(words: str, name: str) -> None:
    assert meeting_name(words) == name


@pytest.mark.parametrize(
    ("text", "at", "until"),
    [
        ("at 10:00", "10:00", None),
        ("at 13.00.", "13:00", None),
        ("at 10.30 a.m.", "10:30", None),
        ("at 3 p.m.", "15:00", None),
        ("at 12 a.m.", "00:00", None),
        ("from 10:00 – 11:50 hours", "10:00", "11:50"),
        ("from 15h00 to 17h30", "15:00", "17:30"),
        ("3 to 6 p.m.", "15:00", "18:00"),
        ("10 a.m. to 1 p.m.", "10:00", "13:00"),
        ("between 9:30 and 10:15", "09:30", "10:15"),
        ("1500 hours, that is at noon", "12:00", None),
        ("at 9h", "09:00", None),
    ],
)
def test_a_time_of_day(text: str, at: str, until: str | None) -> None:
    shadow = plain(text)
    [found] = find_times(shadow)
    assert (found.at, found.until, found.words) == (at, until, shadow[found.start : found.end])


@pytest.mark.parametrize(
    "text", ["item 5.10 of the plan", "CHF 13.00", "28.04.2016", "25:61", "version 10.12", "2016", "10 States"]
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("The 9MSP, 2 to 4 September 2019, is near. Chile will report before the 9MSP.", "2019-09-02"),
        ("2-4 September 2019: 9MSP. Chile will report before the 9MSP.", "2019-09-02"),
        ("Peru named 2 to 4 September as the dates of the 9MSP. Chile will report before the MSP.", "2019-09-02"),
        ("In all, 2 to 4 September, Oslo will host the 9MSP. Chile will report before the 9MSP.", "2019-09-02"),
        ("The Second Review Conference meets on 16-20 November 2020. Chile will report by the Review Conference.", "2020-11-16"),
        ("The Review Conference, 16 to 20 November 2020, is near. Chile will report before the Second Review Conference.", "2020-11-16"),
        ("The 2RC is in November 2020, the 3RC in November 2025. Chile will report before the Review Conference.", None),
        ("CSP5, 26 to 30 August 2019, is in Geneva. Chile will report three months before CSP5.", "2019-05-26"),
        ("The fifth session of the Conference of the Parties, 9 to 11 March 2020, is in Oslo. Chile will report before the fifth session.", "2020-03-09"),
        ("A workshop in Lusaka on 24 July 2019 is planned. Chile will report before the workshop.", "2019-07-24"),
        ("The next meeting will be on 6 June 2019. Chile will report by the June meeting.", "2019-06-06"),
    ],
)  # fmt: skip
def test_what_hangs_on_a_meeting_is_due_on_its_days(said: str, due: str | None) -> None:
    rest = "The President thanked members for their work on the papers."
    text = f"Minutes of the Coordination Committee\n9 May 2019\n\n1. Opening\n\n{said}\n\n2. Closing\n\n{rest}\n"
    assert [point.due for point in read(text).action_points] == [due]
