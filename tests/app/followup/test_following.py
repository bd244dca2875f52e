from __future__ import annotations

from datetime import date

import pytest
from tests.app.followup.conftest import POINT, Promise
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.followup.actions import (
    AlreadyClosed,
    AlreadyFollowedUp,
    ClosedBeforeRaised,
    NotClosed,
    NothingShown,
    NotOpen,
    OutOfOrder,
    Shown,
    assign_commitment,
    close_commitment,
    record_again,
    reopen_commitment,
    supersede_decision,
    take_up_commitment,
    withdraw_commitment,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.queries import NoSuchCommitment, action_point, action_points, decision, history_of
from corcom.kernel.actor import Actor

RAISED, CLOSED, LATER = date(2016, 4, 28), date(2016, 5, 26), date(2016, 6, 30)


def _state(ref: Ref, day: date) -> str:
    found = action_point if ref.kind == "action_point" else decision
    return found(number=ref.number, day=day).state


def test_how_it_stands_depends_on_the_day(promise: Promise, officer: User) -> None:
    ref = promise()
    close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="circulated by e-mail")
    days = [RAISED, date(2016, 5, 17), date(2016, 5, 18), date(2016, 5, 25), CLOSED, LATER]
    assert [_state(ref, day) for day in days] == ["open", "open", "overdue", "overdue", "done", "done"]


def test_nothing_stands_before_it_was_raised(promise: Promise) -> None:
    ref = promise()
    with pytest.raises(NoSuchCommitment):
        action_point(number=ref.number, day=date(2016, 4, 27))


def test_the_words_of_a_later_meeting_show_that_it_was_done(promise: Promise, officer: User, shown: Shown) -> None:
    ref = promise()
    close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, shown=shown)
    step = history_of(commitment=ref)[-1]
    assert (step.kind, step.on, step.by, step.at) == ("closed", CLOSED, officer.name, AT)
    assert (step.file_id, step.evidence) == (shown.file_id, shown.evidence)


def test_closing_needs_something_that_shows_it(promise: Promise, officer: User) -> None:
    ref = promise()
    with pytest.raises(NothingShown):
        close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="  ")
    assert [step.kind for step in history_of(commitment=ref)] == ["recorded"]


def test_what_is_closed_is_not_closed_again(promise: Promise, officer: User) -> None:
    ref = promise()
    close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="sent")
    with pytest.raises(AlreadyClosed) as refused:
        close_commitment(commitment=ref, on=LATER, by=officer, at=AT, note="sent again")
    assert refused.value.since == CLOSED


def test_nothing_is_closed_before_it_was_raised(promise: Promise, officer: User) -> None:
    with pytest.raises(ClosedBeforeRaised) as refused:
        close_commitment(commitment=promise(), on=date(2016, 4, 1), by=officer, at=AT, note="sent")
    assert (refused.value.on, refused.value.raised_on) == (date(2016, 4, 1), RAISED)


def test_what_was_closed_can_be_opened_again_from_its_day_on(promise: Promise, officer: User) -> None:
    ref = promise(due="")
    close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="sent")
    with pytest.raises(OutOfOrder) as refused:
        reopen_commitment(commitment=ref, on=date(2016, 5, 20), by=officer, at=AT)
    assert refused.value.last_on == CLOSED
    reopen_commitment(commitment=ref, on=LATER, by=officer, at=AT, note="it came back undelivered")
    assert [_state(ref, day) for day in (RAISED, CLOSED, LATER)] == ["open", "done", "open"]
    with pytest.raises(NotClosed):
        reopen_commitment(commitment=ref, on=LATER, by=officer, at=AT)


def test_opening_a_superseded_decision_again_frees_it(decide: Promise, officer: User) -> None:
    first, second = decide(), decide(text="meet every other month")
    supersede_decision(decision=first.number, by_decision=second.number, on=CLOSED, by=officer, at=AT)
    with pytest.raises(NotOpen) as refused:
        close_commitment(commitment=first, on=LATER, by=officer, at=AT, note="done")
    assert refused.value.state == "superseded"
    reopen_commitment(commitment=first, on=LATER, by=officer, at=AT)
    found = decision(number=first.number, day=LATER)
    assert (found.state, found.superseded_by_id) == ("open", None)


def test_a_later_meeting_takes_it_up_and_it_stays_open(promise: Promise, officer: User) -> None:
    ref = promise(due="")
    take_up_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="still to come")
    assert _state(ref, LATER) == "open"
    assert [(step.kind, step.on) for step in history_of(commitment=ref)][-1] == ("taken_up", CLOSED)


def test_others_are_made_its_owners_and_the_former_ones_remembered(promise: Promise, officer: User) -> None:
    ref = promise()
    assign_commitment(commitment=ref, owners=(Actor("NOR", "Norway"),), on=CLOSED, by=officer, at=AT)
    assert action_point(number=ref.number, day=CLOSED).terms.owners == (Actor("NOR", "Norway"),)
    assert history_of(commitment=ref)[-1].before == {"owners": [["HRV", "Croatia"], ["office:president", "President"]]}


def test_what_was_withdrawn_stands_on_no_day_and_can_be_recorded_again(promise: Promise, officer: User) -> None:
    ref = promise()
    withdraw_commitment(commitment=ref, by=officer, at=AT)
    assert action_points(day=RAISED) == action_points(day=LATER) == []
    with pytest.raises(NotOpen):
        close_commitment(commitment=ref, on=CLOSED, by=officer, at=AT, note="sent")
    record_again(commitment=ref, terms=POINT, by=officer, at=AT)
    assert _state(ref, RAISED) == "open"
    assert [step.kind for step in history_of(commitment=ref)] == ["recorded", "withdrawn", "recorded"]


def test_what_somebody_followed_up_is_not_taken_back(promise: Promise, officer: User) -> None:
    ref = promise()
    take_up_commitment(commitment=ref, on=CLOSED, by=officer, at=AT)
    with pytest.raises(AlreadyFollowedUp) as refused:
        withdraw_commitment(commitment=ref, by=officer, at=AT)
    assert refused.value.steps == ("taken_up",)
