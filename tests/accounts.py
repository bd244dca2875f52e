"""Accounts for tests, opened by the action that opens real ones."""

from __future__ import annotations

from datetime import UTC, date, datetime

from corcom.access.actions import link_person, open_account
from corcom.access.models import User
from corcom.directory.actions import record_entry
from corcom.directory.domain.people import Affiliation, Entry, Person

WORDS = "seven quiet rivers"
AT = datetime(2016, 5, 2, 9, 0, tzinfo=UTC)


def account(role: str, username: str = "anna") -> User:
    return open_account(
        username=username,
        role=role,
        password=WORDS,
        name="Anna Lindqvist",
        email=f"{username}@example.org",
        at=AT,
    )


def a_delegate(delegation: str, username: str = "mara", *, until: date | None = None) -> User:
    """An account that may do what follows from a delegation and its offices, and nothing else."""
    found = account("delegate", username)
    person = Person(name=f"Mara of {delegation}")
    entry = Entry(person=person, affiliations=(Affiliation(delegation=delegation, until=until),))
    link_person(username=username, person=record_entry(entry=entry, at=AT), at=AT)
    found.refresh_from_db()
    return found
