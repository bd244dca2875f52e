"""Lists of States as pages need them. The one place that says who is a UN member and which group a State is in.

A seam: as long as the register does not know both by date, `states.csv` is asked, which gives them as of today.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from corcom.kernel.packaged import packaged_rows
from corcom.register.domain.gazetteer import state_codes

GROUPS = ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG")


@cache
def _column(name: str) -> dict[str, str]:
    return {row.text("iso3"): row.maybe(name) for row in packaged_rows("corcom.register", "data", "states.csv")}


def all_states() -> frozenset[str]:
    """The codes of all States of the register."""
    return state_codes()


def un_members_on(day: date) -> frozenset[str]:
    """The codes of the UN members of a day."""
    return frozenset(code for code, value in _column("un_member").items() if value == "Y")


def regional_group_on(code: str, day: date) -> str:
    """The regional group of a State at the United Nations; "" for one that is in none."""
    return _column("un_regional_group").get(code, "") if code in un_members_on(day) else ""
