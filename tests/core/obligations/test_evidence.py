"""What a record shows, and what it does not: nothing is called late, overdue or extended that no evidence bears out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.treaties import a_fact, a_register, an_action, owed

from corcom.obligations.domain.facts import Fact, FactKind
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.misfits import Misfit, misfit
from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.why import why
from corcom.rulebooks.reading import rulebook

LAND = a_fact("applies", "2011-09-01", "clearance")
ORIGINAL = date(2021, 6, 1)


def clearance(*facts: Fact, day: str) -> Owed:
    return owed([LAND, *facts], day=date.fromisoformat(day), obligation="clearance")


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        # The convention allows extensions; that one was given may not be recorded.
        ([a_fact("fulfilled", "2023", "clearance")], "fulfilled"),
        ([a_fact("outstanding", "2022-01-01", "clearance"), a_fact("fulfilled", "2023", "clearance")], "late"),
        ([a_fact("fulfilled", "2021-05-01", "clearance")], "met"),
        # What was declared complete and seen as not complete afterwards is open again.
        ([a_fact("declared", "2018-01-01", "clearance"), a_fact("outstanding", "2022-06-01", "clearance")], "overdue"),
        (
            [a_fact("declared", "2018-01-01", "clearance"), a_fact("outstanding", "2017-06-01", "clearance")],
            "completed",
        ),
        (
            [a_fact("declared", "2018-01-01", "clearance"), a_fact("end_of_hostilities", "2020-03-15", "clearance")],
            "due",
        ),
    ],
)
def test_late_and_complete_rest_on_evidence(facts: list[Fact], status: str) -> None:
    assert clearance(*facts, day="2024-06-01").status == status


def test_a_grant_never_shortens_a_deadline() -> None:
    early = a_fact("granted", "2020-09-01", "clearance", until=date(2015, 1, 1))
    long, short = (
        a_fact("granted", on, "clearance", until=until)
        for on, until in (("2020-09-01", date(2026, 6, 1)), ("2021-09-01", date(2024, 6, 1)))
    )
    assert (clearance(early, day="2021-01-01").due_on, clearance(early, day="2021-01-01").status) == (ORIGINAL, "due")
    assert clearance(long, short, day="2022-01-01").due_on == date(2026, 6, 1)


def test_where_no_extension_is_allowed_none_counts() -> None:
    found = owed([a_fact("granted", "2011-10-01", until=date(2015, 1, 1))], day=date(2012, 1, 1))
    assert (found.due_on, found.status, found.chain) == (date(2011, 11, 28), "unknown", ())


def test_an_undated_grant_stands_before_the_request_that_followed_it() -> None:
    granted = a_fact("granted", "", "clearance", until=date(2026, 6, 1))
    asked = a_fact("asked", "2025-12-01", "clearance", until=date(2030, 6, 1))
    found = clearance(granted, asked, day="2026-01-01")
    assert [(one.outcome, one.of, one.until) for one in found.chain] == [
        ("granted", ORIGINAL, date(2026, 6, 1)),
        ("asked", date(2026, 6, 1), date(2030, 6, 1)),
    ]


def test_a_request_after_the_deadline_is_too_late_whatever_the_meeting() -> None:
    found = clearance(a_fact("asked", "2022-01-01", "clearance", until=date(2026, 6, 1)), day="2022-02-01")
    assert [one.too_late for one in found.chain] == [True]
    assert "the request came too late; it could be asked for until this day = 2021-06-01" in [
        str(one) for one in why(found)
    ]


def test_a_state_that_joined_again_inherits_nothing() -> None:
    register = a_register(
        an_action("accession", "2012-01-01"),
        an_action("withdrawal", "2015-01-01"),
        an_action("accession", "2018-01-01"),
    )
    facts = [
        a_fact("fulfilled", "2013-01-02"),
        LAND,
        a_fact("granted", "2014-09-01", "clearance", until=date(2027, 7, 1)),
    ]
    found = {
        each.obligation.code: (each.due_on, each.status)
        for each in owed_on(register, facts, meetings={}, day=date(2019, 6, 1))
        if each.iso3 == "NOR"
    }
    assert found["initial-report"] == (date(2018, 12, 28), "unknown")
    assert found["clearance"] == (date(2028, 7, 1), "unknown")


def test_nothing_falls_due_after_a_state_has_left() -> None:
    register = a_register(an_action("ratification", "2010-12-20"), an_action("withdrawal", "2014-09-06"))
    day = date(2015, 1, 15)
    found = {
        each.obligation.code: each
        for each in owed_on(
            register, [a_fact("fulfilled", "2014-04-01", "annual-report", period=2013)], meetings={}, day=day
        )
        if each.iso3 == "NOR"
    }
    annual = found["annual-report"]
    assert (annual.due_on, annual.status) == (date(2015, 4, 30), "not_applicable")
    assert [str(step) for step in why(annual)][-1] == "the State will have left by then"


@pytest.mark.parametrize(
    ("kind", "obligation", "period", "wrong"),
    [
        ("granted", "initial-report", None, "no_extension"),
        ("granted", "annual-report", 2015, "no_extension"),
        ("granted", "clearance", None, None),
        ("declared", "initial-report", None, "no_declaration"),
        ("declared", "clearance", None, None),
        ("end_of_hostilities", "stockpile-destruction", None, "no_hostilities"),
        ("end_of_hostilities", "clearance", None, None),
        ("fulfilled", "victim-assistance", None, "no_deadline"),
        ("fulfilled", "annual-report", None, "period_missing"),
        ("fulfilled", "annual-report", 2015, None),
        ("fulfilled", "initial-report", 2015, "no_period"),
        ("outstanding", "annual-report", None, "period_missing"),
    ],
)
def test_what_an_obligation_does_not_have_is_no_fact_of_it(
    kind: FactKind, obligation: str, period: int | None, wrong: Misfit | None
) -> None:
    book = rulebook("CCM")
    assert book is not None
    rule = book.obligation(obligation)
    assert rule is not None
    until = date(2030, 1, 1) if kind == "granted" else None
    assert misfit(a_fact(kind, "2016-01-01", obligation, period=period, until=until), rule) == wrong
