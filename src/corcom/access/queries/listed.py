"""The accounts as a list, each with its person and with what it may do on a day, and the history of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q

from corcom.access.domain.capacities import NOBODY, Capacity
from corcom.access.domain.grants import Rights, rights_on
from corcom.access.domain.links import GivenLink
from corcom.access.models import AccountStep, SignedLink, User
from corcom.access.queries.capacities import capacities_of
from corcom.access.queries.links import link_as_value

ACCOUNT_LINK = "account"
"""The purpose of the links by which a password is set."""

Standing = Literal["open", "invited", "closed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """One account. `person` is the number and name of whose it is in the directory; `standing`: invited is without a password."""

    number: int
    username: str
    name: str
    email: str
    role: str
    standing: Standing
    last_sign_in: datetime | None
    person: tuple[int, str] | None
    capacity: Capacity

    @property
    def rights(self) -> Rights:
        """What it may do on the day of its capacity; nothing once it is closed."""
        return Rights() if self.standing == "closed" else rights_on(self.role, self.capacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountStepTaken:
    """One line of the history of an account: the verb, when, by which account ("" for a command), what stood there before."""

    verb: str
    at: datetime
    by: str
    before: dict[str, Any]


def accounts(*, day: date) -> list[AccountLine]:
    """All accounts by name, the closed last; without those under whose names commands write. Three SQL queries."""
    of_commands = Q(username__startswith="corcom-", is_active=False, password__startswith=UNUSABLE_PASSWORD_PREFIX)
    rows = User.objects.exclude(of_commands).select_related("person").order_by("-is_active", "username")
    return _lines(list(rows), day)


def account_line(*, number: int, day: date) -> AccountLine | None:
    """One account, or None. Three SQL queries."""
    found = _lines(list(User.objects.select_related("person").filter(pk=number)), day)
    return found[0] if found else None


def accounts_of_person(*, person: int) -> list[tuple[int, str]]:
    """Number and name of the accounts of a person of the directory. One SQL query."""
    return list(User.objects.filter(person=person).order_by("username").values_list("pk", "username"))


def account_steps(*, number: int) -> list[AccountStepTaken]:
    """What was done to an account, the latest first. One SQL query."""
    rows = AccountStep.objects.filter(account=number).order_by("-id")
    return [AccountStepTaken(verb=row.verb, at=row.at, by=row.by, before=row.before) for row in rows]


def open_link(*, number: int, at: datetime) -> GivenLink | None:
    """The link by which the password of an account can be set at a moment, if one was given. One SQL query."""
    rows = SignedLink.objects.filter(purpose=ACCOUNT_LINK, subject=f"account:{number}", ends_at__gt=at)
    row = rows.filter(used_at=None, withdrawn_at=None).order_by("-id").first()
    return link_as_value(row) if row else None


def subject_of(account: User) -> str:
    """How a link names an account."""
    return f"account:{account.pk}"


def _lines(rows: Sequence[User], day: date) -> list[AccountLine]:
    found = capacities_of(accounts=rows, day=day)
    return [
        AccountLine(
            number=row.pk,
            username=row.username,
            name=row.name,
            email=row.email,
            role=row.role,
            standing=_standing(row),
            last_sign_in=row.last_login,
            person=(row.person.pk, row.person.name) if row.person else None,
            capacity=found.get(row.pk, NOBODY),
        )
        for row in rows
    ]


def _standing(row: User) -> Standing:
    if not row.is_active:
        return "closed"
    return "open" if row.has_usable_password() else "invited"
