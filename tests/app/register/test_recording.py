"""Treaty actions are recorded, corrected and struck; each row stays readable, and nothing that contradicts another comes in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.factories.rows import AT
from tests.factories.treaties import an_action

from corcom.register.actions import (
    ActionContradicted,
    NoSuchTreatyAction,
    WithoutReason,
    correct_treaty_action,
    record_treaty_action,
    record_treaty_actions,
    strike_treaty_action,
)
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.models import RecordedTreatyAction
from corcom.register.queries import register_of, treaty_actions

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


def record(action: TreatyAction) -> int:
    return record_treaty_action(action=action, day=DAY, at=AT, by="rosa")


def told() -> list[tuple[str, str]]:
    return [(action.kind, action.on) for action in treaty_actions(convention="CCM", iso3="NOR")]


def test_what_is_recorded_says_by_whom_and_when() -> None:
    number = record(an_action("accession", "2010-12-20"))
    row = RecordedTreatyAction.objects.get(pk=number)
    assert (row.recorded_by, row.recorded_at, row.ended_at, told()) == (
        "rosa",
        AT,
        None,
        [("accession", "2010-12-20")],
    )


def test_a_correction_takes_the_place_of_what_was_recorded() -> None:
    old = record(an_action("accession", "2010-12-20"))
    later = AT + timedelta(days=2)
    new = correct_treaty_action(number=old, action=an_action("succession", "2010-12-21"), day=DAY, at=later, by="ada")
    assert told() == [("succession", "2010-12-21")]
    row = RecordedTreatyAction.objects.get(pk=old)
    assert (row.ended_at, row.ended_by, row.superseded_by_id) == (later, "ada", new)
    known = treaty_actions(convention="CCM", known_at=AT + timedelta(days=1))
    assert [(action.kind, action.on) for action in known] == [("accession", "2010-12-20")]
    with pytest.raises(NoSuchTreatyAction):
        correct_treaty_action(number=old, action=an_action("succession", "2010-12-22"), day=DAY, at=later)


def test_what_is_struck_is_struck_with_a_reason() -> None:
    number = record(an_action("signature", "2008-12-03"))
    with pytest.raises(WithoutReason):
        strike_treaty_action(number=number, why=" ", at=AT)
    strike_treaty_action(number=number, why="another State", at=AT, by="ada")
    assert told() == []
    row = RecordedTreatyAction.objects.get(pk=number)
    assert (row.ended_by, row.ended_why) == ("ada", "another State")
    with pytest.raises(NoSuchTreatyAction):
        strike_treaty_action(number=number, why="again", at=AT)


def test_a_consent_on_which_a_withdrawal_rests_is_not_struck() -> None:
    consent = record(an_action("accession", "2010-12-20"))
    withdrawal = record(an_action("withdrawal", "2024-09-06"))
    with pytest.raises(ActionContradicted) as refused:
        strike_treaty_action(number=consent, why="an error", at=AT)
    assert refused.value.contradiction.conflict == "withdrawal_without_consent"
    assert told() == [("accession", "2010-12-20"), ("withdrawal", "2024-09-06")]
    strike_treaty_action(number=withdrawal, why="an error", at=AT)
    strike_treaty_action(number=consent, why="an error", at=AT)
    assert told() == []


@pytest.mark.parametrize("on", ["2027", "9999-12", "1990"])
def test_a_day_that_cannot_be_is_refused_and_the_register_stands(on: str) -> None:
    with pytest.raises(ActionContradicted):
        record(an_action("accession", on))
    register = register_of("CCM")
    assert register is not None
    assert (told(), register.states) == ([], {})


def test_of_several_all_are_recorded_or_none() -> None:
    with pytest.raises(ActionContradicted):
        record_treaty_actions(
            actions=[an_action("accession", "2010-12-20"), an_action("succession", "2012-01-01")], day=DAY, at=AT
        )
    assert told() == []
    actions = [an_action("accession", "2010-12-20"), an_action("accession", "2012-01-01", "CHE")]
    assert record_treaty_actions(actions=actions, day=DAY, at=AT) == 2
    assert told() == [("accession", "2010-12-20")]
