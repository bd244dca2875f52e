"""Mandates that minutes name and that no term bears out."""

from __future__ import annotations

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import a_reading, document, words
from tests.factories.rows import AT, new_file
from tests.factories.terms import a_term

from corcom.access.models import User
from corcom.mandates.actions import record_term
from corcom.minutes.actions import accept_findings, record_reading
from corcom.minutes.domain import reading as typed
from corcom.oversight.domain.said_mandates import MandateSaid
from corcom.oversight.queries import mandate_said, mandates_unrecorded

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 1)


def confirmed(officer: User, *mandates: typed.Mandate) -> int:
    """The sample record with these mandates; gives the number of the first."""
    found = a_reading(mandates=mandates)
    reading = record_reading(file=new_file(), reader="1", text=document(), found=found, record={}, at=AT).reading
    wanted = reading.findings.filter(kind__in=("meeting", "mandate"))
    accept_findings(findings=list(wanted.values_list("pk", flat=True)), by=officer, at=AT)
    return reading.findings.filter(kind="mandate").order_by("position")[0].pk


def mandate(theme: str, *holders: str, years: str | None = None, other: bool = False) -> typed.Mandate:
    evidence = words("2. Universalization (Ecuador and Zambia)")
    return typed.Mandate(theme=theme, holders=holders, years=years, other_convention=other, evidence=evidence)


def brief(found: list[MandateSaid]) -> list[tuple[str, ...]]:
    return [(each.compared, each.term.theme, each.term.holder, each.term.since, each.term.until) for each in found]


def unrecorded() -> list[tuple[str, ...]]:
    return brief(mandates_unrecorded(convention="CCM", day=DAY))


def test_what_minutes_say_and_no_term_does_is_proposed_with_its_source(officer: User) -> None:
    number = confirmed(officer, mandate("Universalization", "Ecuador and Zambia"))
    assert unrecorded() == [
        ("missing", "universalization", "ECU", "", ""),
        ("missing", "universalization", "ZMB", "", ""),
    ]
    first = mandates_unrecorded(convention="CCM", day=DAY)[0]
    assert first.term.seen_on == date(2016, 5, 26)
    assert (first.term.finding, first.term.source) == (
        number,
        "minutes of the Coordination Committee (CCM) of 26 May 2016",
    )
    assert first.evidence.quote == "2. Universalization (Ecuador and Zambia)"


def test_a_term_recorded_from_it_settles_it(officer: User) -> None:
    number = confirmed(officer, mandate("Universalization", "Ecuador"))
    found = mandate_said(convention="CCM", finding=number, holder="ECU", since="", until="", day=DAY)
    assert found is not None
    record_term(term=found.term, at=AT)
    assert unrecorded() == []
    assert mandate_said(convention="CCM", finding=number, holder="ECU", since="", until="", day=DAY) is None


def test_years_become_the_closes_between_which_they_run(officer: User) -> None:
    confirmed(officer, mandate("Clearance", "Ireland", years="2012, 2012-2013"))
    assert unrecorded() == [
        ("missing", "clearance", "IRL", "2MSP", "3MSP"),
        ("missing", "clearance", "IRL", "2MSP", "4MSP"),
    ]
    record_term(term=a_term(), at=AT)
    assert unrecorded() == [("differs", "clearance", "IRL", "2MSP", "4MSP")]
    record_term(term=a_term(until="4MSP", source="letter"), at=AT)
    assert unrecorded() == []


def test_other_conventions_former_holders_and_people_propose_nothing(officer: User) -> None:
    confirmed(
        officer,
        mandate("Sponsorship", "Australia", other=True),
        mandate("Transparency Reporting (former)", "Belgium"),
        mandate("Universalization", "the President"),
    )
    assert unrecorded() == []


def test_a_theme_that_the_rulebook_does_not_have_is_left_to_a_person(officer: User) -> None:
    confirmed(officer, mandate("Costs and rules", "Canada"))
    assert unrecorded() == [("missing", "", "CAN", "", "")]


def test_records_after_the_day_are_not_asked_and_the_cost_is_the_same_for_any_number(
    officer: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    confirmed(officer, *(mandate("Universalization", name) for name in ("Ecuador", "Zambia", "Chile")))
    assert mandates_unrecorded(convention="CCM", day=date(2016, 5, 25)) == []
    with django_assert_num_queries(3):
        assert len(mandates_unrecorded(convention="CCM", day=DAY)) == 3
