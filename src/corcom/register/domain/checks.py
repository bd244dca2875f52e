"""What cannot be: acts of a State that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.kernel.calendar import earliest
from corcom.register.domain.treaty_actions import CONSENTS, TreatyAction
from corcom.rulebooks.reading import rulebook

Conflict = Literal[
    "recorded_already",
    "withdrawal_without_consent",
    "consent_twice",
    "effect_too_early",
    "before_adoption",
    "in_the_future",
]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An act that cannot be, why, and the act that it contradicts, if it is one."""

    action: TreatyAction
    conflict: Conflict
    other: TreatyAction | None = None


def contradictions(actions: Sequence[TreatyAction], *, today: date) -> list[Contradiction]:
    """The contradictions among all acts of one State under one convention, and with the days that its rulebook knows."""
    found: list[Contradiction] = []
    seen: dict[tuple[str, str], TreatyAction] = {}
    consent: TreatyAction | None = None
    for action in sorted(actions, key=lambda each: each.day):
        key = (action.kind, action.on)
        if key in seen:
            found.append(Contradiction(action, "recorded_already", seen[key]))
            continue
        seen[key] = action
        if (conflict := _out_of_time(action, today)) is not None:
            found.append(Contradiction(action, conflict))
        if action.kind in CONSENTS:
            if consent is not None:
                found.append(Contradiction(action, "consent_twice", consent))
            consent = consent or action
        elif action.kind == "withdrawal":
            if consent is None:
                found.append(Contradiction(action, "withdrawal_without_consent"))
            elif _has_effect_too_early(action):
                found.append(Contradiction(action, "effect_too_early"))
            consent = None
    return found


def _out_of_time(action: TreatyAction, today: date) -> Conflict | None:
    """Whether an act is said to be of before the convention was adopted, or of a day, month or year that has not begun."""
    if earliest(action.on) > today:
        return "in_the_future"
    book = rulebook(action.convention)
    adopted = book.treaty.adopted_on if book else date.min
    return "before_adoption" if min(action.day, action.effective_on or action.day) < adopted else None


def _has_effect_too_early(withdrawal: TreatyAction) -> bool:
    """Whether a withdrawal is said to have effect before the rule lets it; an armed conflict can only make it later."""
    if withdrawal.effective_on is None:
        return False
    book = rulebook(withdrawal.convention)
    least = book.joining.withdrawal.first_on({"withdrawal_notice": earliest(withdrawal.on)}) if book else None
    return withdrawal.effective_on < (least or withdrawal.day)
