"""Whom a meeting can invite, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.kernel.errors import CorcomError
from corcom.kernel.folding import folded
from corcom.participation.domain.party_kinds import ORDER, PartyKind, party_kind_of
from corcom.register.domain.gazetteer import parties
from corcom.register.domain.registered import Register

InvitedAs = Literal["state", "organisation", "special_invitee"]
GUEST = "guest:"
"""What the code of a special invitee begins with, who is neither a State nor an organisation of the register."""


class InvitationRefused(CorcomError):
    """An invitation that cannot be; `wrong` is delegation, name, language, nobody, cancelled, too_early or too_late.

    `name` is what was written, or the day that cannot be.
    """

    def __init__(self, wrong: str, name: object = "") -> None:
        super().__init__(f"invitation: {wrong} {name}".strip())
        self.wrong = wrong
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """A delegation to invite; `email` may be empty, `language` is that of its letter."""

    code: str
    name: str
    invited_as: InvitedAs
    email: str = ""
    language: str = "en"


def invitee(code: str, *, email: str = "", language: str = "en") -> Invitee:
    """A State or an organisation of the register as one to invite. Errors: `InvitationRefused`."""
    found = parties().get(code)
    if found is None:
        raise InvitationRefused("delegation", code)
    return Invitee(code=code, name=found.name, invited_as=found.kind, email=email, language=language)


def special_invitee(name: str, *, email: str = "", language: str = "en") -> Invitee:
    """Somebody who is no State and no organisation of the register. Errors: `InvitationRefused`.

    >>> special_invitee("Survivors’ Network").code
    'guest:survivors-network'
    """
    said = " ".join(name.split())
    if not said:
        raise InvitationRefused("name")
    return Invitee(code=guest_code(said), name=said[:200], invited_as="special_invitee", email=email, language=language)


def guest_code(name: str) -> str:
    """The code under which somebody outside the register is kept: the same for the same name."""
    letters = folded(re.sub("[’']", "", name))
    return f"{GUEST}{re.sub(r'[^0-9a-zA-Z]+', '-', letters).strip('-').lower() or folded(name)}"[:120]


def by_kind(register: Register | None, day: date, committee: Iterable[str] = ()) -> Mapping[str, tuple[str, ...]]:
    """The codes of everybody whom the register knows by their kind on a day, and the members of the committee.

    The keys are kinds, and `committee` first where it has members.
    """
    found: dict[str, tuple[str, ...]] = {}
    if members := tuple(dict.fromkeys(committee)):
        found["committee"] = members
    gathered: dict[PartyKind, list[str]] = {}
    for code in parties():
        gathered.setdefault(party_kind_of(code, register, day), []).append(code)
    for kind in ORDER:
        if codes := gathered.get(kind):
            found[kind] = tuple(sorted(codes, key=lambda code: folded(parties()[code].name)))
    return found
