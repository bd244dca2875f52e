"""Where a message stands at a moment: computed from the last step of a person and from its last attempt.

The rule that holds everything: a server that was never given the end of a message (`handed`) has not taken it, so it is
safe to send again; one that was given it and did not answer may have taken it, so a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal, get_args

State = Literal["prepared", "held", "released", "sending", "waiting", "uncertain", "failed", "sent", "cancelled"]
STATES: tuple[State, ...] = get_args(State)

Verb = Literal["release", "hold", "cancel", "retry", "arrived", "again"]
"""What a person can do with a message. The last two settle an uncertain one."""

MAY: Final[dict[Verb, frozenset[State]]] = {
    "release": frozenset({"prepared", "held"}),
    "hold": frozenset({"prepared", "released", "waiting"}),
    "cancel": frozenset({"prepared", "held", "released", "waiting", "failed"}),
    "retry": frozenset({"failed", "waiting"}),
    "arrived": frozenset({"uncertain"}),
    "again": frozenset({"uncertain"}),
}
"""In which states each makes sense."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptSeen:
    """What of an attempt decides: its outcome ("" while it is open), its lease, whether the end was handed over."""

    outcome: str
    leased_until: datetime
    is_handed: bool
    settled_as: str = ""


def state_of(turn: str, last: AttemptSeen | None, now: datetime) -> State:
    """Where a message stands now.

    `turn` is what its last step left it as: prepared, released, held or cancelled.
    """
    if last is not None and "sent" in {last.outcome, _settled(last)}:
        return "sent"
    if turn == "cancelled":
        return "cancelled"
    if last is None or last.settled_as == "again" or last.outcome == "lost":
        return _by_turn(turn)
    if last.outcome == "later":
        return "held" if turn == "held" else "waiting"
    if last.outcome in {"refused", "given_up"}:
        return "failed"
    if last.outcome == "unclear":
        return "uncertain"
    if last.leased_until > now:
        return "sending"
    return "uncertain" if last.is_handed else _by_turn(turn)


def _settled(last: AttemptSeen) -> str:
    return "sent" if last.settled_as == "arrived" else ""


def _by_turn(turn: str) -> State:
    return next(state for state in STATES if state == turn)
