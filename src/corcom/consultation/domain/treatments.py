"""What becomes of a comment: accepted, accepted with changes, or not accepted, with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from corcom.kernel.marked import gettext_noop

Outcome = Literal["accepted", "changed", "not_accepted"]
OUTCOMES: Mapping[Outcome, str] = {
    "accepted": gettext_noop("accepted"),
    "changed": gettext_noop("accepted with changes"),
    "not_accepted": gettext_noop("not accepted"),
}
"""Each outcome and its words."""

LONGEST_REASON = 4_000
"""Characters."""


def lacks(
    outcome: str, *, proposes: bool, wording: str, reason: str
) -> Literal["", "outcome", "reason", "wording", "long"]:
    """What a treatment lacks to be one, in one word; `proposes`: the comment proposes to change the text.

    >>> lacks("not_accepted", proposes=True, wording="", reason=""), lacks("accepted", proposes=True, wording="", reason="")
    ('reason', '')
    """
    if outcome not in OUTCOMES:
        return "outcome"
    if len(reason) > LONGEST_REASON:
        return "long"
    if outcome == "not_accepted" and not reason:
        return "reason"
    if outcome == "changed" and proposes and not wording:
        return "wording"
    return "reason" if outcome == "changed" and not proposes and not reason else ""
