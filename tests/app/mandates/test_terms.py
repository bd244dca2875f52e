"""Recording, ending, correcting and striking terms, on both engines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.rows import AT
from tests.factories.terms import a_term

from corcom.mandates.actions import TermRecorded, correct_term, end_term, record_term, record_terms, strike_term
from corcom.mandates.domain.checks import TermRefused
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.models import RecordedTerm
from corcom.mandates.queries import NoSuchTerm, history, roster_page, seats_held, term, terms
from corcom.register.actions import WithoutReason

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=1)


def test_a_term_is_recorded_with_who_and_when() -> None:
    number = record_term(term=a_term(finding=7), at=AT, by="anna")
    assert term(number=number) == a_term(finding=7, number=number)
    row = RecordedTerm.objects.get()
    assert (row.recorded_at, row.recorded_by, row.ended_at) == (AT, "anna", None)


def test_the_same_term_from_another_source_stands_beside_it_and_from_the_same_is_refused() -> None:
    record_term(term=a_term(), at=AT)
    record_term(term=a_term(source="letter"), at=AT)
    with pytest.raises(TermRecorded):
        record_term(term=a_term(), at=LATER)
    (seat,) = seats_held(holder="IRL")
    assert [version.sources for version in seat.versions] == [("minutes", "letter")]


def test_a_record_that_differs_is_kept_beside_the_other() -> None:
    record_terms(found=[a_term(), a_term(until="4MSP", source="letter")], at=AT)
    (seat,) = seats_held(holder="IRL")
    assert [(version.reach.until, version.sources) for version in seat.versions] == [
        (date(2012, 9, 14), ("minutes",)),
        (date(2013, 9, 13), ("letter",)),
    ]


def test_a_corrected_term_stays_readable_and_known_as_of_its_time() -> None:
    old = record_term(term=a_term(), at=AT, by="anna")
    new = correct_term(number=old, term=a_term(until="4MSP"), at=LATER, by="bert")
    assert [each.number for each in terms(convention="CCM")] == [new]
    assert [each.number for each in terms(convention="CCM", known_at=AT)] == [old]
    steps = history(convention="CCM", office="coordinator", theme="clearance", holder="IRL")
    assert [(step.term.until, step.recorded_by, step.ended_by, step.superseded_by) for step in steps] == [
        ("4MSP", "bert", "", None),
        ("3MSP", "anna", "bert", new),
    ]
    with pytest.raises(NoSuchTerm):
        correct_term(number=old, term=a_term(until="5MSP"), at=LATER)


def test_an_open_term_is_ended_with_its_source() -> None:
    old = record_term(term=a_term(until=""), at=AT)
    new = end_term(number=old, until="2012-03-01", source="note verbale", at=LATER)
    assert term(number=new) == a_term(until="2012-03-01", source="note verbale", number=new)


def test_a_struck_term_has_a_reason_and_is_believed_no_more() -> None:
    number = record_term(term=a_term(), at=AT)
    with pytest.raises(WithoutReason):
        strike_term(number=number, why=" ", at=LATER)
    strike_term(number=number, why=" it was another State ", at=LATER, by="anna")
    assert terms() == []
    (step,) = history(convention="CCM", office="coordinator", theme="clearance", holder="IRL")
    assert (step.ended_at, step.ended_why) == (LATER, "it was another State")
    with pytest.raises(NoSuchTerm):
        term(number=number)


@pytest.mark.parametrize(("changes", "key"), [({"until": "1MSP"}, "until"), ({"holder": "XXX"}, "holder")])
def test_what_cannot_be_is_refused_and_nothing_is_half_done(changes: dict[str, str], key: str) -> None:
    with pytest.raises(TermRefused) as refused:
        record_terms(found=[a_term(holder="NOR"), a_term(**changes)], at=AT)
    assert (refused.value.key, RecordedTerm.objects.count()) == (key, 0)
    number = record_term(term=a_term(), at=AT)
    with pytest.raises(TermRefused):
        correct_term(number=number, term=a_term(**changes), at=LATER)
    assert [each.number for each in terms()] == [number]


def test_the_packaged_terms_can_be_taken_over_whole() -> None:
    assert record_terms(found=packaged_terms(), at=AT) == len(packaged_terms())
    assert [each.holder for each in terms()] == [each.holder for each in packaged_terms()]


def test_the_page_of_a_committee_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    record_terms(found=packaged_terms(), at=AT)
    with django_assert_num_queries(1):
        page = roster_page(convention="CCM", day=date(2012, 6, 1))
    assert (len(page.roster.seats), len(page.cautions), len(page.vacancies)) == (22, 4, 15)
    assert page.rotation is not None
    assert page.rotation.meeting.code == "3MSP"
