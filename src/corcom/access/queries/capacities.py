"""In what capacity an account acts on a day, and what it may do then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corcom.access.domain.capacities import NOBODY, Capacity, offices_on
from corcom.access.domain.grants import Rights, rights_on
from corcom.access.models import User
from corcom.directory.queries import affiliations_of
from corcom.mandates.domain.seats import seats_of
from corcom.mandates.queries import terms_of_holders
from corcom.register.queries import register_of


def rights_of(*, account: User, day: date) -> Rights:
    """What an account may do on a day, by its role and by its person's delegation and offices.

    None for an account that is closed. No SQL query for an account without a person, else two.
    """
    if not account.is_active:
        return Rights()
    return rights_on(account.role, capacity_of(account=account, day=day))


def capacity_of(*, account: User, day: date, conventions: Iterable[str] = ()) -> Capacity:
    """For whom an account acts on a day, in which offices; with the status of its States under some conventions.

    No SQL query for an account without a person, else two, and one for each convention.
    """
    found = capacities_of(accounts=[account], day=day, conventions=conventions)
    return found.get(account.pk, NOBODY)


def capacities_of(*, accounts: Iterable[User], day: date, conventions: Iterable[str] = ()) -> dict[int, Capacity]:
    """The same of many accounts, by their numbers; those that act for nobody are left out. As many SQL queries."""
    people = {account.pk: account.person_id for account in accounts if account.person_id}
    if not people:
        return {}
    belonging = affiliations_of(people=people.values(), day=day)
    delegations: dict[int, dict[str, date | None]] = {}
    for account, person in people.items():
        ends = [(each.delegation, each.until) for each in belonging.get(person, ())]
        # Where two entries say it of one delegation, the later end counts.
        for code, until in sorted(ends, key=lambda end: end[1] or date.max):
            delegations.setdefault(account, {})[code] = until
    holders = {code for each in delegations.values() for code in each}
    if not holders:
        return {}
    held = offices_on(seats_of(terms_of_holders(holders=holders)), day)
    registers = [found for each in conventions if (found := register_of(each))]
    return {
        account: Capacity(
            delegations=codes,
            offices=tuple(office for office in held if office.holder in codes),
            statuses={
                each.book.convention: frozenset(each.of(code).status_on(day) for code in codes) for each in registers
            },
        )
        for account, codes in delegations.items()
    }
