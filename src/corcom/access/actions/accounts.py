"""Opening accounts and changing what they may do."""

from __future__ import annotations

import logging
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from corcom.access.domain.rights import RIGHTS
from corcom.access.models import User
from corcom.access.queries.accounts import name_of_account
from corcom.kernel.errors import CorcomError

log = logging.getLogger(__name__)


class AccountTaken(CorcomError):
    """There is an account of this name already, perhaps with other capitals: `username` is how it is written."""

    def __init__(self, username: str) -> None:
        super().__init__(f"there is an account {username} already")
        self.username = username


class NoSuchAccount(CorcomError):
    """There is no account of this name."""

    def __init__(self, username: str) -> None:
        super().__init__(f"there is no account {username}")
        self.username = username


class NoSuchRole(CorcomError):
    """`role` is none of `known`."""

    def __init__(self, role: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no role {role}; the roles are {', '.join(known)}")
        self.role = role
        self.known = known


class AccountRefused(CorcomError):
    """A name, address or password that cannot be used; `reasons` in words for the person who chose it."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def open_account(
    *, username: str, role: str, password: str, at: datetime, name: str = "", email: str = "", by: str = ""
) -> User:
    """Open an account with a role; `by` is the account of who opens it, empty for a command.

    Errors: `AccountTaken`, `NoSuchRole`, `AccountRefused`.
    """
    _check_role(role)
    if taken := name_of_account(username=username):
        raise AccountTaken(taken)
    account = User(username=username, role=role, name=name, email=email, date_joined=at)
    if reasons := _reasons_against(account):
        raise AccountRefused(reasons)
    _choose_password(account, password)
    account.save(force_insert=True)
    log.info("account %s opened as %s by %s", username, role, by or "a command")
    return account


@transaction.atomic
def change_account(
    *,
    username: str,
    role: str | None = None,
    password: str | None = None,
    name: str | None = None,
    email: str | None = None,
    by: str = "",
) -> None:
    """Give an account another role, password, person's name or address; None leaves each as it is.

    Who is signed in with an old password is signed out. Errors: `NoSuchAccount`, `NoSuchRole`, `AccountRefused`.
    """
    given = {"role": role, "password": password, "name": name, "email": email}
    if role is not None:
        _check_role(role)
    account = _locked(username)
    account.role = account.role if role is None else role
    account.name = account.name if name is None else name
    account.email = account.email if email is None else email
    if reasons := _reasons_against(account):
        raise AccountRefused(reasons)
    if password is not None:
        _choose_password(account, password)
    changed = [key for key, value in given.items() if value is not None]
    if not changed:
        return
    account.save(update_fields=changed)
    log.info("%s of account %s (%s) changed by %s", ", ".join(changed), username, account.role, by or "a command")


@transaction.atomic
def account_of_command(*, command: str, at: datetime) -> User:
    """The account under whose name a command writes where no person is named; nobody can sign in with it."""
    account, made = User.objects.get_or_create(
        username=f"corcom-{command}",
        defaults={"name": f"corcom {command}", "role": "reader", "is_active": False, "date_joined": at},
    )
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


def _check_role(role: str) -> None:
    if role not in RIGHTS:
        raise NoSuchRole(role, tuple(RIGHTS))


def _reasons_against(account: User) -> tuple[str, ...]:
    """Why this name or address cannot be used."""
    reasons: list[str] = []
    try:
        User.username_validator(account.username)
    except ValidationError as error:
        reasons += error.messages
    try:
        if account.email:
            validate_email(account.email)
    except ValidationError as error:
        reasons += error.messages
    return tuple(reasons)


def _choose_password(account: User, password: str) -> None:
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise AccountRefused(tuple(error.messages)) from error
    account.set_password(password)


def _locked(username: str) -> User:
    name = name_of_account(username=username)
    account = User.objects.select_for_update().filter(username=name).first() if name else None
    if account is None:
        raise NoSuchAccount(username)
    return account
