from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.plans import a_plan
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.kernel.errors import ChangedMeanwhile
from corcom.participation import actions
from corcom.participation.domain.checklist import Entry, EntryRefused, progress
from corcom.participation.queries import NoSuchEntry, checklist_changes, checklist_entry, checklist_of


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def number(officer: User) -> int:
    """A Meeting of States Parties on the days of the second one."""
    plan = a_plan(officer, "2011-09-13", body="Meeting of States Parties", kind="msp", ends_on=date(2011, 9, 16))
    actions.start_checklist(meeting=plan, by=officer, at=AT)
    return plan


def test_it_starts_from_the_rulebook_with_days_counted_back(number: int, officer: User) -> None:
    found = checklist_of(meeting=number)
    assert [(line.entry.code, line.entry.due_on) for line in found[:3]] == [
        ("focal-point", date(2010, 12, 13)),
        ("task-force", date(2010, 12, 13)),
        ("venue", date(2011, 1, 13)),
    ]
    assert {line.entry.code for line in found} >= {"venue", "host-country-agreement", "cost", "friends"}
    assert actions.start_checklist(meeting=number, by=officer, at=AT) == 0
    assert [str(one) for one in progress([line.entry for line in found], date(2010, 12, 14))] == [
        "0 of 10 are settled.",
        "Under way: 0, open: 10.",
        "Past its day: Name a focal point, Set up a task force.",
    ]


def test_there_is_none_for_other_meetings(officer: User) -> None:
    for changes in ({}, {"convention": "APMBC", "kind": "msp"}):
        with pytest.raises(actions.NoChecklist):
            actions.start_checklist(meeting=a_plan(officer, **changes), by=officer, at=AT)


def test_a_change_is_told_with_what_stood_there_before(number: int, officer: User) -> None:
    line = checklist_of(meeting=number)[2]
    changed = replace(line.entry, state="done", note="Phoenicia", owner="Lebanon")
    given: dict[str, Any] = {"meeting": number, "number": line.number, "by": officer, "at": AT}
    actions.change_entry(version=1, entry=changed, **given)
    actions.change_entry(version=1, entry=changed, **given)
    now = checklist_entry(meeting=number, number=line.number)
    assert (now.entry, now.version) == (changed, 2)
    change = checklist_changes(meeting=number, number=line.number)[0]
    assert (change.before, change.after) == (
        {"state": "open", "note": "", "owner": "Host State"},
        {"state": "done", "note": "Phoenicia", "owner": "Lebanon"},
    )
    with pytest.raises(ChangedMeanwhile) as refused:
        actions.change_entry(version=1, entry=line.entry, **given)
    assert (refused.value.version, refused.value.by) == (2, "Anna Lindqvist")


def test_entries_can_be_added_and_bad_ones_are_refused(number: int, officer: User) -> None:
    made = actions.add_entry(meeting=number, entry=Entry(title="Reception"), by=officer, at=AT)
    assert checklist_of(meeting=number)[-1].number == made
    with pytest.raises(EntryRefused, match="title"):
        actions.add_entry(meeting=number, entry=Entry(title=" "), by=officer, at=AT)
    wrong = Entry(title="x", state="maybe")  # type: ignore[arg-type]  # what a form could send
    with pytest.raises(EntryRefused, match="state"):
        actions.change_entry(meeting=number, number=made, version=1, entry=wrong, by=officer, at=AT)
    with pytest.raises(NoSuchEntry):
        actions.change_entry(meeting=number, number=999, version=1, entry=Entry(title="x"), by=officer, at=AT)
