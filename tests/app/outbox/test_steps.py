from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT

from corcom.outbox.actions import (
    NothingChosen,
    NotNow,
    RuleNotOn,
    RuleOnAlready,
    cancel_messages,
    claim_message,
    hold_messages,
    release_by_rule,
    release_messages,
    settle_messages,
    switch_off_rule,
    switch_on_rule,
)
from corcom.outbox.models import MessageStep, OutgoingMessage
from corcom.outbox.queries import NoSuchMessage, messages_numbered, rules_on, whole_message

LEASE = timedelta(minutes=5)
NEXT = AT + timedelta(days=1)


def state(number: int) -> str:
    (line,) = messages_numbered(numbers=[number], now=AT)
    return line.state


def test_a_message_is_released_held_released_and_cancelled_and_each_is_told() -> None:
    row, by = prepared(), clerk()
    for verb, expected in (
        (release_messages, "released"),
        (hold_messages, "held"),
        (release_messages, "released"),
        (cancel_messages, "cancelled"),
    ):
        verb(messages=[row.pk], by=by, at=AT)
        assert state(row.pk) == expected
    told = [(step.kind, step.by) for step in whole_message(number=row.pk, now=AT).steps]
    assert told == [(kind, "Carl Clerk") for kind in ("released", "held", "released", "cancelled")]


def test_the_date_of_a_message_is_that_of_its_first_release() -> None:
    row = prepared()
    release_messages(messages=[row.pk], by=clerk(), at=AT)
    hold_messages(messages=[row.pk], by=clerk(), at=NEXT)
    release_messages(messages=[row.pk], by=clerk(), at=NEXT)
    assert whole_message(number=row.pk, now=NEXT).message.date == AT


def test_held_and_cancelled_messages_are_not_given_to_workers() -> None:
    held, cancelled = released(2)
    hold_messages(messages=[held.pk], by=clerk(), at=AT)
    cancel_messages(messages=[cancelled.pk], by=clerk(), at=AT)
    assert not hasattr(claim_message(worker="a", at=NEXT, lease=LEASE, per_minute=0), "attempt")


def test_a_step_is_taken_with_all_that_are_chosen_or_with_none() -> None:
    first, second = released(2)
    cancel_messages(messages=[second.pk], by=clerk(), at=AT)
    with pytest.raises(NotNow) as refused:
        hold_messages(messages=[first.pk, second.pk], by=clerk(), at=AT)
    assert (refused.value.number, refused.value.state, refused.value.verb) == (second.pk, "cancelled", "hold")
    assert state(first.pk) == "released"
    with pytest.raises(NoSuchMessage):
        hold_messages(messages=[first.pk, second.pk + 100], by=clerk(), at=AT)
    with pytest.raises(NothingChosen):
        hold_messages(messages=[], by=clerk(), at=AT)


def test_what_is_being_sent_is_left_alone() -> None:
    (row,) = released()
    claim_message(worker="a", at=AT, lease=LEASE, per_minute=0)
    with pytest.raises(NotNow) as refused:
        cancel_messages(messages=[row.pk], by=clerk(), at=AT)
    assert refused.value.state == "sending"


def test_only_what_is_uncertain_is_settled() -> None:
    with pytest.raises(NotNow):
        settle_messages(messages=[prepared().pk], arrived=True, by=clerk(), at=AT)


def test_a_rule_that_is_on_releases_messages_of_its_kind_and_no_other() -> None:
    reminder, letter = prepared(kind="reminder"), prepared()
    with pytest.raises(RuleNotOn):
        release_by_rule(messages=[reminder.pk], at=AT)
    switch_on_rule(kind="reminder", by=clerk(), at=AT)
    with pytest.raises(RuleOnAlready):
        switch_on_rule(kind="reminder", by=clerk(), at=AT)
    with pytest.raises(RuleNotOn) as refused:
        release_by_rule(messages=[reminder.pk, letter.pk], at=AT)
    assert refused.value.kind == "letter"
    release_by_rule(messages=[reminder.pk], at=AT)
    (step,) = whole_message(number=reminder.pk, now=AT).steps
    assert (step.kind, step.by, step.rule, state(reminder.pk)) == ("released", "", "reminder", "released")
    assert [(rule.kind, rule.on_by) for rule in rules_on()] == [("reminder", "Carl Clerk")]
    switch_off_rule(kind="reminder", by=clerk(), at=NEXT)
    assert rules_on() == ()
    with pytest.raises(RuleNotOn):
        switch_off_rule(kind="reminder", by=clerk(), at=NEXT)
    # It may be switched on again; the past stays.
    switch_on_rule(kind="reminder", by=clerk(), at=NEXT)
    assert [rule.on_at for rule in rules_on()] == [NEXT]


def test_a_hundred_and_twenty_take_as_many_queries_as_one(django_assert_num_queries: AssertQueries) -> None:
    by = clerk()
    for count in (1, 120):
        rows = [row.pk for row in released(count)]
        with django_assert_num_queries(5):
            hold_messages(messages=rows, by=by, at=AT)
    assert (OutgoingMessage.objects.count(), MessageStep.objects.filter(kind="held").count()) == (121, 121)
