"""Soundings on both engines: taken, refused, struck, and who is willing by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.rows import AT

from corcom.mandates.actions import strike_sounding, take_sounding
from corcom.mandates.domain.planning import Candidate
from corcom.mandates.domain.soundings import Sounding, SoundingRefused, candidates_from, latest_answers
from corcom.mandates.models import SoundingTaken
from corcom.mandates.queries import NoSuchTerm, soundings
from corcom.register.actions import WithoutReason

pytestmark = pytest.mark.django_db
CHILE = Sounding(
    convention="CCM",
    meeting="7MSP",
    office="coordinator",
    themes=("clearance", "transparency"),
    holder="CHL",
    answer="approached",
    on=date(2016, 4, 28),
    source="the President, by telephone",
)


def test_a_sounding_is_taken_and_a_later_answer_takes_its_place() -> None:
    take_sounding(sounding=CHILE, at=AT, by="anna")
    take_sounding(sounding=replace(CHILE, answer="accepted", on=date(2016, 5, 3), themes=("clearance",)), at=AT)
    take_sounding(sounding=replace(CHILE, holder="NOR", answer="declined"), at=AT)
    found = soundings(convention="CCM")
    assert [(each.holder, each.answer) for each in latest_answers(found)] == [("CHL", "accepted"), ("NOR", "declined")]
    assert candidates_from(found, meeting="7MSP", office="coordinator") == [
        Candidate(holder="CHL", themes=("clearance",))
    ]
    assert candidates_from(found, meeting="8MSP", office="coordinator") == []
    assert soundings(convention="APMBC") == []
    assert SoundingTaken.objects.order_by("id")[0].recorded_by == "anna"


@pytest.mark.parametrize(
    ("key", "value"), [("office", "king"), ("themes", ("weather",)), ("holder", "XXX"), ("meeting", " ")]
)
def test_what_cannot_be_is_refused(key: str, value: object) -> None:
    with pytest.raises(SoundingRefused) as refused:
        take_sounding(sounding=replace(CHILE, **{key: value}), at=AT)  # type: ignore[arg-type]  # one of its parts
    assert (refused.value.key, soundings(convention="CCM")) == (key, [])


def test_a_sounding_is_struck_with_a_reason() -> None:
    number = take_sounding(sounding=CHILE, at=AT)
    with pytest.raises(WithoutReason):
        strike_sounding(number=number, why="", at=AT)
    strike_sounding(number=number, why="it was another State", at=AT + timedelta(days=1))
    assert soundings(convention="CCM") == []
    with pytest.raises(NoSuchTerm):
        strike_sounding(number=number, why="again", at=AT)
