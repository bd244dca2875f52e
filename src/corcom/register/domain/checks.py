"""What cannot be: acts of a State that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.register.domain.treaty_actions import CONSENTS, TreatyAction

Conflict = Literal[
    "recorded_already", "withdrawal_without_consent", "consent_twice", "effect_before_notice", "in_the_future"
]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An act that cannot be, why, and the act that it contradicts, if it is one."""

    action: TreatyAction
    conflict: Conflict
    other: TreatyAction | None = None


def contradictions(actions: Sequence[TreatyAction], *, today: date) -> list[Contradiction]:
    """The contradictions among all acts of one State under one convention."""
    found: list[Contradiction] = []
    seen: dict[tuple[str, str], TreatyAction] = {}
    consent: TreatyAction | None = None
    for action in sorted(actions, key=lambda each: each.day):
        key = (action.kind, action.on)
        if key in seen:
            found.append(Contradiction(action, "recorded_already", seen[key]))
            continue
        seen[key] = action
        if action.is_dated and action.day > today:
            found.append(Contradiction(action, "in_the_future"))
        if action.kind in CONSENTS:
            if consent is not None:
                found.append(Contradiction(action, "consent_twice", consent))
            consent = consent or action
        elif action.kind == "withdrawal":
            if consent is None:
                found.append(Contradiction(action, "withdrawal_without_consent"))
            elif action.effective_on is not None and action.effective_on < action.day:
                found.append(Contradiction(action, "effect_before_notice"))
            consent = None
    return found
