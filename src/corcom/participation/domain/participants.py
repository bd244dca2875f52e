"""A list of participants as plain values: delegations by kind and in alphabetical order, each with its head first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from corcom.kernel.folding import folded
from corcom.meetings.domain.plan import Plan
from corcom.participation.domain.attendance import AttendanceLine, AttendancePerson
from corcom.participation.domain.party_kinds import ORDER, PARTY_KINDS, PartyKind, full_name, party_kind_of
from corcom.register.domain.registered import Register
from corcom.register.domain.state_names import name_on
from corcom.register.domain.states import state_codes


class ParticipantJson(TypedDict):
    """Somebody on the list, with their function in their delegation."""

    name: str
    title: str
    function: str
    is_head: bool


class DelegationJson(TypedDict):
    """A delegation on the list; `contracting`: its consent is deposited, and the convention not yet in force for it."""

    code: str
    name: str
    role: str
    contracting: bool
    people: list[ParticipantJson]


class SectionJson(TypedDict):
    """All delegations of one kind."""

    kind: PartyKind
    delegations: list[DelegationJson]


class ProxyJson(TypedDict):
    """A delegation for which another spoke."""

    code: str
    name: str
    speaker_code: str
    speaker: str


class ParticipantsJson(TypedDict):
    """A whole list. `version` is 0 for one that was not released; `day` is that of the register, in ISO 8601."""

    convention: str
    body: str
    number: int | None
    number_scope: str
    date: str
    place: str
    day: str
    version: int
    is_final: bool
    sections: list[SectionJson]
    proxies: list[ProxyJson]


def participants_json(
    plan: Plan,
    lines: Iterable[AttendanceLine],
    register: Register | None,
    *,
    day: date,
    is_final: bool = False,
    version: int = 0,
) -> ParticipantsJson:
    """The list that follows from attendance.

    A final one names the delegations that were there, with those of their people who were; a provisional one also those
    that are expected, with all who are nominated.
    """
    found = list(lines)
    wanted = ("present",) if is_final else ("present", "expected")
    gathered: dict[PartyKind, list[DelegationJson]] = {}
    for line in found:
        if line.presence in wanted:
            kind: PartyKind = "special_invitee" if line.special else party_kind_of(line.delegation.code, register, day)
            gathered.setdefault(kind, []).append(_delegation(line, register, day, is_final=is_final))
    return {
        "convention": plan.convention,
        "body": plan.body,
        "number": plan.number,
        "number_scope": plan.number_scope,
        "date": plan.date,
        "place": plan.place,
        "day": day.isoformat(),
        "version": version,
        "is_final": is_final,
        "sections": [
            {"kind": kind, "delegations": alphabetical(gathered[kind], "en", day)} for kind in ORDER if kind in gathered
        ],
        "proxies": [
            {
                "code": line.delegation.code,
                "name": line.delegation.name,
                "speaker_code": line.speaker.code,
                "speaker": line.speaker.name,
            }
            for line in found
            if line.speaker is not None
        ],
    }


def _delegation(line: AttendanceLine, register: Register | None, day: date, *, is_final: bool) -> DelegationJson:
    code = line.delegation.code
    people = line.present if is_final else tuple(one for one in line.people if one.here is not False)
    contracting = register is not None and code in state_codes() and register.of(code).status_on(day) == "contracting"
    return {
        "code": code,
        "name": line.delegation.name,
        "role": line.role,
        "contracting": contracting,
        "people": [_person(one) for one in sorted(people, key=lambda one: not one.is_head)],
    }


def _person(one: AttendancePerson) -> ParticipantJson:
    return {"name": one.name, "title": one.title, "function": one.function, "is_head": one.is_head}


def name_in(code: str, name: str, language: str, day: date) -> str:
    """What a delegation is called in a language: a State by its name on the day, an organisation in full, a guest as named."""
    return name_on(code, language, day) if code in state_codes() else full_name(code, name)


def alphabetical(delegations: Iterable[DelegationJson], language: str, day: date) -> list[DelegationJson]:
    """In the order of their names in a language; accents and capitals count for nothing."""
    return sorted(delegations, key=lambda one: folded(name_in(one["code"], one["name"], language, day)))


def heading_of_section(section: SectionJson) -> str:
    """What stands above a section."""
    return PARTY_KINDS[section["kind"]]
