from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.treaties import book_of

from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.facts import Fact
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.reporting.domain.owed_reports import owed_reports, reports_ever_owed, reports_of
from corcom.reporting.domain.report_counts import by_year, counted, counted_by, first_of
from corcom.reporting.domain.report_sentences import sentences
from corcom.reporting.domain.report_values import OwedReport

THAT_DAY = date(2016, 4, 28)
CCM = register_from(book_of("CCM"), packaged_actions())
FACT = Fact(
    convention="CCM",
    iso3="CHE",
    obligation="annual-report",
    kind="fulfilled",
    on="2015-04-29",
    period=2014,
    source="letter of the mission",
    certainty="certain",
)


def on(day: date, *facts: Fact, register: Register = CCM, ever: bool = False) -> list[OwedReport]:
    own = [fact for fact in packaged_facts() if fact.convention == register.book.convention]
    laid_out = reports_ever_owed if ever else owed_reports
    return list(laid_out(register, [*own, *facts], meetings=first_days(register.book.convention), day=day))


def of_switzerland(reports: list[OwedReport], period: int | None) -> OwedReport:
    (found,) = (one for one in reports if one.iso3 == "CHE" and one.period == period)
    return found


def test_the_reports_of_a_convention_are_its_obligations_with_a_form() -> None:
    found = {
        code: [each.code for each in reports_of(register_from(book_of(code), []))] for code in ("CCM", "APMBC", "ATT")
    }
    assert found == {code: ["initial-report", "annual-report"] for code in ("CCM", "APMBC", "ATT")}


def test_91_initial_reports_had_fallen_due_on_28_april_2016_and_none_is_called_overdue() -> None:
    initial = [one for one in on(THAT_DAY) if one.report.code == "initial-report"]
    assert len(initial) == 98
    assert Counter((one.status, one.has_fallen_due(THAT_DAY)) for one in initial) == {
        ("unknown", True): 91,
        ("due", False): 7,
    }
    (south_africa,) = (one for one in initial if one.iso3 == "ZAF")
    assert (south_africa.due_on, south_africa.status) == (date(2016, 4, 29), "due")


@pytest.mark.parametrize("year", range(2012, 2026))
def test_on_30_april_the_annual_list_follows_the_reading_of_the_rulebook(year: int) -> None:
    day = date(year, 4, 30)
    reports = on(day)
    initial = {one.iso3: one.due_on for one in reports if one.report.code == "initial-report"}
    expected = {iso3 for iso3, due_on in initial.items() if due_on and due_on < day}
    assert {one.iso3 for one in reports if one.period == year - 1 and one.due_on == day} == expected


@pytest.mark.parametrize(
    ("fact", "status", "received_on"),
    [
        (FACT, "received_in_time", "2015-04-29"),
        (replace(FACT, on="2015-05-01"), "late", "2015-05-01"),
        (replace(FACT, on="2015"), "received", "2015"),
        (replace(FACT, on=""), "received", ""),
        (replace(FACT, kind="outstanding", on="2015-07-01"), "overdue", ""),
        (replace(FACT, kind="outstanding", on="2015-04-30"), "unknown", ""),
        (replace(FACT, on="2017-01-01"), "unknown", ""),
        (replace(FACT, period=2013), "unknown", ""),
    ],
)
def test_how_a_report_stands_follows_from_what_is_recorded(fact: Fact, status: str, received_on: str) -> None:
    found = of_switzerland(on(THAT_DAY, fact), 2014)
    assert (found.status, found.received_on, found.due_on) == (status, received_on, date(2015, 4, 30))


