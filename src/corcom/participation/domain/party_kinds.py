"""In what kind a delegation takes part in a meeting: by how its State stands to the convention on the day, or what it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal, get_args

from corcom.kernel.marked import gettext_noop
from corcom.kernel.packaged import packaged_rows
from corcom.register.domain.registered import Register
from corcom.register.domain.states import state_codes

PartyKind = Literal[
    "state_party",
    "signatory",
    "state_not_party",
    "state",
    "united_nations",
    "organisation",
    "observer",
    "secretariat",
    "special_invitee",
]
PARTY_KINDS: Mapping[PartyKind, str] = {
    "state_party": gettext_noop("States Parties"),
    "signatory": gettext_noop("Signatories"),
    "state_not_party": gettext_noop("States not party"),
    "state": gettext_noop("States"),
    "united_nations": gettext_noop("United Nations, its programmes and agencies"),
    "organisation": gettext_noop("International and regional organisations"),
    "observer": gettext_noop("Observers"),
    "secretariat": gettext_noop("Secretariats"),
    "special_invitee": gettext_noop("Special invitees"),
}
"""Each kind with the heading under which a list of participants has it, in the order of such a list."""

PARTY_KIND_DEFINED: Mapping[PartyKind, str] = {
    "state_party": gettext_noop("States whose consent to be bound is deposited by %(day)s, and not withdrawn"),
    "signatory": gettext_noop("States that signed by %(day)s and whose consent is not deposited"),
    "state_not_party": gettext_noop(
        "States that have neither signed nor deposited their consent by %(day)s, or have left"
    ),
    "state": gettext_noop("States; no rulebook says who of them is bound"),
    "united_nations": gettext_noop("the United Nations and what belongs to them"),
    "organisation": gettext_noop("organisations of States"),
    "observer": gettext_noop("organisations that take part as observers"),
    "secretariat": gettext_noop("those who run a convention’s work"),
    "special_invitee": gettext_noop("who was invited by name and belongs to none of the others"),
}
"""What each of them counts, in words; the day is that of the register."""

STATES: tuple[PartyKind, ...] = ("state_party", "signatory", "state_not_party", "state")
ORDER: tuple[PartyKind, ...] = get_args(PartyKind)
_KINDS: Mapping[str, PartyKind] = {
    "un": "united_nations",
    "organisation": "organisation",
    "observer": "observer",
    "secretariat": "secretariat",
}


def party_kind_of(code: str, register: Register | None, day: date) -> PartyKind:
    """The kind of a delegation on a day, by its code; whoever the register does not know is a special invitee.

    States Parties count by deposit. A State that withdrew counts among the States not party.
    """
    if code in state_codes():
        return _of_state(code, register, day)
    return _organisations().get(code, "special_invitee")


def _of_state(code: str, register: Register | None, day: date) -> PartyKind:
    if register is None:
        return "state"
    state = register.of(code)
    if state.is_deposited_on(day):
        return "state_party"
    return "signatory" if state.status_on(day) == "signatory" else "state_not_party"


def full_name(code: str, name: str) -> str:
    """The full name of an organisation of the register, and not its abbreviation; `name` for anybody else.

    >>> full_name("icrc", "ICRC"), full_name("guest:a", "A mayor")
    ('International Committee of the Red Cross', 'A mayor')
    """
    return _full_names().get(code, name)


@cache
def _organisations() -> Mapping[str, PartyKind]:
    rows = packaged_rows("corcom.register", "data", "organisations.csv")
    return {row.text("code"): _KINDS[row.text("kind")] for row in rows}


@cache
def _full_names() -> Mapping[str, str]:
    rows = packaged_rows("corcom.register", "data", "organisations.csv")
    return {row.text("code"): row.text("name") for row in rows}
