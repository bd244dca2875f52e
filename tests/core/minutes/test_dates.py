"""Dates by the calendar, and dates that count from the meeting: what each way of writing them means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corcom.kernel.calendar import earliest, is_iso, latest
from corcom.kernel.plain import plain
from corcom.minutes.domain.dates import DateMention, dates_to_list, find_dates

SPRING = date(2016, 4, 28)  # a Thursday
AUTUMN = date(2011, 9, 29)  # a Thursday
WINTER = date(2011, 12, 13)  # a Tuesday
OCTOBER = date(2003, 10, 8)  # a Wednesday


def only(text: str, day: date | None = SPRING) -> DateMention:
    found = find_dates(plain(text), meeting_on=day)
    assert len(found) == 1, found
    return found[0]


def values(text: str, day: date | None = SPRING) -> list[str | None]:
    return [mention.value for mention in find_dates(plain(text), meeting_on=day)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("due on the first of March", "2017-03-01"),
        ("by the twenty-first of May 2016", "2016-05-21"),
        ("a seminar in July or August", "2016-07/2016-08"),
        ("in the last quarter of the year", "2016-10-01/2016-12-31"),
        ("in the first half of next year", "2017-01-01/2017-06-30"),
        ("within a fortnight", "2016-04-28/2016-05-12"),
        ("a panel on Wednesday the 25th.", "2016-05-25"),
        ("which was to take effect on 27 October", "2016-10-27"),
        ("was looking at dates in the second half of January", "2017-01-16/2017-01-31"),
    ],
)
def test_further_ways_to_write_a_day(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ("7\tNorway\t15/6\tsent", "2016-06-15"),
        ("| Peru | 15/6 | open |", "2016-06-15"),
        ("7\tNorway\tSent on 13/4. Closed.", "2016-04-13"),
    ],
)
def test_day_and_month_in_a_cell_of_a_table(cells: str, value: str) -> None:
    assert [mention.value for mention in find_dates(cells, meeting_on=SPRING)] == [value]


@pytest.mark.parametrize("text", ["one half, 1/2 of them", "CCM/MSP/2016/5/6", "the 23rd meeting", "decision 5/1"])
def test_fractions_and_symbols_are_no_days(text: str) -> None:
    assert [value for value in values(text) if value and len(value) == len("2016-05-26")] == []


def test_this_week_is_not_listed_and_within_a_week_is() -> None:
    found = find_dates("It was sent this week. Norway answers within a week.", meeting_on=SPRING)
    assert [mention.words for mention in dates_to_list(found, meeting_on=SPRING.isoformat())] == ["within a week"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("28 April 2016", "2016-04-28"),
        ("9th  May 2016", "2016-05-09"),
        ("1st of June, 2017", "2017-06-01"),
        ("April 28, 2016", "2016-04-28"),
        ("Sept. 5, 2014", "2014-09-05"),
        ("12 Dec 2011", "2011-12-12"),
        ("29\nSeptember 2011", "2011-09-29"),
        ("2016-04-28", "2016-04-28"),
        ("28.04.2016", "2016-04-28"),
        ("28/4/2016", "2016-04-28"),
        ("04/28/2016", "2016-04-28"),
        ("3.5.2016", "2016-05-03"),
        ("15 DECEMBER 2015", "2015-12-15"),
        ("24 avril 2016", "2016-04-24"),
        ("1er août 2015", "2015-08-01"),
        ("6 de mayo de 2014", "2014-05-06"),
        ("en octubre 2014", "2014-10"),
        ("May 2016", "2016-05"),
        ("2015-11", "2015-11"),
        ("in 2015", "2015"),
    ],
)
def test_a_date_with_its_year(text: str, value: str) -> None:
    found = only(text, None)
    assert (found.value, found.year_inferred) == (value, False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9-12 February 2004", "2004-02-09/2004-02-12"),
        ("9 – 12 February 2004", "2004-02-09/2004-02-12"),
        ("16 to 19 April 2012", "2012-04-16/2012-04-19"),
        ("16 and 17 March 2017", "2017-03-16/2017-03-17"),
        ("between 5 and 9 May 2017", "2017-05-05/2017-05-09"),
        ("February 9-12, 2004", "2004-02-09/2004-02-12"),
        ("from 30 June until 2 July 2012", "2012-06-30/2012-07-02"),
        ("28 December 2011 to 3 January 2012", "2011-12-28/2012-01-03"),
        ("28 December to 3 January 2012", "2011-12-28/2012-01-03"),
        ("29.07. to 08.08.2019", "2019-07-29/2019-08-08"),
        ("January to March 2017", "2017-01/2017-03"),
        ("June and July 2012", "2012-06/2012-07"),
        ("December 2011 - January 2012", "2011-12/2012-01"),
        ("2012 and 2013", "2012/2013"),
        ("2016 – 2018", "2016/2018"),
        ("2015/16", "2015/2016"),
    ],
)
def test_a_period(text: str, value: str) -> None:
    found = only(text, None)
    assert (found.value, found.kind) == (value, "period")


def test_days_that_are_listed_stay_apart() -> None:
    assert values("on 5, 12 and 19 May 2017") == ["2017-05-05", "2017-05-12", "2017-05-19"]
    assert values("on 3 and 17 March 2017") == ["2017-03-03", "2017-03-17"]
    assert values("9 February\t10 February\t11 February", OCTOBER) == ["2004-02-09", "2004-02-10", "2004-02-11"]


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The panel meets on 1 February.", WINTER, "2012-02-01"),
        ("The panel meets in November.", AUTUMN, "2011-11"),
        ("Delegates had met on 10 February.", date(2011, 2, 24), "2011-02-10"),
        ("A paper was received in November.", SPRING, "2015-11"),
        ("A retreat would be held in November.", SPRING, "2016-11"),
        ("A retreat had to be held in November.", SPRING, "2016-11"),
        ("Views are welcome by 15 March.", SPRING, "2017-03-15"),
        ("As of 30 March, twelve had paid.", date(2011, 2, 24), "2011-03-30"),
        ("in August last year", date(2011, 2, 24), "2010-08"),
        ("in May of next year", SPRING, "2017-05"),
        ("Their instrument was signed last September.", SPRING, "2015-09"),
        ("October 8 – November 19", OCTOBER, "2003-10-08/2003-11-19"),
        ("from 20 December to 6 January", WINTER, "2011-12-20/2012-01-06"),
        ("The workshop on 3 March 2014 and the follow-up on 17 May", SPRING, "2014-05-17"),
    ],
)
def test_a_date_without_a_year_is_seen_from_the_meeting(text: str, day: date, value: str) -> None:
    found = find_dates(plain(text), meeting_on=day)[-1]
    assert found.value == value


def test_a_list_of_days_runs_on_across_the_new_year() -> None:
    text = "October 8\n\nStart\n\nDecember 4\n\nSign-off\n\nFebruary 9-12\n\nMeetings\n\nSeptember 20\n\nEvaluation\n"
    assert values(text, OCTOBER) == ["2003-10-08", "2003-12-04", "2004-02-09/2004-02-12", "2004-09-20"]


def test_a_year_that_is_not_said_is_marked_as_inferred() -> None:
    assert only("on 17 May").year_inferred
    assert not only("on 17 May 2016").year_inferred
    assert only("on 17 May", None).value is None


@pytest.mark.parametrize(
    ("text", "value", "part"),
    [
        ("by mid-January", "2012-01-15", "mid"),
        ("early March", "2012-03", "early"),
        ("at the beginning of March", "2012-03", "early"),
        ("by the end of May", "2012-05", "end"),
        ("by end-May", "2012-05", "end"),
        ("end May", "2012-05", "end"),
        ("during the first two weeks of June", "2012-06-01/2012-06-14", None),
        ("in spring 2013", "2013", None),
        ("late January 2012", "2012-01", "end"),
        ("in the first week of February", "2012-02-01/2012-02-07", None),
        ("in the last week of February", "2012-02-23/2012-02-29", None),
        ("the first half of March", "2012-03-01/2012-03-15", None),
        ("in the second half of June", "2012-06-16/2012-06-30", None),
        ("the second quarter of 2017", "2017-04-01/2017-06-30", None),
        ("the first half of 2017", "2017-01-01/2017-06-30", None),
        ("in the last ten days of June", "2012-06-21/2012-06-30", None),
        ("during the month of May", "2012-05", None),
        ("in the week of 6 March", "2012-03-05/2012-03-11", None),
        ("in the week of 4 March", "2012-03-04/2012-03-10", None),
        ("the week beginning 5 March", "2012-03-05/2012-03-11", None),
        ("mid-May 4", "2012-05-15", "mid"),
    ],
)
def test_a_part_of_a_month_or_year(text: str, value: str, part: str | None) -> None:
    found = only(text, WINTER)
    assert (found.value, found.part) == (value, part)


def test_what_is_due_by_the_end_of_a_month_is_due_on_its_last_day() -> None:
    found = only("by the end of February 2016")
    assert (found.value, found.due, found.bound) == ("2016-02", "2016-02-29", "by")
    assert only("by 3 March 2016").due == "2016-03-03"


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("before the following Thursday", SPRING, "2016-05-05"),
        ("by next Monday", SPRING, "2016-05-02"),
        ("last Tuesday", SPRING, "2016-04-26"),
        ("by close of business on Friday", SPRING, "2016-04-29"),
        ("on that day", SPRING, "2016-04-28"),
        ("either on that day or the next", SPRING, "2016-04-28/2016-04-29"),
        ("the following day", SPRING, "2016-04-29"),
        ("tomorrow", SPRING, "2016-04-29"),
        ("by the end of the week", OCTOBER, "2003-10-10"),
        ("before the end of next week", OCTOBER, "2003-10-17"),
        ("by the end of the month", SPRING, "2016-04"),
        ("next week", SPRING, "2016-05-02/2016-05-08"),
        ("the previous week", SPRING, "2016-04-18/2016-04-24"),
        ("next month", SPRING, "2016-05"),
        ("later this year", SPRING, "2016"),
        ("last year", SPRING, "2015"),
        ("within two weeks", SPRING, "2016-04-28/2016-05-12"),
        ("within a month", date(2011, 2, 24), "2011-02-24/2011-03-24"),
        ("within the next month", date(2011, 1, 31), "2011-01-31/2011-02-28"),
        ("within three working days", SPRING, "2016-04-28/2016-05-03"),
        ("within the week", SPRING, "2016-04-28/2016-04-29"),
        ("in the next two weeks", SPRING, "2016-04-28/2016-05-12"),
        ("in the coming month", SPRING, "2016-04-28/2016-05-28"),
        ("in the coming months", SPRING, None),
        ("over the last two years", SPRING, None),
        ("over the course of the next 6 months", SPRING, None),
        ("two weeks ago", SPRING, "2016-04-14"),
        ("three months ago", SPRING, "2016-01"),
        ("two weeks ago", None, None),
    ],
)
def test_a_relative_date_counts_from_the_meeting(text: str, day: date | None, value: str | None) -> None:
    found = only(text, day)
    assert (found.value, found.kind) == (value, "relative")


def test_the_following_day_counts_from_a_day_named_before_it() -> None:
    assert values("a briefing on 17 May 2016 and a visit the following day") == ["2016-05-17", "2016-05-18"]


@pytest.mark.parametrize("text", ["once a month", "every two weeks", "on a monthly basis", "each year"])
def test_what_comes_again_has_no_value(text: str) -> None:
    found = only(text)
    assert (found.recurring, found.value) == (True, None)


def test_a_yearly_date_is_recurring() -> None:
    assert only("by 30 April each year").recurring
    assert only("every 30 April").recurring


@pytest.mark.parametrize(
    ("text", "bound", "tentative", "approximate"),
    [
        ("no later than 5 December 2016", "by", False, False),
        ("at the latest by 5 December 2016", "by", False, False),
        ("before 5 December 2016", "before", False, False),
        ("(until 5 December 2016)", "until", False, False),
        ("since 5 December 2015", "since", False, False),
        ("as of 5 December 2016", "from", False, False),
        ("tentatively scheduled for 5 December 2016", "on", True, False),
        ("5 December 2016, to be confirmed", None, True, False),
        ("by around 5 December 2016", "by", False, True),
    ],
)
def test_the_words_before_a_date_bound_it(text: str, bound: str | None, tentative: bool, approximate: bool) -> None:  # noqa: FBT001  columns of the table
    found = only(text)
    assert (found.bound, found.tentative, found.approximate) == (bound, tentative, approximate)


def test_the_words_of_a_mention_hold_its_bound_and_say_where_the_date_begins() -> None:
    text = "Comments are due no later than Thursday, 5 May 2016 in writing."
    found = only(text)
    assert found.words == "no later than Thursday, 5 May 2016"
    assert text[found.named_at : found.end] == "Thursday, 5 May 2016"


def test_a_day_in_brackets_belongs_to_the_month_before_it() -> None:
    found = only("The group meets in November (tentatively set for the 7th, if members agree).", AUTUMN)
    assert (found.value, found.kind, found.tentative, found.bound) == ("2011-11-07", "day", True, "in")


@pytest.mark.parametrize(
    ("text", "weekday", "conflict"),
    [
        ("Thursday, 26 May 2016", "Thursday", False),
        ("on Wednesday 26 May 2016", "Wednesday", True),
        ("26 May 2016 (Friday)", "Friday", True),
        ("Monday the 2nd May 2016", "Monday", False),
        ("26 May 2016", None, False),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_noticed(text: str, weekday: str | None, conflict: bool) -> None:  # noqa: FBT001  columns of the table
    found = only(text)
    assert (found.value is not None, found.weekday, found.weekday_conflict) == (True, weekday, conflict)


@pytest.mark.parametrize(
    "text",
    [
        "CCM/MSP/2010/5",
        "A/RES/70/54",
        "Article 7 reports and Articles 1-3",
        "tel. +41 22 917 2016",
        "CHF 214,087.41 and USD 2016",
        "80% of 2000 mines",
        "from 10:00 - 11:50 hours",
        "States may wish to march",
        "Ms. April Smith",
        "section 5.1.16",
        "ISO 2015",
        "the 7th MSP",
        "room 2012",
        "www.example.org/2016/05/report",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [mention for mention in find_dates(text, meeting_on=SPRING) if mention.kind != "event"] == []


@pytest.mark.parametrize("text", ["31 February 2016", "on 30 February", "June 31, 2016"])
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    found = only(text)
    assert (found.value, found.kind, found.words) == (None, "day", text)


def test_a_list_of_dates_leaves_out_the_meeting_itself_and_mere_labels() -> None:
    text = plain(
        "Minutes of 28 April 2016. In their 2014 reports and at the meeting of 2016 nothing was said. Since last year the "
        "June retreat has been planned. It follows the February meetings of 9-12 February 2016, once a month."
    )
    listed = dates_to_list(find_dates(text, meeting_on=SPRING), meeting_on="2016-04-28")
    assert [mention.value for mention in listed] == ["2016-06", "2016-02-09/2016-02-12"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("in the first week of November many will travel", False),
        ("in June many will travel", False),
        ("the June retreat", True),
        ("their 2014 annual reports", True),
        ("the workshop in 2014", False),
        ("the third meeting of 2014", True),
        ("the programme of work for 2012 and 2013", False),
        ("before the end of 2014 all had answered", False),
    ],
)
def test_a_year_or_month_that_only_names_something_is_a_label(text: str, label: bool) -> None:  # noqa: FBT001  columns of the table
    assert only(text).label is label


def test_only_the_part_asked_for_is_read() -> None:
    text = "on 3 May 2016, on 4 May 2016, on 5 May 2016"
    found = find_dates(text, meeting_on=SPRING, start=14, end=29)
    assert [(mention.words, mention.value) for mention in found] == [(" on 4 May 2016".strip(), "2016-05-04")]


PIECES = st.sampled_from(
    [
        "1",
        "2",
        "12",
        "31",
        "2016",
        "1999",
        "May",
        "March",
        "January",
        "first",
        "second",
        "week",
        "month",
        "of",
        "the",
        "by",
        "before",
        "on",
        "in",
        "next",
        "last",
        "Thursday",
        "to",
        "-",
        ",",
        ".",
        "(",
        ")",
        "and",
        "until",
        "end",
        "mid-",
        "th",
        "7th",
        "3MSP",
        "meeting",
        "within",
        "two",
        "days",
        "ago",
        "year",
        "every",
        ":",
        "/",
        "CHF",
        "%",
        "\n",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=200)), st.none() | st.dates())
def test_whatever_the_text_the_mentions_stand_at_their_words(text: str, day: date | None) -> None:
    shadow = plain(text)
    last = 0
    for mention in find_dates(shadow, meeting_on=day):
        assert last <= mention.start <= mention.named_at < mention.end <= len(shadow)
        assert mention.words == shadow[mention.start : mention.end]
        assert mention.value is None or is_iso(mention.value)
        last = mention.end


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2069, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_a_day_written_out_is_read_back(day: date, form: str) -> None:
    found = only(f"It will be held on {day.strftime(form)} in Geneva", None)
    assert found.value == day.isoformat()


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)), st.integers(0, 270))
def test_a_day_ahead_without_its_year_is_read_from_the_meeting(meeting: date, ahead: int) -> None:
    day = date.fromordinal(meeting.toordinal() + ahead)
    if (day.month, day.day) != (2, 29):
        assert only(f"The panel meets on {day.day} {day:%B}.", meeting).value == day.isoformat()


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)),
    st.integers(1, 60),
    st.sampled_from(["days", "weeks", "months"]),
)
def test_within_some_time_begins_with_the_meeting(meeting: date, count: int, unit: str) -> None:
    value = only(f"within {count} {unit}", meeting).value
    assert value is not None
    assert earliest(value) == meeting < latest(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Meeting no. 4, Thursday 5 March 2020", "2020-03-05"),
        ("Meeting no. 4 - Thursday 5 March 2020", "2020-03-05"),
        ("Room 3, 5 March 2020", "2020-03-05"),
        ("Meeting No 12, 5 and 6 March 2020", "2020-03-05/2020-03-06"),
        ("the meeting 4 March 2020", "2020-03-04"),
        ("the session 5-6 May 2020", "2020-05-05/2020-05-06"),
    ],
)
def test_a_number_that_counts_something_else_is_no_day(text: str, value: str) -> None:
    assert [mention.value for mention in find_dates(text, meeting_on=None)] == [value]
