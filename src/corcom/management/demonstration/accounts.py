"""The demonstration's accounts. Each build gives them passwords of its own, which are printed and kept nowhere.

A password that every demonstration shares would open each one that somebody puts behind a public address, or that
others on the same machine can reach.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime

from corcom.access.actions import change_account, link_person, open_account
from corcom.access.queries import account_named

PRESIDENT, COORDINATOR = "Petra Muster", "Julio Ejemplo"
"""Two invented people, who stand in the directory of the demonstration."""
OFFICER = "secretariat"
"""Who confirms and follows up in the demonstration."""
_NAMES = (
    ("secretariat", "secretariat", "Ada Secretariat"),
    ("reader", "reader", "Rui Reader"),
    # What these two may do follows from the offices that their delegations hold.
    ("president", "delegate", PRESIDENT),
    ("coordinator", "delegate", COORDINATOR),
)
PEOPLE = {"president": PRESIDENT, "coordinator": COORDINATOR}
"""Whose account it is, by the name in the directory."""
_CONSONANTS, _VOWELS = "bdfgjklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class Account:
    """An account and the password it was given just now."""

    username: str
    role: str
    password: str


def open_accounts(*, at: datetime) -> list[Account]:
    """Open the accounts, or give those that are there new passwords."""
    # The terminal shows the accounts; the log that a site keeps would repeat them.
    logging.getLogger("corcom.access").setLevel(logging.WARNING)
    opened = []
    for username, role, name in _NAMES:
        password = made_up()
        if account_named(username=username) is None:
            open_account(username=username, role=role, password=password, name=name, at=at)
        else:
            change_account(username=username, password=password, at=at)
        opened.append(Account(username, role, password))
    return opened


def link_accounts(people: dict[str, int], *, at: datetime) -> None:
    """Say whose accounts they are; `people` are the numbers of people in the directory by name."""
    for username, name in PEOPLE.items():
        account = account_named(username=username)
        if account is not None and account.person_id is None and name in people:
            link_person(username=username, person=people[name], at=at, by=OFFICER)


def made_up() -> str:
    """A password that can be read out: three groups of three syllables, one of 75 to the ninth power."""
    groups = ("".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(3)) for _ in range(3))
    return "-".join(groups)
