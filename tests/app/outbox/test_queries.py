"""Lists and counts, and that SQL and Python agree on where a message stands."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.factories.messages import clerk, prepared, released
from tests.factories.rows import AT

from corcom.outbox.actions import cancel_messages, hold_messages
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.standing import STATES
from corcom.outbox.models import MessageAttempt, OutgoingMessage
from corcom.outbox.queries import (
    MessagesWanted,
    NoSuchMessage,
    messages_counted,
    messages_page,
    whole_message,
)
from corcom.outbox.queries.standing import state_of_row, with_state

TURNS = ("prepared", "released", "held", "cancelled")
OUTCOMES = ("", "sent", "later", "refused", "given_up", "lost", "unclear")


def test_sql_and_python_agree_on_every_way_a_message_can_stand() -> None:
    by = clerk()
    found = set()
    for turn, outcome, settled, handed, expired in product(
        TURNS, OUTCOMES, ("", "arrived", "again"), (False, True), (False, True)
    ):
        if settled and not outcome:
            continue  # settling ends an attempt
        row = prepared()
        attempt = MessageAttempt.objects.create(
            message=row,
            number=1,
            started_at=AT,
            leased_until=AT + timedelta(minutes=-1 if expired else 1),
            handed_at=AT if handed else None,
            ended_at=AT if outcome else None,
            outcome=outcome,
            settled_as=settled,
            settled_at=AT if settled else None,
            settled_by=by if settled else None,
        )
        OutgoingMessage.objects.filter(pk=row.pk).update(turn=turn, released_at=AT, last_attempt=attempt)
    rows = with_state(OutgoingMessage.objects.select_related("last_attempt"), AT)
    for each in rows:
        assert each.state == state_of_row(each, AT)
        found.add(each.state)
    assert found == set(STATES)


def test_messages_are_counted_by_state_and_narrowed() -> None:
    first, second, *_ = released(4)
    prepared(kind="reminder", recipient="mission@chile.example", about=About(kind="obligation", number=3))
    hold_messages(messages=[first.pk], by=clerk(), at=AT)
    cancel_messages(messages=[second.pk], by=clerk(), at=AT)
    counts = messages_counted(now=AT)
    assert {state: n for state, n in counts.items() if n} == {
        "prepared": 1,
        "held": 1,
        "released": 2,
        "cancelled": 1,
    }
    page = messages_page(wanted=MessagesWanted(state="held"), now=AT)
    assert ([line.number for line in page.lines], page.total, page.by_state) == ([first.pk], 1, counts)
    page = messages_page(wanted=MessagesWanted(kind="reminder"), now=AT)
    assert ([line.recipient for line in page.lines], page.by_kind) == (
        ["mission@chile.example"],
        {"letter": 4, "reminder": 1},
    )
    about = messages_page(wanted=MessagesWanted(about=About(kind="obligation", number=3)), now=AT)
    assert [line.kind for line in about.lines] == ["reminder"]
    assert messages_page(wanted=MessagesWanted(text="chile report"), now=AT).total == 1
    assert messages_page(wanted=MessagesWanted(batch=first.batch), now=AT).total == 4
    assert [line.number for line in messages_page(wanted=MessagesWanted(), now=AT, size=2, number=2).lines] == [
        first.pk + 2,
        first.pk + 1,
    ]


@pytest.mark.parametrize("count", [1, 5])
def test_a_longer_list_takes_as_many_queries(count: int, django_assert_num_queries: AssertQueries) -> None:
    released(count)
    with django_assert_num_queries(4):
        messages_page(wanted=MessagesWanted(), now=AT)


def test_one_message_takes_four_queries(django_assert_num_queries: AssertQueries) -> None:
    (row,) = released()
    with django_assert_num_queries(4):
        whole_message(number=row.pk, now=AT)
    with pytest.raises(NoSuchMessage):
        whole_message(number=row.pk + 1, now=AT)
