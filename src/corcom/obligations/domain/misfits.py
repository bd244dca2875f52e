"""Facts that cannot be recorded of an obligation, whatever happened: it has no such thing."""

from __future__ import annotations

from typing import Literal

from corcom.obligations.domain.facts import Fact
from corcom.rulebooks.rules import Obligation

Misfit = Literal["no_extension", "no_declaration", "no_deadline", "no_hostilities", "period_missing", "no_period"]

EXTENDS = frozenset(("asked", "analysed", "granted", "refused"))
ABOUT_A_DEADLINE = frozenset(("fulfilled", "outstanding", "published"))


def misfit(fact: Fact, obligation: Obligation) -> Misfit | None:
    """Why a fact cannot be one of this obligation; None where it can."""
    if fact.kind in EXTENDS and obligation.extension is None:
        return "no_extension"
    if fact.kind == "declared" and not obligation.declared:
        return "no_declaration"
    if fact.kind == "end_of_hostilities" and not any(
        "end_of_hostilities" in str(one.shape) for one in obligation.versions
    ):
        return "no_hostilities"
    if fact.kind in ABOUT_A_DEADLINE and obligation.is_lasting:
        return "no_deadline"
    if fact.kind in ABOUT_A_DEADLINE and obligation.recurs and fact.period is None:
        return "period_missing"
    return "no_period" if fact.period is not None and not obligation.recurs else None
