"""Giving out signed links, and withdrawing them."""

from __future__ import annotations

import secrets
from datetime import datetime

from corcom.access.domain.links import GivenLink
from corcom.access.models import SignedLink, User
from corcom.access.queries.links import link_as_value
from corcom.kernel.errors import CorcomError


class LinkNeedsAnEnd(CorcomError):
    """A link must end after it is given out; `ends_at` does not."""

    def __init__(self, ends_at: datetime) -> None:
        super().__init__(f"a link that ends at {ends_at} would never open")
        self.ends_at = ends_at


class NoSuchLink(CorcomError):
    """There is no link of this number, or it was withdrawn before."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no link {number}")
        self.number = number


class LinkAlreadyUsed(CorcomError):
    """A link that opens once was used before."""

    def __init__(self, number: int) -> None:
        super().__init__(f"link {number} was used before")
        self.number = number


def give_link(
    *, purpose: str, subject: str, party: str, ends_at: datetime, by: User | None, at: datetime, once: bool = False
) -> GivenLink:
    """Make a link to `subject` for `party`, which opens until `ends_at`; with `once`, until it was used.

    `by` is None where a command gives it. Errors: `LinkNeedsAnEnd`.
    """
    if ends_at <= at:
        raise LinkNeedsAnEnd(ends_at)
    row = SignedLink.objects.create(
        secret=secrets.token_urlsafe(24),
        purpose=purpose,
        subject=subject,
        party=party,
        once=once,
        ends_at=ends_at,
        made_at=at,
        made_by=by,
    )
    return link_as_value(row)


def use_link(*, number: int, at: datetime) -> None:
    """Note that a link was used; one that opens once opens nothing from now on. Of two at once, one is refused.

    Errors: `NoSuchLink`, `LinkAlreadyUsed`.
    """
    row = SignedLink.objects.filter(pk=number).first()
    if row is None:
        raise NoSuchLink(number)
    unused = SignedLink.objects.filter(pk=number, used_at=None).update(used_at=at)
    if row.once and not unused:
        raise LinkAlreadyUsed(number)


def withdraw_link(*, number: int, by: User | None, at: datetime) -> None:
    """Make a link open nothing any more. Errors: `NoSuchLink`."""
    if not SignedLink.objects.filter(pk=number, withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=by):
        raise NoSuchLink(number)
