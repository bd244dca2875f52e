"""Terms of office for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corcom.mandates.domain.terms import Term

TERM = Term(
    convention="CCM",
    office="coordinator",
    theme="clearance",
    holder="IRL",
    since="2MSP",
    until="3MSP",
    source="minutes",
    certainty="certain",
)


def a_term(**changes: Any) -> Term:
    """A year of Ireland at clearance, with other values where they are given."""
    return replace(TERM, **changes)
