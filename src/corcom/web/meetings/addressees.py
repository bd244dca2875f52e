"""Who can be written to about a meeting: the delegations of a committee, and their addresses for invitations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from email.utils import parseaddr

from corcom.mandates.queries import roster_page
from corcom.meetings.domain.calendar_invitation import CalendarAddress
from corcom.outbox.queries import reachable_addresses
from corcom.web.committee.words import holder_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A delegation, and where it is reached for invitations; "" where the directory has no address.

    `language`: the code of the one in which whoever reads there wants to be written to, "" where nobody said.
    """

    code: str
    name: str
    address: str
    language: str = ""


def members_of(convention: str, day: date) -> list[Addressee]:
    """Whoever holds an office or a theme on a day, each once, by name. Six SQL queries."""
    holders = (
        {seat.holder for seat in roster_page(convention=convention, day=day).roster.seats} if convention else set()
    )
    return addressees(holders, convention, day)


def addressees(codes: Iterable[str], convention: str, day: date) -> list[Addressee]:
    """These delegations by name, with their addresses. Five SQL queries."""
    wanted = set(codes)
    reached = reachable_addresses(delegations=wanted, purpose="invitations", convention=convention, day=day)
    found = [
        Addressee(
            code=code,
            name=holder_in_words(code),
            address=next((each.address for each in reached[code]), ""),
            language=next((each.language for each in reached[code] if each.language), ""),
        )
        for code in wanted
    ]
    return sorted(found, key=lambda one: one.name)


def written_addresses(text: str) -> list[CalendarAddress]:
    """Addresses as people write them, one on each line: "Name <name@example.org>", or the address alone."""
    lines = [line.strip().strip(",;") for line in text.splitlines() if line.strip()]
    found = [parseaddr(line) if line.endswith(">") else ("", line) for line in lines]
    return [
        CalendarAddress(address=address or line, name=name) for line, (name, address) in zip(lines, found, strict=True)
    ]
