from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest
from tests.app.followup.conftest import Promise
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.followup.actions import close_commitment
from corcom.followup.domain.commitment import STEPS_THAT_TURN, state_on
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.models import ActionPoint, FollowUpEvent
from corcom.followup.queries import action_points, decisions, facets_of, history_of, matters_arising
from corcom.followup.queries.commitments import standing
from corcom.kernel.actor import Actor

DAY = date(2016, 6, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_two_queries_whatever_its_length(
    promise: Promise, decide: Promise, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        promise(text=f"letter {number}")
        decide(text=f"rule {number}")
    with django_assert_num_queries(2):
        assert len(action_points(day=DAY)) == rows
    with django_assert_num_queries(2):
        assert len(decisions(day=DAY)) == rows
    with django_assert_num_queries(5):
        facets_of(kind="action_point", day=DAY, wanted=Wanted())
    with django_assert_num_queries(4):
        matters_arising(
            convention="CCM",
            body="Coordination Committee",
            since=date(2016, 4, 28),
            next_on=date(2016, 5, 26),
            following_on=date(2016, 6, 30),
        )


def test_a_history_costs_one_query(promise: Promise, django_assert_num_queries: Any) -> None:
    ref = promise()
    with django_assert_num_queries(1):
        history_of(commitment=ref)


def test_what_is_due_first_stands_first_and_what_has_no_date_last(promise: Promise) -> None:
    promise(text="c", due="")
    promise(text="b", due="2016-07")
    promise(text="a", due="2016-05-17")
    assert [found.terms.text for found in action_points(day=DAY)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (Wanted(owner="NOR"), ["b"]),
        (Wanted(theme="Victim Assistance"), ["b"]),
        (Wanted(body="Meeting of States Parties"), ["c"]),
        (Wanted(convention="APMBC"), ["c"]),
        (Wanted(state="overdue"), ["alpha"]),
        (Wanted(state="done"), ["b"]),
        (Wanted(state="pending"), ["alpha", "c"]),
        (Wanted(due_from=date(2016, 6, 1), due_until=date(2016, 6, 30)), ["b"]),
        (Wanted(text="CIRCULATE alpha"), ["alpha"]),
        (Wanted(owner="NOR", state="open"), []),
        (Wanted(), ["alpha", "b", "c"]),
    ],
)
def test_a_list_is_narrowed_by_what_is_wanted(
    promise: Promise, officer: User, wanted: Wanted, texts: list[str]
) -> None:
    promise(text="alpha")
    done = promise(text="b", owners=(Actor("NOR", "Norway"),), theme="Victim Assistance", due="2016-06-15")
    promise(text="c", convention="APMBC", body="Meeting of States Parties", due="")
    close_commitment(commitment=done, on=date(2016, 5, 26), by=officer, at=AT, note="done")
    assert [found.terms.text for found in action_points(day=DAY, wanted=wanted)] == texts


def test_the_choices_are_counted_under_the_other_choices(promise: Promise) -> None:
    promise(text="a", due="")
    promise(text="b", owners=(Actor("NOR", "Norway"),), due="")
    promise(text="c", theme="Victim Assistance", due="2016-05-01")
    found = facets_of(kind="action_point", day=DAY, wanted=Wanted(theme="Universalization"))
    assert [(c.value, c.name, c.count) for c in found.owners] == [
        ("HRV", "Croatia", 1),
        ("NOR", "Norway", 1),
        ("office:president", "President", 1),
    ]
    assert [(c.value, c.count) for c in found.themes] == [("Universalization", 2), ("Victim Assistance", 1)]
    assert [(c.value, c.count) for c in found.states] == [("open", 2), ("overdue", 0), ("done", 0), ("superseded", 0)]


def test_matters_arising_name_every_open_point_once(promise: Promise, decide: Promise, officer: User) -> None:
    last, coming, after = date(2016, 4, 28), date(2016, 5, 26), date(2016, 6, 30)
    promise(text="overdue", due="2016-03", raised_on=date(2016, 3, 3))
    promise(text="fell due", due="2016-04-28")
    promise(text="falls due that day", due="2016-05-26")
    promise(text="falls due", due="2016-06")
    promise(text="later", due="2016-07-01")
    promise(text="open", due="")
    promise(text="another body", body="Meeting of States Parties")
    done = promise(text="done")
    close_commitment(commitment=done, on=date(2016, 5, 3), by=officer, at=AT, note="sent")
    promise(text="said afterwards", raised_on=after)
    decide()
    found = matters_arising(
        convention="CCM", body="Coordination Committee", since=last, next_on=coming, following_on=after
    )
    texts = {
        name: [item.terms.text for item in getattr(found, name)]
        for name in ("overdue", "fell_due", "falls_due", "open", "done", "decisions")
    }
    assert texts == {
        "overdue": ["overdue"],
        "fell_due": ["fell due"],
        "falls_due": ["falls due that day", "falls due"],
        "open": ["later", "open"],
        "done": ["done"],
        "decisions": ["meet every month"],
    }


KINDS = (*STEPS_THAT_TURN, "withdrawn", "taken_up", "corrected")


@pytest.mark.parametrize("seed", range(30))
def test_the_database_computes_the_same_state_as_the_domain(promise: Promise, officer: User, seed: int) -> None:
    """Any steps on any days, though actions would refuse most of them."""
    state = seed * 7919 + 13
    ref = promise(due="2016-05-10")
    row = ActionPoint.objects.get(pk=ref.number)
    for _ in range(seed % 6):
        state = (state * 1103515245 + 12345) % 2**31
        on = date(2016, 5, state // 7 % 20 + 1)
        FollowUpEvent.objects.create(action_point=row, kind=KINDS[state // 256 % len(KINDS)], on=on, at=AT, by=officer)
    steps = list(row.events.order_by("id").values_list("kind", "on"))
    for day in (date(2016, 4, 28), *(date(2016, 5, n) for n in range(1, 25, 2))):
        found = next((cast("Any", found).state for found in standing(ActionPoint.objects.all(), day)), None)
        expected = state_on(steps, row.due_on, day)
        assert found == (None if expected == "withdrawn" else expected)
