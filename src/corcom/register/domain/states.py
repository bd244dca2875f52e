"""The States of the register with their codes (`register/data/states.csv`).

They are the 193 Members of the United Nations, the Holy See, the State of Palestine, the Cook Islands and Niue. Codes:
ISO 3166-1 alpha-3 and alpha-2, and the three digits of the UN's M49 standard, which are also those of ISO.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from corcom.kernel.actor import Actor
from corcom.kernel.packaged import rows_of
from corcom.kernel.wording import Wording
from corcom.register.domain.data_files import packaged
from corcom.register.domain.periods import Period
from corcom.register.domain.un_membership import members_among, memberships

FILE = "states.csv"
COLUMNS = (
    "iso3 iso2 m49 name_en name_fr name_es un_member un_regional_group m49_region m49_subregion m49_intermediate_region"
    " aliases note"
).split()
UN_STATUSES = ("Y", "N", "observer")

UNStatus = Literal["member", "observer", "neither"]


@dataclass(frozen=True, slots=True)
class State:
    """A State by its codes; `region`, `subregion` and `intermediate_region` are those of M49.

    `name` is the English short name of today, `aliases` are further names that texts use. `un_status` is today's;
    `note` says what is special.
    """

    iso3: str
    iso2: str
    m49: str
    name: str
    region: str
    subregion: str
    intermediate_region: str
    aliases: tuple[str, ...]
    un_status: UNStatus
    un_membership: tuple[Period, ...]
    note: str

    def is_un_member_on(self, day: date) -> bool:
        """Whether the State was a Member of the United Nations on a day."""
        return any(period.covers(day) for period in self.un_membership)


def states_in(text: str, file: str = FILE) -> dict[str, State]:
    """The States of a table by ISO 3166 alpha-3, without their membership in the UN; raises `CellRefused`."""
    found: dict[str, State] = {}
    for row in rows_of(file, text, COLUMNS):
        code = row.text("iso3")
        if code in found:
            raise row.refused("iso3", "each State once")
        status = row.choice("un_member", UN_STATUSES)
        found[code] = State(
            iso3=code,
            iso2=row.text("iso2"),
            m49=row.text("m49"),
            name=row.text("name_en"),
            region=row.text("m49_region"),
            subregion=row.text("m49_subregion"),
            intermediate_region=row.maybe("m49_intermediate_region"),
            aliases=tuple(part.strip() for part in row.maybe("aliases").split(";") if part.strip()),
            un_status="member" if status == "Y" else "observer" if status == "observer" else "neither",
            un_membership=(),
            note=row.maybe("note"),
        )
    return found


@cache
def state_codes() -> frozenset[str]:
    """The code of every State."""
    return frozenset(states_in(packaged(FILE)))


@cache
def states() -> dict[str, State]:
    """Every State by ISO 3166 alpha-3, in the order of the codes.

    >>> len(states())
    197
    """
    membership = memberships(state_codes())
    return {
        code: replace(each, un_membership=membership.get(code, ()))
        for code, each in sorted(states_in(packaged(FILE)).items())
    }


@cache
def _by_any_code() -> dict[str, State]:
    return {code: each for each in states().values() for code in (each.iso3, each.iso2, each.m49)}


def state(code: str) -> State | None:
    """The State of an alpha-3, alpha-2 or M49 code; None where there is none.

    >>> [each.name for each in (state("NOR"), state("NO"), state("578")) if each]
    ['Norway', 'Norway', 'Norway']
    """
    return _by_any_code().get(code)


def un_members_on(day: date) -> frozenset[str]:
    """The codes of the States that were Members of the United Nations on a day.

    >>> [len(un_members_on(date(2011, 7, day))) for day in (13, 14)]
    [192, 193]
    """
    return members_among(state_codes(), day)


def state_called(iso3: str, wording: Wording) -> str:
    """The name of a State in the language of a document; its code for what is no State."""
    known = states().get(iso3)
    return wording.name(Actor(iso3, known.name if known else iso3))
