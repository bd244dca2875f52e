"""Promises close, with the act and its source, once the register shows them as kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.minutes import a_reading, document
from tests.factories.rows import AT, new_file, new_user

from corcom.access.models import User
from corcom.followup.actions import Shown, record_action_point, reopen_commitment
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import ActionPointTerms
from corcom.followup.queries import action_point, history_of
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.minutes.actions import record_reading
from corcom.oversight.actions import close_kept_promises, edit_finding
from corcom.register.actions import record_treaty_action
from corcom.register.domain.treaty_actions import TreatyAction

pytestmark = pytest.mark.django_db
DAY = date(2017, 4, 28)


@pytest.fixture
def officer() -> User:
    return new_user()


@pytest.fixture
def promise(officer: User) -> Ref:
    terms = ActionPointTerms(
        convention="CCM",
        body="Informal consultations",
        text="deposit its instrument of ratification within a month",
        raised_on=date(2011, 2, 24),
        due="2011-03-24",
        owners=(Actor("BGR", "Bulgaria"),),
    )
    shown = Shown(file_id=new_file().pk, evidence=Evidence(start=10, end=24, quote="within a month"))
    return Ref("action_point", record_action_point(terms=terms, source=shown, by=officer, at=AT).pk)


def deposit(on: str) -> int:
    action = TreatyAction(
        convention="CCM", iso3="BGR", kind="ratification", on=on, source="depositary", certainty="certain"
    )
    record_treaty_action(action=replace(action, kind="signature", on="2008-12-03"), day=DAY, at=AT)
    return record_treaty_action(action=action, day=DAY, at=AT)


def test_a_promise_closes_on_the_day_of_the_deposit(promise: Ref, officer: User) -> None:
    assert close_kept_promises(day=DAY, by=officer, at=AT) == []
    deposit("2011-04-06")
    assert [each.followed.ref for each in close_kept_promises(day=DAY, by=officer, at=AT)] == [promise]
    assert action_point(number=promise.number, day=date(2011, 4, 5)).state == "overdue"
    done = action_point(number=promise.number, day=DAY)
    assert (done.state, done.turned_on) == ("done", date(2011, 4, 6))
    assert history_of(commitment=promise)[-1].note == (
        "The register shows it: Bulgaria deposited its instrument of ratification on 6 April 2011 (depositary). "
        "That is 13 days after the day that was promised."
    )
    assert close_kept_promises(day=DAY, by=officer, at=AT) == []


def test_what_somebody_opened_again_is_left_alone(promise: Ref, officer: User) -> None:
    deposit("2011-04-06")
    close_kept_promises(day=DAY, by=officer, at=AT)
    reopen_commitment(commitment=promise, on=DAY, by=officer, at=AT, note="the instrument was returned")
    assert close_kept_promises(day=DAY, by=officer, at=AT) == []
    assert action_point(number=promise.number, day=DAY).state == "overdue"


def test_what_had_been_kept_closes_as_soon_as_it_is_confirmed(officer: User) -> None:
    deposit("2016-06-06")
    recorded = record_reading(file=new_file(), reader="1", text=document(), found=a_reading(), record={}, at=AT)
    found = recorded.reading.findings.filter(kind="action_point")[0]
    said = {**found.payload, "text": "deposit its instrument of ratification", "due": None, "due_text": None}
    edit_finding(finding=found.pk, payload={**said, "owner": ["Bulgaria"]}, by=officer, at=AT.replace(year=2017))
    found.refresh_from_db()
    assert found.action_point_id is not None
    done = action_point(number=found.action_point_id, day=date(2017, 12, 1))
    assert (done.state, done.turned_on) == ("done", date(2016, 6, 6))