def test_what_the_minutes_of_2016_say_can_be_entered_as_evidence() -> None:
    said = {
        "convention": "CCM",
        "obligation": "initial-report",
        "source": "minutes of 28 April 2016",
        "certainty": "certain",
    }
    received = [Fact(iso3=iso3, kind="fulfilled", on="2016-04", **said) for iso3 in ("KNA", "TCD")]  # type: ignore[arg-type]  # terms of a test
    none = [Fact(iso3=iso3, kind="outstanding", on="2016-04-28", **said) for iso3 in ("BFA", "CPV")]  # type: ignore[arg-type]  # likewise
    initial = [one for one in on(THAT_DAY, *none, *received) if one.report.code == "initial-report"]
    # A receipt of "April 2016" is known to have come once the month is over.
    assert Counter(one.status for one in initial) == {"unknown": 89, "due": 7, "overdue": 2}
    later = [one for one in on(date(2016, 5, 1), *none, *received) if one.report.code == "initial-report"]
    assert {one.iso3: one.status for one in later if one.status in {"late", "overdue"}} == {
        "KNA": "late",
        "TCD": "late",
        "BFA": "overdue",
        "CPV": "overdue",
    }


def test_a_state_that_left_owed_until_then() -> None:
    day = date(2025, 6, 1)
    assert [one for one in on(day) if one.iso3 == "LTU"] == []
    ever = [one.period for one in on(day, ever=True) if one.iso3 == "LTU" and one.status != "not_applicable"]
    assert ever == [None, *range(2011, 2024)]


def test_counts_by_year_with_the_rate_and_the_first() -> None:
    zurich = replace(FACT, on="2015-05-04")
    vienna = replace(FACT, iso3="AUT", on="2015-04-20")
    both = [replace(vienna, iso3="NOR"), replace(FACT, iso3="FRA", on="2015")]
    years = {(one.report, one.due_year): one for one in by_year(on(THAT_DAY, zurich, vienna, *both), day=THAT_DAY)}
    found = years["annual-report", 2015]
    assert (found.count.owed, found.count.received, found.count.of("late"), found.count.of("unknown")) == (84, 4, 1, 80)
    assert (found.count.settled, found.count.in_time_of_hundred) == (3, 67)
    assert {one.iso3 for one in found.first} == {"AUT", "NOR"}
    assert years["annual-report", 2014].count.in_time_of_hundred is None


def test_counts_by_group_add_up() -> None:
    reports = on(THAT_DAY)
    by_state = counted_by(reports, lambda one: one.iso3)
    assert sum(one.owed for one in by_state.values()) == counted(reports).owed == 521


def test_the_sentences_for_the_minutes() -> None:
    late = replace(FACT, on="2015-05-04")
    assert [str(one) for one in sentences(on(THAT_DAY, late), reports_of(CCM), day=THAT_DAY)] == [
        (
            "Initial transparency report: of 91 that had fallen due by 2016-04-28, 0 were received (0 of them late) and 0 are"
            " recorded as overdue; of 91 nothing is recorded."
        ),
        (
            "Annual transparency report for 2014: of 84 that had fallen due by 2016-04-28, 1 were received (1 of them late) and"
            " 0 are recorded as overdue; of 83 nothing is recorded."
        ),
    ]


@given(st.dates(date(2010, 8, 1), date(2030, 1, 1)))
def test_every_report_has_one_place_in_the_counts_of_its_day(day: date) -> None:
    reports = on(day)
    count = counted(reports)
    assert sum(count.by_status.values()) == len(reports)
    assert all(one.has_fallen_due(day) for one in reports if one.status in {"unknown", "overdue", "late"})
    assert count.of("overdue") == 0


@given(st.dates(date(2010, 8, 1), date(2024, 1, 1)), st.integers(1, 400))
def test_with_time_reports_are_added_and_none_is_lost(day: date, later: int) -> None:
    def keys(day: date) -> set[tuple[str, str, int | None]]:
        return {(one.iso3, one.report.code, one.period) for one in on(day, ever=True)}

    assert keys(day) <= keys(day + timedelta(days=later))


def test_the_first_are_told_from_exact_days_alone() -> None:
    assert first_of(on(THAT_DAY, replace(FACT, on="2015-04"))) == ()
