"""What cannot be: acts of a State that contradict each other.

Only a State that signed ratifies, accepts or approves, and only one that did not accedes (CCM and APMBC, Article 16; ATT,
Article 21). A State that left and joins again may accede, though it signed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.kernel.calendar import earliest
from corcom.register.domain.treaty_actions import CONFLICTS, CONSENTS, OF_SIGNATORIES, SIGNATURES, TreatyAction
from corcom.rulebooks.reading import rulebook

Conflict = Literal[
    "recorded_already",
    "withdrawal_without_consent",
    "consent_twice",
    "effect_too_early",
    "consent_without_signature",
    "accession_after_signature",
    "conflict_without_effect",
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
    left = False
    for action in sorted(actions, key=lambda each: each.day):
        key = (action.kind, action.on)
        if key in seen:
            found.append(Contradiction(action, "recorded_already", seen[key]))
            continue
        seen[key] = action
        if (conflict := _out_of_place(action, today)) is not None:
            found.append(Contradiction(action, conflict))
        if action.kind in CONSENTS:
            if consent is not None:
                found.append(Contradiction(action, "consent_twice", consent))
            else:
                found.extend(_beside_signature(action, actions, joins_again=left))
            consent = consent or action
        elif action.kind == "withdrawal":
            if consent is None:
                found.append(Contradiction(action, "withdrawal_without_consent"))
            elif _has_effect_too_early(action):
                found.append(Contradiction(action, "effect_too_early"))
            consent, left = None, True
    return found


def _beside_signature(
    consent: TreatyAction, actions: Sequence[TreatyAction], *, joins_again: bool
) -> Iterator[Contradiction]:
    """Whether a consent is one that a State can give that signed, or did not sign, by the day of it.

    A signature of the same day counts, and one that is known by its month or year counts from the first day of it.
    """
    days = [action for action in actions if action.kind in SIGNATURES and earliest(action.on) <= consent.day]
    if consent.kind in OF_SIGNATORIES and not days:
        yield Contradiction(consent, "consent_without_signature")
    elif consent.kind == "accession" and days and not joins_again:
        signature = min(days, key=lambda action: action.day)
        if signature.day < earliest(consent.on):
            yield Contradiction(consent, "accession_after_signature", signature)


def _out_of_place(action: TreatyAction, today: date) -> Conflict | None:
    """Whether an act is said to be of before the convention was adopted, or of a day, month or year that has not begun.

    An armed conflict may be older than the convention, which must know what to do with one.
    """
    if earliest(action.on) > today:
        return "in_the_future"
    book = rulebook(action.convention)
    if action.kind in CONFLICTS:
        waits = book is None or book.joining.withdrawal.shape.waits_for
        return None if waits else "conflict_without_effect"
    adopted = book.treaty.adopted_on if book else date.min
    return "before_adoption" if min(action.day, action.effective_on or action.day) < adopted else None


def _has_effect_too_early(withdrawal: TreatyAction) -> bool:
    """Whether a withdrawal is said to have effect before the rule lets it; an armed conflict can only make it later."""
    if withdrawal.effective_on is None:
        return False
    book = rulebook(withdrawal.convention)
    least = book.joining.withdrawal.first_on({"withdrawal_notice": earliest(withdrawal.on)}) if book else None
    return withdrawal.effective_on < (least or withdrawal.day)
