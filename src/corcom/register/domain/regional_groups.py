"""The regional (electoral) groups of the United Nations by date (`register/data/regional_groups.csv`).

An empty `since` reaches as far back as is known. Nobody is in a group before being a Member of the United Nations.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from corcom.kernel.packaged import rows_of
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.register.domain.data_files import packaged, period_of, refuse_overlaps
from corcom.register.domain.periods import Period
from corcom.register.domain.states import state_codes, states

FILE = "regional_groups.csv"
COLUMNS = ("iso3", "group", "since", "until", "source", "certainty", "note")
REGIONAL_GROUPS = ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG")
"""As in `states.csv`: GRULAC is Latin America and the Caribbean, WEOG Western European and other States."""


@dataclass(frozen=True, slots=True)
class RegionalGroup:
    """The group of a State for a time; `note` says what is special, `certainty` how sure the dates are."""

    group: str
    period: Period
    certainty: Certainty
    source: str
    note: str


def regional_groups_in(text: str, codes: Collection[str], file: str = FILE) -> dict[str, tuple[RegionalGroup, ...]]:
    """Groups by State; raises `CellRefused`."""
    found = []
    for row in rows_of(file, text, COLUMNS):
        code = row.choice("iso3", codes, "a code of states.csv")
        value = RegionalGroup(
            group=row.choice("group", REGIONAL_GROUPS),
            period=period_of(row),
            certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
            source=row.text("source"),
            note=row.maybe("note"),
        )
        found.append((code, row, value))
    refuse_overlaps((code, row, value.period) for code, row, value in found)
    return {code: tuple(value for other, _, value in found if other == code) for code, _, _ in found}


@cache
def regional_groups() -> dict[str, tuple[RegionalGroup, ...]]:
    """The groups of every State that is or was in one."""
    return regional_groups_in(packaged(FILE), state_codes())


def regional_group_on(code: str, day: date) -> RegionalGroup | None:
    """The group in which a State stood for election on a day, or None.

    >>> found = regional_group_on("ISR", date(2000, 5, 31))
    >>> found and found.group, regional_group_on("ISR", date(2000, 4, 30)), regional_group_on("VAT", date(2016, 4, 28))
    ('WEOG', None, None)
    """
    known = states().get(code)
    if known is None or not known.is_un_member_on(day):
        return None
    return next((each for each in regional_groups().get(code, ()) if each.period.covers(day)), None)
