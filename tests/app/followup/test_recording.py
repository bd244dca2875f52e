from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.app.followup.conftest import POINT, Promise
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.followup.actions import (
    NotADueDate,
    NothingChanged,
    Shown,
    SupersedesItself,
    WithoutText,
    correct_commitment,
    record_action_point,
    supersede_decision,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.models import ActionPoint, FollowUpEvent
from corcom.followup.queries import NoSuchCommitment, action_point, decision, history_of
from corcom.kernel.actor import Actor

DAY = date(2016, 5, 2)


def test_a_promise_is_kept_with_its_owners_due_date_and_words(promise: Promise, shown: Shown, officer: User) -> None:
    found = action_point(number=promise().number, day=DAY)
    assert found.terms == POINT
    assert (found.terms.due_on, found.state, found.turned_on) == (date(2016, 5, 17), "open", date(2016, 4, 28))
    assert (found.file_id, found.evidence) == (shown.file_id, shown.evidence)


def test_recording_is_logged_with_its_legal_date_and_its_moment(promise: Promise, officer: User) -> None:
    (step,) = history_of(commitment=promise())
    assert (step.kind, step.on, step.at, step.by) == ("recorded", date(2016, 4, 28), AT, officer.name)
    assert step.after is not None
    assert step.after["owners"] == [["HRV", "Croatia"], ["office:president", "President"]]


def test_a_month_is_due_on_its_last_day(promise: Promise) -> None:
    assert action_point(number=promise(due="2016-06").number, day=DAY).terms.due_on == date(2016, 6, 30)


@pytest.mark.parametrize(("changes", "error"), [({"text": " "}, WithoutText), ({"due": "before long"}, NotADueDate)])
def test_terms_that_cannot_be_followed_are_refused_and_leave_nothing(
    promise: Promise, changes: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        promise(**changes)
    assert (ActionPoint.objects.count(), FollowUpEvent.objects.count()) == (0, 0)


def test_a_correction_keeps_what_was_before(promise: Promise, officer: User) -> None:
    ref = promise()
    terms = replace(POINT, due="2016-06-01", owners=(Actor("HRV", "Croatia"),))
    correct_commitment(commitment=ref, terms=terms, on=DAY, by=officer, at=AT, note="misheard")
    step = history_of(commitment=ref)[-1]
    assert (step.kind, step.note) == ("corrected", "misheard")
    assert step.before == {"due": "2016-05-17", "owners": [["HRV", "Croatia"], ["office:president", "President"]]}
    assert step.after == {"due": "2016-06-01", "owners": [["HRV", "Croatia"]]}
    assert action_point(number=ref.number, day=DAY).terms == terms


def test_a_correction_that_changes_nothing_is_refused(promise: Promise, officer: User) -> None:
    with pytest.raises(NothingChanged):
        correct_commitment(commitment=promise(), terms=POINT, on=DAY, by=officer, at=AT)


def test_what_is_not_there_cannot_be_corrected(officer: User) -> None:
    with pytest.raises(NoSuchCommitment) as refused:
        correct_commitment(commitment=Ref("action_point", 404), terms=POINT, on=DAY, by=officer, at=AT)
    assert (refused.value.kind, refused.value.number) == ("action_point", 404)


def test_an_owner_named_twice_owns_once(officer: User, shown: Shown) -> None:
    terms = replace(POINT, owners=(Actor("HRV", "Croatia"), Actor("HRV", "the Croatian delegation")))
    row = record_action_point(terms=terms, source=shown, by=officer, at=AT)
    assert list(row.owners.values_list("code", flat=True)) == ["HRV"]


def test_a_later_decision_takes_the_place_of_an_earlier_one(decide: Promise, officer: User) -> None:
    first, second = decide(), decide(text="meet every other month", raised_on=date(2016, 5, 26))
    supersede_decision(decision=first.number, by_decision=second.number, on=date(2016, 5, 26), by=officer, at=AT)
    assert decision(number=first.number, day=date(2016, 5, 25)).state == "open"
    found = decision(number=first.number, day=date(2016, 5, 26))
    assert (found.state, found.superseded_by_id) == ("superseded", second.number)
    assert history_of(commitment=first)[-1].after == {"superseded_by": second.number}


def test_decisions_do_not_supersede_each_other_in_a_circle(decide: Promise, officer: User) -> None:
    first, second = decide(), decide(text="meet every other month")
    supersede_decision(decision=first.number, by_decision=second.number, on=DAY, by=officer, at=AT)
    with pytest.raises(SupersedesItself):
        supersede_decision(decision=second.number, by_decision=first.number, on=DAY, by=officer, at=AT)
    with pytest.raises(SupersedesItself):
        supersede_decision(decision=second.number, by_decision=second.number, on=DAY, by=officer, at=AT)


def test_a_step_belongs_to_exactly_one_commitment(promise: Promise, decide: Promise, officer: User) -> None:
    point, decided = promise(), decide()
    for owners in ({}, {"action_point_id": point.number, "decision_id": decided.number}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FollowUpEvent.objects.create(kind="closed", on=DAY, at=AT, by=officer, **owners)
