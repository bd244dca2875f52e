"""Feeds of the calendar and their secret addresses.

The address carries a token that is signed with the site's key and holds the feed's own secret: a token that was changed
opens nothing, nor does one whose feed was revoked, or whose account is closed or may not read any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.core import signing

from corcom.access.models import User
from corcom.access.queries import rights_of
from corcom.kernel.errors import CorcomError
from corcom.meetings.models import CalendarFeed
from corcom.meetings.queries.calendar import CalendarWanted

_SALT = "corcom.calendar.feed"


class FeedRefused(CorcomError):
    """A secret address opens nothing: `why` is "tampered", "revoked" or "closed"."""

    def __init__(self, why: Literal["tampered", "revoked", "closed"]) -> None:
        super().__init__(f"feed: {why}")
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed of an account, what it shows, and the token of its address."""

    number: int
    account: User
    wanted: CalendarWanted
    made_at: datetime
    token: str


def feeds_of(*, account: User) -> list[Feed]:
    """The feeds of an account that were not revoked, the latest first. One SQL query."""
    return [
        feed_as_value(row)
        for row in CalendarFeed.objects.select_related("account").filter(account=account, revoked_at=None)
    ]


def feed_of(*, token: str, day: date) -> Feed:
    """The feed that a secret address opens on a day, by the rights that its account has then. Errors: `FeedRefused`.

    One SQL query, and two where rights follow from a person.
    """
    try:
        secret = signing.Signer(salt=_SALT).unsign(token)
    except signing.BadSignature:
        raise FeedRefused("tampered") from None
    row = CalendarFeed.objects.select_related("account").filter(secret=secret).first()
    if row is None or row.revoked_at is not None:
        raise FeedRefused("revoked")
    if not rights_of(account=row.account, day=day).hold("read"):
        raise FeedRefused("closed")
    return feed_as_value(row)


def feed_as_value(row: CalendarFeed) -> Feed:
    """A row as a value."""
    wanted = CalendarWanted(convention=row.convention, body=row.body, theme=row.theme, state=row.state)
    token = signing.Signer(salt=_SALT).sign(row.secret)
    return Feed(number=row.pk, account=row.account, wanted=wanted, made_at=row.made_at, token=token)
