"""What is refused before treaty actions are recorded."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from corcom.register.actions.errors import ActionContradicted
from corcom.register.domain.checks import contradictions
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.queries import treaty_actions


def check_actions(actions: Sequence[TreatyAction], *, day: date, without: Collection[int] = ()) -> None:
    """Refuse acts that contradict each other or what is recorded."""
    new: dict[tuple[str, str], list[TreatyAction]] = {}
    for action in actions:
        new.setdefault((action.convention, action.iso3), []).append(action)
    recorded: dict[tuple[str, str], list[TreatyAction]] = {}
    for convention in {convention for convention, _ in new}:
        for action in treaty_actions(convention=convention):
            if action.number not in without:
                recorded.setdefault((convention, action.iso3), []).append(action)
    for key, own in new.items():
        check_among([*recorded.get(key, ()), *own], day=day)


def check_among(actions: Sequence[TreatyAction], *, day: date) -> None:
    """Refuse acts of one State that contradict each other. What is recorded of after `day` stands as it was recorded."""
    if found := contradictions(actions, today=max([day, *(action.day for action in actions if action.number)])):
        raise ActionContradicted(found[0])
