"""Named groups of States, such as the European Union or the least developed countries, by date.

`register/data/named_groups.csv` lists them; each has its members in `register/data/groups/`, in a file named after its
code. An empty `since` reaches as far back as is known: `as_of` is the day for which the list of members is known to hold.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import cast

from corcom.kernel.packaged import rows_of
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.register.domain.data_files import RECALL, packaged, period_of, refuse_overlaps
from corcom.register.domain.periods import Period
from corcom.register.domain.states import state_codes

INDEX = "named_groups.csv"
INDEX_COLUMNS = ("code", "name", "source", "certainty", "as_of", "note")
MEMBER_COLUMNS = ("iso3", "since", "until", "source", "note")


@dataclass(frozen=True, slots=True)
class Membership:
    """A State in a group for a time; `source` is its own, or that of the group."""

    iso3: str
    period: Period
    source: str
    note: str

    @property
    def is_recalled(self) -> bool:
        """Whether it rests, in part, on memory and not on a text that was looked up."""
        return RECALL in self.source


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group of States that goes by a name; `code` is its usual abbreviation."""

    code: str
    name: str
    source: str
    certainty: Certainty
    as_of: date
    note: str
    members: tuple[Membership, ...]

    def members_on(self, day: date) -> frozenset[str]:
        """The codes of its members on a day."""
        return frozenset(each.iso3 for each in self.members if each.period.covers(day))


def members_in(text: str, codes: Collection[str], source: str, file: str) -> tuple[Membership, ...]:
    """The members of one group; `source` stands where a row names none. Raises `CellRefused`."""
    found: list[tuple[str, TableRow, Membership]] = []
    for row in rows_of(file, text, MEMBER_COLUMNS):
        code = row.choice("iso3", codes, "a code of states.csv")
        value = Membership(code, period_of(row), row.maybe("source") or source, row.maybe("note"))
        found.append((code, row, value))
    refuse_overlaps((code, row, value.period) for code, row, value in found)
    return tuple(value for _, _, value in found)


def groups_in(text: str, file: str = INDEX) -> dict[str, NamedGroup]:
    """The groups of the index by code, without their members; raises `CellRefused`."""
    found: dict[str, NamedGroup] = {}
    for row in rows_of(file, text, INDEX_COLUMNS):
        code = row.text("code")
        if code in found:
            raise row.refused("code", "each group once")
        as_of = row.day("as_of")
        if as_of is None:
            raise row.refused("as_of", "a day that exists, such as 2016-04-28")
        found[code] = NamedGroup(
            code=code,
            name=row.text("name"),
            source=row.text("source"),
            certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
            as_of=as_of,
            note=row.maybe("note"),
            members=(),
        )
    return found


def file_of(code: str) -> str:
    """Where the members of a group stand.

    >>> file_of("LDC")
    'groups/ldc.csv'
    """
    return f"groups/{code.lower()}.csv"


@cache
def named_groups() -> dict[str, NamedGroup]:
    """Every named group by code.

    >>> named_groups()["LLDC"].name
    'Landlocked developing countries'
    """
    return {
        code: replace(
            group, members=members_in(packaged(file_of(code)), state_codes(), group.source, file=file_of(code))
        )
        for code, group in groups_in(packaged(INDEX)).items()
    }


@lru_cache(maxsize=512)
def members_on(group: str, day: date) -> frozenset[str]:
    """The codes of the States in a group on a day; nobody where there is no such group.

    >>> [len(members_on("EU", date(2020, *day))) for day in ((1, 31), (2, 1))]
    [28, 27]
    """
    known = named_groups().get(group)
    return known.members_on(day) if known else frozenset()
