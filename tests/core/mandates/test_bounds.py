from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.terms import a_term

from corcom.mandates.domain.bounds import BoundRefused, Reach, bound_day, close_named, closes
from corcom.mandates.domain.checks import TermRefused, check_term
from corcom.register.domain.convention_meetings import convention_meetings


def test_terms_end_at_meetings_of_states_parties_and_review_conferences_alone() -> None:
    assert [each.code for each in closes("CCM")] == [
        *("1MSP", "2MSP", "3MSP", "4MSP", "5MSP", "1RC", "6MSP", "7MSP", "8MSP", "9MSP")
    ]
    assert [(each.code, each.ends_on) for each in closes("APMBC")] == [
        ("4MSP", date(2002, 9, 20)),
        ("5MSP", date(2003, 9, 19)),
        ("1RC", date(2004, 12, 3)),
    ]
    assert closes("XYZ") == ()


def test_the_days_of_meetings_have_a_source_and_a_certainty() -> None:
    meetings = [each for code in ("CCM", "APMBC") for each in convention_meetings(code)]
    assert [each.code for each in meetings if each.certainty != "certain" or "recall" in each.source] == []
    found = close_named("CCM", "2msp")
    assert found is not None
    assert (found.starts_on, found.ends_on, found.source) == (
        date(2011, 9, 13),
        date(2011, 9, 16),
        "https://www.clusterconvention.org/2msp/",
    )


@pytest.mark.parametrize("written", ["2MSPX", "2012", "2012-13-01", "soon"])
def test_what_is_no_day_and_no_meeting_is_refused_with_the_meetings_that_are(written: str) -> None:
    with pytest.raises(BoundRefused) as refused:
        bound_day("CCM", written)
    assert (refused.value.written, refused.value.meetings[:2]) == (written, ("1MSP", "2MSP"))


@pytest.mark.parametrize(
    ("changes", "reach"),
    [
        ({}, Reach(date(2011, 9, 16), date(2012, 9, 14))),
        ({"until": ""}, Reach(date(2011, 9, 16), None)),
        ({"since": "2012-03-01"}, Reach(date(2012, 3, 1), date(2012, 9, 14))),
        (
            {"since": "", "until": "", "seen_on": date(2016, 4, 28)},
            Reach(date(2015, 9, 11), date(2016, 9, 7), said_since=False, said_until=False),
        ),
        # Before the first meeting and after the last one that is known, only what is seen is known.
        (
            {"since": "", "until": "", "seen_on": date(2010, 1, 5)},
            Reach(date(2010, 1, 5), date(2010, 11, 12), said_since=False, said_until=False),
        ),
        (
            {"since": "", "until": "", "seen_on": date(2025, 1, 5)},
            Reach(date(2019, 9, 4), None, said_since=False, said_until=False),
        ),
    ],
)
def test_what_a_record_does_not_say_reaches_to_the_closes_around_it(changes: dict[str, object], reach: Reach) -> None:
    assert a_term(**changes).reach == reach


def test_the_day_of_the_close_belongs_to_those_who_come() -> None:
    reach = a_term().reach
    assert [reach.covers(date(*day)) for day in ((2011, 9, 15), (2011, 9, 16), (2012, 9, 13), (2012, 9, 14))] == [
        *(False, True, True, False)
    ]


@given(st.dates(date(2009, 1, 1), date(2021, 1, 1)))
def test_terms_between_neighbouring_meetings_cover_each_day_once(day: date) -> None:
    codes = [each.code for each in closes("CCM")]
    covering = [(first, last) for first, last in pairwise(codes) if a_term(since=first, until=last).reach.covers(day)]
    inside = closes("CCM")[0].ends_on <= day < closes("CCM")[-1].ends_on
    assert len(covering) == int(inside)


@given(st.dates(date(2009, 1, 1), date(2021, 1, 1)))
def test_whoever_is_seen_on_a_day_is_in_office_on_it(day: date) -> None:
    reach = a_term(since="", until="", seen_on=day).reach
    assert reach.covers(day)
    assert reach.since is not None
    assert not reach.covers(reach.since - timedelta(days=1))


@pytest.mark.parametrize(
    ("changes", "key", "why"),
    [
        ({"until": "2MSP"}, "until", "later than 2011-09-16; a term does not end before it starts"),
        ({"until": "1MSP"}, "until", "later than 2011-09-16; a term does not end before it starts"),
        ({"office": "king"}, "office", "a code that the rulebook or the register has"),
        ({"theme": "weather"}, "theme", "a code that the rulebook or the register has"),
        ({"body": "senate"}, "body", "a code that the rulebook or the register has"),
        ({"holder": "XXX"}, "holder", "a code that the rulebook or the register has"),
        ({"source": " "}, "source", "where it stands"),
        ({"seen_on": date(2013, 1, 1)}, "seen_on", "a day between those of the term"),
        ({"since": ""}, "since", "the day or the meeting from which the term runs, or a day on which it ran"),
    ],
)
def test_a_term_that_cannot_be_is_refused_with_the_part_that_is_wrong(
    changes: dict[str, object], key: str, why: str
) -> None:
    with pytest.raises(TermRefused) as refused:
        check_term(a_term(**changes))
    assert (refused.value.key, str(refused.value)) == (key, why)
