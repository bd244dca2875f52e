"""Which States were Members of the United Nations on a day (`register/data/un_membership.csv`).

The register holds today's States. A State that is gone (Czechoslovakia, the German Democratic Republic) is not among
them, so counts agree with those of the United Nations from 1 November 2000 on, when the last such seat had ended.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache, lru_cache

from corcom.kernel.packaged import rows_of
from corcom.register.domain.data_files import packaged, period_of, refuse_overlaps
from corcom.register.domain.periods import Period

FILE = "un_membership.csv"
COLUMNS = ("iso3", "since", "until", "source")


def memberships_in(text: str, codes: Collection[str], file: str = FILE) -> dict[str, tuple[Period, ...]]:
    """The periods of membership by State, the oldest first; raises `CellRefused`."""
    found = []
    for row in rows_of(file, text, COLUMNS):
        code = row.choice("iso3", codes, "a code of states.csv")
        row.text("since")
        row.text("source")
        found.append((code, row, period_of(row)))
    refuse_overlaps(found)
    return {code: tuple(period for other, _, period in found if other == code) for code, _, _ in found}


@cache
def memberships(codes: frozenset[str]) -> dict[str, tuple[Period, ...]]:
    """The periods of membership of all States that ever were Members."""
    return memberships_in(packaged(FILE), codes)


@lru_cache(maxsize=512)
def members_among(codes: frozenset[str], day: date) -> frozenset[str]:
    """Those of the States that were Members on a day."""
    return frozenset(
        code for code, periods in memberships(codes).items() if any(period.covers(day) for period in periods)
    )
