from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.said import said
from corcom.meetings.domain.days_off import day_off, moved_off
from corcom.meetings.domain.timeline import Timeline, draw_up
from corcom.meetings.domain.timeline_events import (
    DayPastLimit,
    EventsRefused,
    MeetingEndingBefore,
    MeetingNotAfter,
    TimelineEvents,
)
from corcom.meetings.domain.timeline_words import moved_in_words, way_in_words, when, who
from corcom.rulebooks.reading import holidays_at, timeline_template, timeline_templates
from corcom.rulebooks.timelines import MOVED, Moved

FEBRUARY = TimelineEvents(
    meeting_start=date(2004, 2, 9),
    meeting_end=date(2004, 2, 12),
    committee_meetings=(date(2003, 10, 8), date(2003, 11, 19)),
)
GENEVA = holidays_at("geneva")
days = st.dates(date(1946, 1, 1), date(2999, 12, 31))


def drawn(code: str, events: TimelineEvents = FEBRUARY) -> Timeline:
    template = timeline_template(code)
    assert template is not None
    return draw_up(template, events, holidays_at(template.place))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Any template, for any meeting, with as many committee meetings before it as somebody named."""
    template = draw(st.sampled_from(timeline_templates()))
    start = draw(days.filter(lambda day: day.year < 2999))
    committee = draw(st.lists(days, max_size=2, unique=True))
    end = start + timedelta(days=draw(st.integers(0, 14)))
    events = TimelineEvents(meeting_start=start, meeting_end=end, committee_meetings=tuple(sorted(committee)))
    return draw_up(template, events, holidays_at(template.place))


def test_the_time_line_of_october_2003_comes_out_exactly() -> None:
    found = drawn("apmbc-standing-committees")
    assert [
        (when(step), who(step.step.owners), who(step.step.sign_off), step.step.depends_on) for step in found.steps
    ] == [
        ("8 October 2003 to 19 November 2003", "Co-Chairs and Co-Rapporteurs", "", ()),
        ("19 November 2003", "Co-Chairs", "", ("preparations",)),
        ("4 December 2003", "Co-Chairs", "Co-Chairs", ("updates",)),
        ("4 December 2003", "President", "President and Director of the GICHD", ("updates",)),
        ("5 December 2003", "ISU", "", ("agendas", "invitation")),
        ("9 to 12 February 2004", "Co-Chairs", "", ("package",)),
        ("20 February 2004", "Co-Chairs", "", ("meetings",)),
    ]
    assert [step.moved_from for step in found.steps] == [None] * 7
    assert (found.conflicts, len(found.notes)) == ((), 2)


def test_each_day_says_how_it_was_found() -> None:
    found = {step.code: way_in_words(step) for step in drawn("apmbc-standing-committees").steps}
    assert (found["preparations"], found["agendas"], found["package"], found["reports"]) == (
        ("committee meeting 1: 8 October 2003", "committee meeting 2: 19 November 2003"),
        (
            "last day of “Send the package of information to all States and relevant organizations”: 5 December 2003",
            "the day before: 4 December 2003",
        ),
        ("first day of the meeting: 9 February 2004", "the last Friday at least 2 months before: 5 December 2003"),
        ("last day of the meeting: 12 February 2004", "plus 8 days: 20 February 2004"),
    )


def test_a_day_off_is_left_by_the_rule_of_the_step_and_says_why() -> None:
    events = TimelineEvents(meeting_start=date(2016, 4, 28), meeting_end=date(2016, 4, 28))
    found = {step.code: step for step in drawn("ccm-coordination-committee", events).steps}
    minutes = found["minutes"]
    assert (minutes.ends_on, minutes.moved_from, moved_in_words(minutes)) == (
        date(2016, 5, 6),
        date(2016, 5, 5),
        "moved from 5 May 2016",
    )
    assert way_in_words(minutes)[-1] == "not on Ascension Day; the day after: 6 May 2016 (Geneva)"
    # Minutes a week after a meeting on a Monday before Good Friday: off the holiday, the weekend and Easter Monday.
    easter = TimelineEvents(meeting_start=date(2016, 3, 18), meeting_end=date(2016, 3, 18))
    minutes = next(step for step in drawn("ccm-coordination-committee", easter).steps if step.code == "minutes")
    assert way_in_words(minutes)[2:] == (
        "not on Good Friday; the day after: 26 March 2016 (Geneva)",
        "not on Saturday; the day after: 27 March 2016",
        "not on Sunday; the day after: 28 March 2016",
        "not on Easter Monday; the day after: 29 March 2016 (Geneva)",
    )


def test_a_step_whose_meeting_nobody_named_cannot_be_dated_and_says_what_is_missing() -> None:
    one = TimelineEvents(
        meeting_start=date(2004, 2, 9), meeting_end=date(2004, 2, 12), committee_meetings=(date(2003, 10, 8),)
    )
    assert [when(step) for step in drawn("apmbc-standing-committees", one).steps] == [
        "cannot be dated; missing: committee meeting 2",
        "cannot be dated; missing: committee meeting 2",
        "4 December 2003",
        "4 December 2003",
        "5 December 2003",
        "9 to 12 February 2004",
        "20 February 2004",
    ]


@pytest.mark.parametrize(
    ("start", "notes"),
    [
        (
            date(2016, 9, 5),
            ["holidays of 2016 at Geneva follow from rules; these are not known: Eid al-Fitr, Eid al-Adha"],
        ),
        (date(2032, 9, 6), ["holidays of 2032 at Geneva are not known; only weekends were considered"]),
        (
            date(2015, 9, 7),
            [
                "this time-line is known from 28 April 2016 on",
                (
                    "holidays of 2015 at Geneva follow from rules; these are not known: Eid al-Fitr, Eid al-Adha, "
                    "a further day, which the list of each year names"
                ),
            ],
        ),
    ],
)
def test_what_is_not_known_is_said(start: date, notes: list[str]) -> None:
    events = TimelineEvents(meeting_start=start, meeting_end=start + timedelta(days=2))
    assert [said(note) for note in drawn("ccm-meeting-of-states-parties", events).notes] == notes


def test_what_cannot_be_in_time_is_named() -> None:
    """The committee is to be told on a day on which the package has gone out already."""
    late = TimelineEvents(
        meeting_start=date(2004, 2, 9),
        meeting_end=date(2004, 2, 12),
        committee_meetings=(date(2003, 10, 8), date(2003, 12, 10)),
    )
    assert [said(each.words) for each in drawn("apmbc-standing-committees", late).conflicts] == [
        "“Report to the Coordinating Committee on preparations” would be done on 10 December 2003, after "
        f"“{name}” begins on 4 December 2003"
        for name in ("Sign off final agendas and background documents", "Sign off the final letter of invitation")
    ]


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"meeting_end": date(2004, 2, 8)}, MeetingEndingBefore),
        ({"committee_meetings": (date(2003, 11, 19), date(2003, 10, 8))}, MeetingNotAfter),
        ({"committee_meetings": (date(2003, 10, 8), date(2003, 10, 8))}, MeetingNotAfter),
        ({"meeting_end": date(3000, 1, 1)}, DayPastLimit),
        ({"meeting_start": date(1, 1, 1)}, DayPastLimit),
    ],
)
def test_days_that_cannot_be_are_refused(values: dict[str, date], refused: type[EventsRefused]) -> None:
    whole = {"meeting_start": date(2004, 2, 9), "meeting_end": date(2004, 2, 12), **values}
    with pytest.raises(EventsRefused) as caught:
        TimelineEvents(**whole)  # type: ignore[arg-type]  # the values are of the kinds that the fields ask for
    assert type(caught.value) is refused


@given(timelines())
def test_no_step_ends_before_it_begins_or_on_a_day_off_where_it_is_moved(found: Timeline) -> None:
    for step in found.steps:
        if step.begins_on is None or step.ends_on is None:
            assert step.missing
            continue
        assert step.begins_on <= step.ends_on
        assert step.step.moved == "not" or day_off(step.ends_on, found.holidays) == ""
        assert step.moved_from != step.ends_on
        assert step.way[-1].on == step.ends_on


@given(timelines())
def test_the_same_days_give_the_same_time_line(found: Timeline) -> None:
    assert draw_up(found.template, found.events, found.holidays) == found


@given(day=days, side=st.sampled_from(MOVED))
def test_a_day_is_moved_to_the_nearest_working_day_of_its_side(day: date, side: Moved) -> None:
    moved, steps = moved_off(day, side, GENEVA)
    if side == "not" or not day_off(day, GENEVA):
        assert (moved, steps) == (day, ())
        return
    hop = -1 if side == "earlier" else 1
    assert day_off(moved, GENEVA) == ""
    passed = [day + timedelta(days=hop * at) for at in range(len(steps))]
    assert [bool(day_off(each, GENEVA)) for each in passed] == [True] * len(steps)
    assert moved == day + timedelta(days=hop * len(steps))
