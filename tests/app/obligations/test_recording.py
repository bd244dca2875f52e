"""Facts of obligations are recorded, corrected and struck; what cannot be is refused, and nothing is half written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.factories.rows import AT
from tests.factories.treaties import a_fact, an_action, others

from corcom.obligations.actions import (
    FactMisfit,
    InTheFuture,
    NoSuchFact,
    ReceivedAlready,
    ReceivedTooEarly,
    RecordedAlready,
    WithoutUntil,
    correct_fact,
    record_fact,
    record_facts,
    strike_fact,
)
from corcom.obligations.domain.facts import Fact
from corcom.obligations.models import RecordedFact
from corcom.obligations.queries import facts, state_owed
from corcom.register.actions import record_treaty_actions
from corcom.register.queries import register_of

pytestmark = pytest.mark.django_db
DAY = date(2016, 4, 28)
CAME = a_fact("fulfilled", "2011-11-20")


def record(fact: Fact) -> int:
    return record_fact(fact=fact, day=DAY, at=AT, by="rosa")


def told() -> list[tuple[str, str]]:
    return [(fact.kind, fact.on) for fact in facts(convention="CCM", iso3="NOR")]


def status(day: date = DAY) -> str:
    register = register_of("CCM")
    assert register is not None
    found = {each.obligation.code: each.status for each in state_owed(register, iso3="NOR", day=day)}
    return found["initial-report"]


def test_a_receipt_settles_a_report_and_striking_it_opens_it_again() -> None:
    record_treaty_actions(actions=[*others(), an_action("accession", "2010-12-20")], day=DAY, at=AT)
    assert status() == "unknown"
    number = record(CAME)
    assert status() == "met"
    strike_fact(number=number, why="it was of another State", at=AT, by="ada")
    assert (status(), told()) == ("unknown", [])
    row = RecordedFact.objects.get(pk=number)
    assert (row.ended_by, row.ended_why) == ("ada", "it was of another State")
    record(a_fact("outstanding", "2011-12-05"))
    assert status() == "overdue"


def test_a_correction_takes_the_place_of_what_was_recorded() -> None:
    old = record(CAME)
    later = AT + timedelta(days=2)
    new = correct_fact(number=old, fact=a_fact("fulfilled", "2011-11-21"), day=DAY, at=later, by="ada")
    row = RecordedFact.objects.get(pk=old)
    assert (told(), row.superseded_by_id, row.ended_at) == ([("fulfilled", "2011-11-21")], new, later)
    with pytest.raises(NoSuchFact):
        correct_fact(number=old, fact=CAME, day=DAY, at=later)


@pytest.mark.parametrize(
    ("fact", "error"),
    [
        (a_fact("fulfilled", "2016-04-29"), InTheFuture),
        (a_fact("asked", "2016-04-01", "clearance"), WithoutUntil),
        (a_fact("granted", "2016-04-01", until=date(2020, 1, 1)), FactMisfit),
        (a_fact("fulfilled", "2015-04-20", "annual-report"), FactMisfit),
        (CAME, RecordedAlready),
    ],
)
def test_what_cannot_be_is_refused(fact: Fact, error: type[Exception]) -> None:
    record(CAME)
    with pytest.raises(error):
        record(fact)
    with pytest.raises(error):
        record_facts(found=[a_fact("applies", "2012-01-01", "clearance"), fact], day=DAY, at=AT)
    assert told() == [("fulfilled", "2011-11-20")]


def bound() -> None:
    """Norway is bound from 1 June 2011."""
    record_treaty_actions(actions=[*others(), an_action("accession", "2010-12-20")], day=DAY, at=AT)


def test_a_second_receipt_of_the_same_report_is_refused() -> None:
    record(CAME)
    with pytest.raises(ReceivedAlready) as refused:
        record(a_fact("fulfilled", "2012-01-20"))
    assert (refused.value.other.on, told()) == ("2011-11-20", [("fulfilled", "2011-11-20")])
    record(a_fact("fulfilled", "2012-04-20", "annual-report", period=2011))
    record(a_fact("fulfilled", "2013-04-20", "annual-report", period=2012))
    with pytest.raises(ReceivedAlready):
        record(a_fact("fulfilled", "2013-04-21", "annual-report", period=2012))


def test_what_was_undone_can_be_met_again() -> None:
    record(a_fact("fulfilled", "2013-04-20", "clearance"))
    with pytest.raises(ReceivedAlready):
        record(a_fact("fulfilled", "2015-04-20", "clearance"))
    record(a_fact("end_of_hostilities", "2014-04-20", "clearance"))
    record(a_fact("fulfilled", "2015-04-20", "clearance"))


def test_who_joined_again_reports_again() -> None:
    bound()
    left = [an_action("withdrawal", "2012-01-01"), an_action("accession", "2014-01-01")]
    record_treaty_actions(actions=left, day=DAY, at=AT)
    record(CAME)
    record(a_fact("fulfilled", "2014-12-01"))
    assert told() == [("fulfilled", "2011-11-20"), ("fulfilled", "2014-12-01")]


def test_a_report_before_the_entry_into_force_meets_nothing() -> None:
    bound()
    with pytest.raises(ReceivedTooEarly) as refused:
        record(a_fact("fulfilled", "2011-05-31"))
    assert (refused.value.since, told()) == (date(2011, 6, 1), [])
    # A task may well be done before.
    record(a_fact("fulfilled", "2011-05-31", "stockpile-destruction"))
    record(a_fact("fulfilled", "2011"))
    assert told() == [("fulfilled", "2011-05-31"), ("fulfilled", "2011")]
