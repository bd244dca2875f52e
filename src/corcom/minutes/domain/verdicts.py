"""How a finding stands after the verdicts that people gave on it, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

State = Literal["proposed", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a finding, and its payload as confirmed (None unless accepted)."""

    state: State
    confirmed: dict[str, Any] | None


PROPOSED = Standing("proposed", None)


def standing(verdicts: Iterable[tuple[str, dict[str, Any] | None]]) -> Standing:
    """How a finding stands after `verdicts` (kind and payload), oldest first; undoing gives back what was before.

    >>> standing([("accepted", {"text": "a"}), ("edited", {"text": "b"}), ("undone", None)]).confirmed
    {'text': 'a'}
    """
    steps = [PROPOSED]
    for verdict, payload in verdicts:
        if verdict == "undone":
            if len(steps) > 1:
                steps.pop()
        elif verdict == "rejected":
            steps.append(Standing("rejected", None))
        else:
            steps.append(Standing("accepted", payload))
    return steps[-1]
