"""For whom an account acts: linking it to a person of the directory, closing it and opening it again."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction

from corcom.access.actions.accounts import check_somebody_is_left, locked, step
from corcom.access.actions.invitations import withdraw_open_links
from corcom.access.models import User
from corcom.directory.models import DirectoryPerson
from corcom.directory.queries import NoSuchPerson
from corcom.kernel.errors import CorcomError

log = logging.getLogger(__name__)


class AlreadySo(CorcomError):
    """The account is open, closed or without a person already, as it was to be made."""


@transaction.atomic
def link_person(*, username: str, person: int, at: datetime, by: str = "") -> None:
    """Say whose account it is: from now on it may do what follows from that person's delegation and its offices.

    `by` is the account of who does it, empty for a command. Errors: `NoSuchAccount`, `NoSuchPerson`.
    """
    account = locked(username)
    found = DirectoryPerson.objects.filter(pk=person).first()
    if found is None or found.merged_into_id is not None:
        raise NoSuchPerson(person, found.merged_into_id if found else None)
    before = _person_of(account)
    account.person = found
    account.save(update_fields=["person"])
    step(account, "linked", at=at, by=by, before={**before, "to": found.name})
    log.info("account %s linked to person %s by %s", username, person, by or "a command")


@transaction.atomic
def unlink_person(*, username: str, at: datetime, by: str = "") -> None:
    """Take the person from an account, and with it what followed from it. Errors: `NoSuchAccount`, `AlreadySo`."""
    account = locked(username)
    if account.person_id is None:
        raise AlreadySo
    before = _person_of(account)
    account.person = None
    account.save(update_fields=["person"])
    step(account, "unlinked", at=at, by=by, before=before)
    log.info("account %s linked to nobody by %s", username, by or "a command")


@transaction.atomic
def deactivate_account(*, username: str, at: datetime, by: str = "") -> None:
    """Close an account: whoever is signed in with it is signed out, and its open links are withdrawn.

    `reactivate_account` takes it back. Errors: `NoSuchAccount`, `AlreadySo`, `LastOfSecretariat`.
    """
    account = locked(username)
    if not account.is_active:
        raise AlreadySo
    check_somebody_is_left(account)
    account.is_active = False
    account.save(update_fields=["is_active"])
    withdraw_open_links(account, by=by, at=at)
    step(account, "deactivated", at=at, by=by)
    log.info("account %s closed by %s", username, by or "a command")


@transaction.atomic
def reactivate_account(*, username: str, at: datetime, by: str = "") -> None:
    """Open a closed account again, with the password that it had. Errors: `NoSuchAccount`, `AlreadySo`."""
    account = locked(username)
    if account.is_active:
        raise AlreadySo
    account.is_active = True
    account.save(update_fields=["is_active"])
    step(account, "reactivated", at=at, by=by)
    log.info("account %s opened again by %s", username, by or "a command")


def _person_of(account: User) -> dict[str, str | int | None]:
    return {"person": account.person_id, "name": account.person.name if account.person else ""}
