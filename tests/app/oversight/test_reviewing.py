from __future__ import annotations

from typing import Any

import pytest
from tests.factories.minutes import a_reading, document
from tests.factories.rows import AT, new_file

from corcom.access.models import User
from corcom.minutes.actions import record_reading
from corcom.minutes.models import Finding, Reading, Verdict
from corcom.oversight import actions
from corcom.oversight.actions import reviewing
from corcom.oversight.queries import search

LETTER = '"letter to Angola"'


@pytest.fixture
def hand(officer: User) -> dict[str, Any]:
    return {"by": officer, "at": AT}


@pytest.fixture
def indexed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The readings of which the index was made anew, in order."""
    done: list[int] = []

    def index(*, reading: int) -> int:
        done.append(reading)
        return actions.index_reading(reading=reading)

    monkeypatch.setattr(reviewing, "index_reading", index)
    return done


def read(name: str = "minutes.txt", **changes: Any) -> Reading:
    recorded = record_reading(
        file=new_file(name=name), reader="1", text=document(), found=a_reading(**changes), record={}, at=AT
    )
    actions.index_reading(reading=recorded.reading.pk)
    return recorded.reading


def the(reading: Reading, kind: str) -> int:
    return reading.findings.filter(kind=kind).order_by("position")[0].pk


def of_whom() -> set[str]:
    return {actor.code for hit in search(words=LETTER).hits for actor in hit.actors}


def test_what_was_accepted_as_proposed_leaves_the_index_alone(hand: dict[str, Any], indexed: list[int]) -> None:
    reading = read()
    point = the(reading, "action_point")
    actions.accept_finding(finding=point, **hand)
    actions.undo_verdict(finding=point, **hand)
    assert actions.accept_certain(reading=reading.pk, **hand) > 0
    waiting = list(reading.findings.filter(state="proposed").values_list("pk", flat=True))
    assert actions.accept_findings(findings=waiting, **hand) == len(waiting)
    assert actions.undo_findings(findings=waiting, **hand) == len(waiting)
    assert indexed == []


def test_search_follows_what_was_edited_rejected_and_taken_back(hand: dict[str, Any], indexed: list[int]) -> None:
    reading = read()
    point = the(reading, "action_point")
    actions.edit_finding(finding=point, payload={"owner": ["Norway"]}, **hand)
    assert of_whom() == {"AGO", "NOR", "ZMB"}
    actions.undo_verdict(finding=point, **hand)
    assert of_whom() == {"AGO", "ZMB"}
    actions.edit_finding(finding=point, payload={"owner": ["Norway"]}, **hand)
    actions.reject_finding(finding=point, **hand)
    assert of_whom() == {"AGO", "ZMB"}
    actions.accept_findings(findings=[point], **hand)
    assert of_whom() == {"AGO", "ZMB"}
    assert indexed == [reading.pk] * 5


def test_a_corrected_meeting_is_that_of_all_its_documents(hand: dict[str, Any], indexed: list[int]) -> None:
    first, second, other = read("a.txt"), read("b.txt"), read("c.txt", date="2017-03-01")
    for reading in (first, second, other):
        actions.accept_certain(reading=reading.pk, **hand)
    head = the(first, "meeting")
    actions.edit_finding(finding=head, payload={"date": "2016-05-27"}, **hand)
    assert indexed == [first.pk, second.pk]
    assert sorted(hit.date for hit in search(words=LETTER).hits) == ["2016-05-27", "2016-05-27", "2017-03-01"]
    actions.undo_verdict(finding=head, **hand)
    assert sorted(hit.date for hit in search(words=LETTER).hits) == ["2016-05-26", "2016-05-26", "2017-03-01"]


def test_where_the_index_fails_nothing_was_said(hand: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_values: int) -> int:
        raise RuntimeError

    point = the(read(), "action_point")
    monkeypatch.setattr(reviewing, "index_reading", fail)
    with pytest.raises(RuntimeError):
        actions.reject_finding(finding=point, **hand)
    assert (Verdict.objects.count(), Finding.objects.get(pk=point).state) == (0, "proposed")
