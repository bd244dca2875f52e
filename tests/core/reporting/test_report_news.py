from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories.treaties import book_of

from corcom.reporting.domain.report_news import news_of
from corcom.reporting.domain.report_values import OwedReport

BOOK = book_of("CCM")
ANNUAL = next(each for each in BOOK.obligations if each.code == "annual-report")
OPEN = OwedReport(
    iso3="CHE", report=ANNUAL, period=2015, due_on=date(2016, 4, 30), received_on="", status="due", source=""
)
CAME = replace(OPEN, iso3="NOR", status="received_in_time", received_on="2016-04-12")


def told(*reports: OwedReport, day: date = date(2016, 4, 28), since: date = date(2015, 4, 28)) -> list[tuple[str, str]]:
    return [(one.on.isoformat(), one.key) for one in news_of(reports, day=day, since=since)]


def test_that_a_report_falls_due_is_news_thirty_days_before() -> None:
    assert told(OPEN, day=date(2016, 3, 30)) == []
    assert told(OPEN, day=date(2016, 3, 31)) == [("2016-03-31", "CHE/annual-report/2015/due")]


def test_what_came_is_news_of_its_own_and_the_latest_stands_first() -> None:
    assert told(OPEN, CAME) == [
        ("2016-04-12", "NOR/annual-report/2015/received"),
        ("2016-03-31", "CHE/annual-report/2015/due"),
        ("2016-03-31", "NOR/annual-report/2015/due"),
    ]


def test_a_name_does_not_change_when_a_day_is_extended_or_put_right() -> None:
    moved = replace(CAME, due_on=date(2016, 5, 10), received_on="2016-04-13")
    assert sorted(key for _, key in told(moved)) == sorted(key for _, key in told(CAME))


def test_what_is_old_what_has_no_day_and_what_does_not_apply_is_no_news() -> None:
    assert told(CAME, since=date(2016, 4, 13)) == []
    assert told(replace(OPEN, due_on=None), replace(OPEN, status="not_applicable")) == []
    undated = replace(CAME, status="received", received_on="", due_on=None)
    assert told(undated) == []


def test_a_month_counts_from_its_first_day_and_what_is_made_once_has_no_year() -> None:
    assert told(replace(CAME, received_on="2016-04", period=None, due_on=None)) == [
        ("2016-04-01", "NOR/annual-report/once/received")
    ]
