"""Deadlines that are published, computed from the facts that come with CorCom."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from tests.factories.treaties import book_of

from corcom.documents.domain.tables.cells import as_text
from corcom.kernel.rows import TableRow
from corcom.obligations.domain.fact_rows import COLUMNS, packaged_facts, read_row, write_row
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.why import why
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register, register_from
from corcom.register.domain.treaty_action_rows import packaged_actions

THAT_DAY = date(2016, 4, 28)


@pytest.fixture(scope="module")
def ccm() -> Register:
    return register_from(book_of("CCM"), packaged_actions())


def owed_of(register: Register, day: date) -> dict[tuple[str, str], Owed]:
    convention = register.book.convention
    own = [fact for fact in packaged_facts() if fact.convention == convention]
    found = owed_on(register, own, meetings=first_days(convention), day=day)
    return {(each.iso3, each.obligation.code): each for each in found}


@pytest.mark.parametrize(
    ("iso3", "due_on"),
    [
        ("COM", "2011-06-30"),
        ("COK", "2012-07-30"),
        ("DOM", "2012-11-28"),
        ("CMR", "2013-06-30"),
        ("TCD", "2014-02-28"),
        ("BOL", "2014-03-30"),
        ("CPV", "2011-09-28"),
        ("GIN", "2015-09-28"),
        ("ZAF", "2016-04-29"),
    ],
)
def test_initial_reports(ccm: Register, iso3: str, due_on: str) -> None:
    assert owed_of(ccm, THAT_DAY)[iso3, "initial-report"].due_on == date.fromisoformat(due_on)


def test_two_published_days_are_shown_beside_the_computed_ones(ccm: Register) -> None:
    found = owed_of(ccm, THAT_DAY)
    published = {each.iso3: [fact.until for fact in each.published] for each in found.values() if each.published}
    assert published == {"CPV": [date(2011, 10, 28)], "GIN": [date(2015, 4, 19)]}
    guinea = found["GIN", "initial-report"]
    steps = list(why(guinea, ccm.way(ccm.of("GIN").memberships[0])))
    sources = {step.on: step.source for step in steps}
    assert sources[date(2015, 9, 28)] == "CCM, Article 7(1)"
    assert (
        sources[date(2015, 4, 19)]
        == "table of due dates of initial transparency reports, as published by the Convention"
    )


def test_91_initial_reports_had_fallen_due_and_none_is_called_overdue(ccm: Register) -> None:
    # The minutes of that day count 22 overdue; no file here holds a received report.
    found = [each for each in owed_of(ccm, THAT_DAY).values() if each.obligation.code == "initial-report"]
    assert Counter(
        (each.due_on is not None and each.due_on <= THAT_DAY, each.status, each.missing) for each in found
    ) == {
        (True, "unknown", "receipt"): 91,
        (False, "due", ""): 7,
    }


def test_south_africa_owes_its_report_the_next_day(ccm: Register) -> None:
    found = owed_of(ccm, THAT_DAY)["ZAF", "initial-report"]
    assert (found.status, found.due_on) == ("due", date(2016, 4, 29))
    steps = [(str(step.words), step.on) for step in why(found, ccm.way(ccm.of("ZAF").memberships[0]))]
    assert steps == [
        ("ratification", date(2015, 5, 28)),
        ("the first day of month 6 after that month", date(2015, 11, 1)),
        ("plus 180 days", date(2016, 4, 29)),
    ]
    assert owed_of(ccm, date(2016, 4, 29))["ZAF", "initial-report"].status == "due"
    assert owed_of(ccm, date(2016, 4, 30))["ZAF", "initial-report"].status == "unknown"


@pytest.mark.parametrize(
    ("iso3", "obligation", "original", "due_on", "status"),
    [
        ("BGR", "stockpile-destruction", "2019-10-01", "2021-04-01", "fulfilled"),
        ("BIH", "clearance", "2021-03-01", "2023-09-01", "completed"),
        ("CHL", "clearance", "2021-06-01", "2026-06-01", "extended"),
        ("DEU", "clearance", "2020-08-01", "2030-08-01", "extended"),
        ("LAO", "clearance", "2020-08-01", "2025-08-01", "unknown"),
        ("LBN", "clearance", "2021-05-01", "2026-05-01", "extended"),
        ("PER", "stockpile-destruction", "2021-03-01", "2024-04-01", "met"),
        ("TCD", "clearance", "2023-09-01", "2026-10-01", "extended"),
    ],
)
def test_extended_deadlines(ccm: Register, iso3: str, obligation: str, original: str, due_on: str, status: str) -> None:
    found = owed_of(ccm, date(2025, 12, 1))[iso3, obligation]
    assert (found.original, found.due_on, found.status) == (
        date.fromisoformat(original),
        date.fromisoformat(due_on),
        status,
    )


def test_all_extended_deadlines_are_those(ccm: Register) -> None:
    found = {key for key, each in owed_of(ccm, date(2025, 12, 1)).items() if each.chain}
    assert len(found) == 8


def test_south_sudan_clears_its_mines_from_its_independence() -> None:
    register = register_from(book_of("APMBC"), packaged_actions())
    found = owed_of(register, date(2025, 1, 1))["SSD", "clearance"]
    assert (found.original, found.due_on, found.status) == (date(2021, 7, 9), date(2026, 7, 9), "extended")


def test_nothing_is_called_overdue_on_any_day_without_a_record(ccm: Register) -> None:
    for year in range(2011, 2027):
        assert [key for key, each in owed_of(ccm, date(year, 5, 15)).items() if each.status == "overdue"] == []


def test_every_packaged_fact_has_a_source_and_none_rests_on_recall() -> None:
    assert [each for each in packaged_facts() if not each.source or "recall" in each.source.casefold()] == []


def test_facts_are_the_same_after_writing_and_reading() -> None:
    for fact in packaged_facts():
        assert read_row(TableRow(2, dict(zip(COLUMNS, map(as_text, write_row(fact)), strict=True)))) == fact
