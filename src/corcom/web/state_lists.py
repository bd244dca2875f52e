"""The regional groups of States, as lists of pages are narrowed by them."""

from __future__ import annotations

from datetime import date

from corcom.register.domain import regional_groups

GROUPS = regional_groups.REGIONAL_GROUPS


def regional_group_on(code: str, day: date) -> str:
    """The regional group of a State at the United Nations on a day; "" for one that is in none."""
    found = regional_groups.regional_group_on(code, day)
    return found.group if found else ""
