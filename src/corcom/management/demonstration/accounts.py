"""The demonstration's accounts. Each build gives them passwords of its own, which are printed and kept nowhere.

A password that every demonstration shares would open each one that somebody puts behind a public address, or that
others on the same machine can reach.
"""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime

from corcom.access.actions import change_account, open_account
from corcom.access.queries import account_named

OFFICER = "secretariat"
"""Who confirms and follows up in the demonstration."""
_NAMES = (("secretariat", "secretariat", "Ada Secretariat"), ("reader", "reader", "Rui Reader"))
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


def made_up() -> str:
    """A password that can be read out: three groups of three syllables, one of 75 to the ninth power."""
    groups = ("".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(3)) for _ in range(3))
    return "-".join(groups)
