from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.app.followup.conftest import Promise
from tests.factories.rows import AT

from corcom.access.models import User
from corcom.followup.actions import AlreadyClosed, close_commitment, close_commitments
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points, changes_since, commitments_page, pending_by_owner
from corcom.followup.queries.pages import SORTS
from corcom.kernel.actor import Actor

DAY = date(2016, 6, 1)
EVERYTHING = Wanted()


def texts(day: date = DAY, **asked: Any) -> list[str]:
    page = commitments_page(kind="action_point", day=day, **{"wanted": EVERYTHING, **asked})
    return [found.terms.text for found in page.rows]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_of_a_list_costs_three_queries_whatever_its_length(
    promise: Promise, rows: int, django_assert_num_queries: Any
) -> None:
    for number in range(rows):
        promise(text=f"letter {number}")
    with django_assert_num_queries(3):
        page = commitments_page(kind="action_point", day=DAY, wanted=EVERYTHING, sort="owner", size=2)
    assert (len(page.rows), page.total) == (min(rows, 2), rows)
    with django_assert_num_queries(1):
        pending_by_owner(kind="action_point", day=DAY)
    with django_assert_num_queries(1):
        changes_since(at=AT - timedelta(days=1))


def test_the_pages_hold_each_commitment_once_and_in_order(promise: Promise) -> None:
    for number in range(5):
        promise(text=f"letter {number}")
    pages = [texts(size=2, number=number, sort="text") for number in (1, 2, 3, 4)]
    assert pages == [["letter 0", "letter 1"], ["letter 2", "letter 3"], ["letter 4"], []]
    assert len(texts(size=None)) == 5


def test_a_list_is_sorted_by_any_of_its_columns_and_turned_round(promise: Promise, officer: User) -> None:
    norway, chile = (Actor("NOR", "Norway"),), (Actor("CHL", "Chile"),)
    promise(text="b", due="2016-07", owners=norway, theme="Clearance", raised_on=date(2016, 4, 1))
    done = promise(text="a", due="", owners=chile, theme="Universalization", raised_on=date(2016, 4, 2))
    promise(text="c", due="2016-05-17", owners=(), theme="Assistance", raised_on=date(2016, 4, 3))
    close_commitment(commitment=done, on=date(2016, 5, 2), by=officer, at=AT, note="done")
    found = {sort: "".join(texts(sort=sort)) for sort in (*SORTS, "-due", "-owner", "-turned")}
    assert found == {
        "due": "cba",
        "owner": "abc",
        "text": "abc",
        "theme": "cba",
        "raised": "bac",
        "turned": "bca",
        "-due": "bca",
        "-owner": "bac",
        "-turned": "acb",
    }


def test_what_one_meeting_raised_is_found_by_its_day(promise: Promise) -> None:
    promise(text="a", raised_on=date(2016, 4, 1))
    promise(text="b", raised_on=date(2016, 4, 2))
    assert texts(wanted=Wanted(raised_on=date(2016, 4, 2))) == ["b"]
    assert [found.terms.text for found in action_points(day=DAY, wanted=Wanted(raised_on=date(2016, 4, 1)))] == ["a"]


def test_each_owner_is_counted_with_what_is_open_and_what_is_overdue(promise: Promise, officer: User) -> None:
    both = (Actor("NOR", "Norway"), Actor("CHL", "Chile"))
    promise(owners=both, due="2016-05-17")
    promise(owners=both[:1], due="2016-07")
    promise(owners=both[:1], convention="APMBC")
    done = promise(owners=both)
    close_commitment(commitment=done, on=DAY, by=officer, at=AT, note="done")
    assert pending_by_owner(kind="action_point", day=DAY, convention="CCM") == {"NOR": (2, 1), "CHL": (1, 1)}
    assert pending_by_owner(kind="action_point", day=DAY)["NOR"] == (3, 2)
    assert pending_by_owner(kind="decision", day=DAY) == {}


def test_what_changed_is_told_once_for_each_commitment_the_latest_first(
    promise: Promise, decide: Promise, officer: User
) -> None:
    first, second = promise(text="a"), decide(text="b", convention="APMBC")

    def close(ref: Ref, at: datetime) -> None:
        close_commitment(commitment=ref, on=DAY, by=officer, at=at, note="done")

    close(second, AT + timedelta(hours=1))
    close(first, AT + timedelta(hours=2))
    changes = changes_since(at=AT)
    assert [(one.ref, one.kind, one.text) for one in changes] == [(first, "closed", "a"), (second, "closed", "b")]
    assert [one.ref for one in changes_since(at=AT, convention="APMBC")] == [second]
    assert [one.ref for one in changes_since(at=AT, size=1)] == [first]
    assert changes_since(at=AT + timedelta(hours=3)) == []


def test_several_are_closed_together_or_none_of_them(promise: Promise, officer: User) -> None:
    first, second, third = promise(text="a"), promise(text="b"), promise(text="c")
    close_commitments(commitments=(first, second), on=DAY, by=officer, at=AT, note="reported")
    assert texts(wanted=Wanted(state="done")) == ["a", "b"]
    with pytest.raises(AlreadyClosed):
        close_commitments(commitments=(third, first), on=DAY, by=officer, at=AT, note="again")
    assert texts(wanted=Wanted(state="pending")) == ["c"]
