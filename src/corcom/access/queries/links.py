"""Signed links, and what a token opens.

The token is signed with the site's key, for its purpose alone, and holds the link's own secret: a token that was changed
opens nothing, nor does one that was made for another kind of page, one that was withdrawn, or one whose time is over.
"""

from __future__ import annotations

from datetime import datetime

from django.core import signing

from corcom.access.domain.links import GivenLink, LinkRefused
from corcom.access.models import SignedLink


def link_of(*, token: str, purpose: str, at: datetime) -> GivenLink:
    """The link that a token opens at a moment. One SQL query. Errors: `LinkRefused`."""
    try:
        secret = _signer(purpose).unsign(token)
    except signing.BadSignature:
        raise LinkRefused("tampered") from None
    row = SignedLink.objects.filter(secret=secret, purpose=purpose).first()
    if row is None:
        raise LinkRefused("tampered")
    if row.withdrawn_at is not None:
        raise LinkRefused("withdrawn", row.withdrawn_at)
    if row.once and row.used_at is not None:
        raise LinkRefused("used", row.used_at)
    if row.ends_at <= at:
        raise LinkRefused("expired", row.ends_at)
    return link_as_value(row)


def links_for(*, purpose: str, subject: str) -> list[GivenLink]:
    """All links of a purpose to one thing, in the order in which they were given; the withdrawn too. One SQL query."""
    return [link_as_value(row) for row in SignedLink.objects.filter(purpose=purpose, subject=subject)]


def link_as_value(row: SignedLink) -> GivenLink:
    """A row as a value, with its token."""
    return GivenLink(
        number=row.pk,
        purpose=row.purpose,
        subject=row.subject,
        party=row.party,
        once=row.once,
        ends_at=row.ends_at,
        made_at=row.made_at,
        used_at=row.used_at,
        withdrawn_at=row.withdrawn_at,
        token=_signer(row.purpose).sign(row.secret),
    )


def _signer(purpose: str) -> signing.Signer:
    return signing.Signer(salt=f"corcom.link.{purpose}")
