"""Making and revoking the secret addresses of calendar feeds."""

from __future__ import annotations

import secrets
from datetime import datetime

from corcom.access.models import User
from corcom.kernel.errors import CorcomError
from corcom.meetings.models import CalendarFeed
from corcom.meetings.queries.calendar import CalendarWanted
from corcom.meetings.queries.feeds import Feed, feed_as_value


class NoSuchFeed(CorcomError):
    """The account has no such feed, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no feed {number}")
        self.number = number


def open_feed(*, wanted: CalendarWanted, by: User, at: datetime) -> Feed:
    """Make a feed with a secret address for an account."""
    row = CalendarFeed.objects.create(
        account=by,
        secret=secrets.token_urlsafe(24),
        convention=wanted.convention[:40],
        body=wanted.body[:200],
        theme=wanted.theme[:200],
        state=wanted.state[:120],
        made_at=at,
    )
    return feed_as_value(row)


def revoke_feed(*, number: int, by: User, at: datetime) -> None:
    """Make a secret address open nothing any more. Errors: `NoSuchFeed`."""
    if not CalendarFeed.objects.filter(pk=number, account=by, revoked_at=None).update(revoked_at=at):
        raise NoSuchFeed(number)
