"""Addresses that messages do not reach, in words and pieces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.directory.queries import AddressOwner
from corcom.outbox.domain.failing import FailingAddress
from corcom.web.directory.words import delegation_link
from corcom.web.pieces import Link, Stack, StatusMark, Together
from corcom.web.wording import in_words

# By the first figures of a code of RFC 3463; the longer one stands before the one that it begins with.
REASONS: tuple[tuple[str, Promise], ...] = (
    ("5.1.6", gettext_lazy("The mailbox has moved, and nobody said where to.")),
    ("5.1.2", gettext_lazy("There is no such domain.")),
    ("5.1.", gettext_lazy("There is no such mailbox.")),
    ("5.2.1", gettext_lazy("The mailbox is closed.")),
    ("5.2.2", gettext_lazy("The mailbox is full.")),
    ("4.2.2", gettext_lazy("The mailbox is full.")),
    ("5.2.3", gettext_lazy("The message is too large for this mailbox.")),
    ("5.4.", gettext_lazy("No server takes mail for this domain.")),
    ("5.7.", gettext_lazy("The server does not let our messages in.")),
    ("4.", gettext_lazy("The server took nothing for days.")),
)


def reason_in_words(code: str) -> str:
    """What the code of a server means."""
    return str(next((words for start, words in REASONS if code.startswith(start)), _("The server did not say why.")))


def server_words(one: FailingAddress) -> str:
    """The words of the server, with its code before them where they do not have it themselves."""
    told = (one.words,) if one.code in one.words else (one.code, one.words)
    return " ".join(part for part in told if part)


def failing_mark(one: FailingAddress) -> StatusMark:
    """Whether letters leave an address out, or it is doubtful."""
    if one.is_dead:
        return StatusMark("overdue", _("letters leave it out"))
    return StatusMark("soon", _("doubtful: letters still go there"))


def failing_in_words(one: FailingAddress) -> str:
    """Since when and how often messages came back from an address."""
    since = {"n": one.times, "since": in_words(one.since.date()), "last": in_words(one.last_at.date())}
    if one.times == 1:
        return _("did not arrive on %(since)s") % since
    words = ngettext(
        "failed %(n)d time since %(since)s, last on %(last)s",
        "failed %(n)d times since %(since)s, last on %(last)s",
        one.times,
    )
    return words % since


def owners_in_pieces(owners: Sequence[AddressOwner]) -> Any:
    """Whose an address is in the directory."""
    if not owners:
        return _("not in the directory")
    return Stack(tuple(_owner(one) for one in owners))


def _owner(one: AddressOwner) -> Any:
    delegations = tuple(delegation_link(code) for code in dict.fromkeys(one.delegations))
    if one.person is None:
        return Together(delegations, _(", "))
    return Together((Link(one.name, reverse("person", args=[one.person])), *delegations), _(", "))


def mend_address_of(address: str) -> str:
    """The page on which an address that fails is dealt with."""
    return f"{reverse('outbox_mend')}?{urlencode({'address': address})}"
