"""Links by which somebody sets the password of an account: no password is ever written into a message."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import transaction

from corcom.access.actions.accounts import (
    AccountRefused,
    AccountTaken,
    check_role,
    choose_password,
    locked,
    reasons_against,
    step,
)
from corcom.access.actions.links import give_link, use_link
from corcom.access.domain.links import GivenLink
from corcom.access.models import SignedLink, User
from corcom.access.queries.accounts import name_of_account
from corcom.access.queries.listed import ACCOUNT_LINK, subject_of
from corcom.directory.models import DirectoryPerson
from corcom.directory.queries import NoSuchPerson
from corcom.kernel.errors import CorcomError

log = logging.getLogger(__name__)
INVITED_FOR, RESET_FOR = timedelta(days=14), timedelta(days=2)
"""How long a link opens: one that invites, and one for a password that was forgotten."""


class AccountClosed(CorcomError):
    """The account was closed; `username` is its name."""

    def __init__(self, username: str) -> None:
        super().__init__(f"the account {username} is closed")
        self.username = username


@transaction.atomic
def invite(
    *, username: str, role: str, at: datetime, by: str, name: str = "", email: str = "", person: int | None = None
) -> GivenLink:
    """Open an account without a password, and make the link by which its owner sets one, once, within `INVITED_FOR`.

    `person` is whose account it is, by number in the directory. Errors: `AccountTaken`, `NoSuchRole`, `AccountRefused`,
    `NoSuchPerson`.
    """
    check_role(role)
    if taken := name_of_account(username=username):
        raise AccountTaken(taken)
    found = DirectoryPerson.objects.filter(pk=person, merged_into=None).first() if person else None
    if person and found is None:
        raise NoSuchPerson(person)
    account = User(username=username, role=role, name=name, email=email, date_joined=at, person=found)
    if reasons := reasons_against(account):
        raise AccountRefused(reasons)
    account.set_unusable_password()
    account.save(force_insert=True)
    step(account, "invited", at=at, by=by, before={"to": found.name} if found else {})
    log.info("account %s opened as %s by invitation of %s", username, role, by)
    return _link(account, at=at, ends_at=at + INVITED_FOR, by=by)


@transaction.atomic
def link_for_password(*, username: str, at: datetime, by: str) -> GivenLink:
    """Make a new link to set the password; those given before open nothing any more, the password holds until it is used.

    Errors: `NoSuchAccount`, `AccountClosed`.
    """
    account = locked(username)
    if not account.is_active:
        raise AccountClosed(account.username)
    withdraw_open_links(account, by=by, at=at)
    step(account, "link", at=at, by=by)
    kept = RESET_FOR if account.has_usable_password() else INVITED_FOR
    return _link(account, at=at, ends_at=at + kept, by=by)


@transaction.atomic
def set_password(*, link: GivenLink, password: str, at: datetime) -> str:
    """Set the password by a link, which opens nothing any more after that; gives the name to sign in with.

    Whoever is signed in with the password before is signed out. Errors: `NoSuchAccount`, `AccountClosed`,
    `AccountRefused`, `LinkAlreadyUsed`.
    """
    account = locked(link.party)
    if not account.is_active or subject_of(account) != link.subject:
        raise AccountClosed(account.username)
    choose_password(account, password)
    use_link(number=link.number, at=at)
    account.save(update_fields=["password"])
    step(account, "password", at=at, by=account.username)
    log.info("password of account %s set by a link", account.username)
    return account.username


def withdraw_open_links(account: User, *, by: str, at: datetime) -> None:
    """Make the links to an account that were not used open nothing any more."""
    who = User.objects.filter(username=by).first() if by else None
    rows = SignedLink.objects.filter(purpose=ACCOUNT_LINK, subject=subject_of(account), used_at=None)
    rows.filter(withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=who)


def _link(account: User, *, at: datetime, ends_at: datetime, by: str) -> GivenLink:
    who = User.objects.filter(username=by).first()
    return give_link(
        purpose=ACCOUNT_LINK,
        subject=subject_of(account),
        party=account.username,
        ends_at=ends_at,
        by=who,
        at=at,
        once=True,
    )
