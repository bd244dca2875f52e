"""Where a copy stands that goes to several addresses."""

from __future__ import annotations

import pytest

from corcom.correspondence.domain.letters_told import CopyTold, MessageTold
from corcom.outbox.domain.standing import STATES, State


def copy_with(*states: State) -> CopyTold:
    messages = [
        MessageTold(number=number, recipient=f"mission{number}@zmb.example", state=state, came_back=False)
        for number, state in enumerate(states)
    ]
    return CopyTold(
        number=1,
        iso3="ZMB",
        language="en",
        concern=None,
        left_out="",
        words=None,
        addresses=tuple(one.recipient for one in messages),
        docx=None,
        pdf=None,
        messages=tuple(messages),
        answers=(),
    )


@pytest.mark.parametrize(
    ("states", "standing"),
    [
        ((), None),
        (("uncertain", "sent"), "uncertain"),
        (("failed", "sent"), "failed"),
        (("sent", "sending"), "sending"),
        # The first was refused, and cancelled when its words were prepared anew to another address.
        (("cancelled", "prepared"), "prepared"),
        (("cancelled", "sent"), "sent"),
    ],
)
def test_what_needs_somebody_is_not_hidden_by_what_went_well(states: tuple[State, ...], standing: State | None) -> None:
    assert copy_with(*states).standing == standing
    assert copy_with(*reversed(states)).standing == standing


def test_every_state_of_a_message_has_its_place() -> None:
    assert [copy_with(state).standing for state in STATES] == list(STATES)


def test_the_uncertain_messages_of_a_copy_are_named_one_by_one() -> None:
    assert [one.number for one in copy_with("sent", "uncertain", "failed", "uncertain").uncertain] == [1, 3]
