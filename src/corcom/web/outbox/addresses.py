"""Addresses that messages do not reach: whose they are, why, what did not arrive, and what was done about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.directory.queries import AddressOwner, owners_of
from corcom.outbox.domain.failing import FailingAddress
from corcom.outbox.queries import (
    AddressTold,
    PreferenceTold,
    addresses_failing,
    addresses_told,
    preferences_told,
)
from corcom.web.committee.words import holder_in_words
from corcom.web.downloads import downloads, sheet
from corcom.web.outbox.address_words import (
    failing_in_words,
    failing_mark,
    mend_address_of,
    owners_in_pieces,
    reason_in_words,
    server_words,
)
from corcom.web.outbox.words import kind_in_words
from corcom.web.pieces import Column, Empty, Link, Row, Stack, Table, Together
from corcom.web.rights import requires
from corcom.web.wording import in_words

SHOWN = 5
"""Messages that are named; the page of the address names all."""
TOLD = 50


@requires("send")
def outbox_addresses(request: HttpRequest) -> HttpResponse:
    """The addresses that fail, and who gets no further messages of a kind."""
    found = addresses_failing()
    owners = owners_of(addresses=[one.address for one in found])
    if file := sheet(request, "failing-addresses", _columns(), [_cells(one, owners[one.address]) for one in found]):
        return file
    shown = {
        "table": _table(request, found, owners),
        "dead": sum(one.is_dead for one in found),
        "doubtful": sum(not one.is_dead for one in found),
        "told": [_told(one) for one in addresses_told()[:TOLD]],
        "left": _left(preferences_told()),
    }
    return render(request, "outbox/addresses.html", shown)


def _table(request: HttpRequest, found: Sequence[FailingAddress], owners: dict[str, list[AddressOwner]]) -> Table:
    return Table(
        id="failing",
        caption=_("Addresses that fail"),
        columns=(
            Column(_("Address"), is_wide=True),
            Column(_("Whose"), is_wide=True),
            Column(_("Why"), is_wide=True),
            Column(_("Did not arrive")),
            Column(_("What can be done")),
        ),
        rows=tuple(_row(one, owners[one.address]) for one in found),
        count=len(found),
        downloads=downloads(request) if found else (),
        empty=Empty(
            _("No address fails"),
            _("Where a server reports that a letter could not be delivered, its address stands here."),
            _("Back to the outbox"),
            reverse("outbox"),
        ),
    )


def _row(one: FailingAddress, owners: Sequence[AddressOwner]) -> Row:
    links: list[Any] = [
        Link(_("message %(number)d") % {"number": number}, reverse("outgoing_message", args=[number]))
        for number in one.messages[:SHOWN]
    ]
    more = len(one.messages) - SHOWN
    if more > 0:
        links.append(ngettext("and %(n)d more", "and %(n)d more", more) % {"n": more})
    return Row(
        (
            Stack((Link(one.address), failing_mark(one))),
            owners_in_pieces(owners),
            Stack((Link(reason_in_words(one.code)), server_words(one)[:300], failing_in_words(one))),
            Together(tuple(links), _(", ")),
            Link(_("Mend …"), mend_address_of(one.address)),
        ),
        id=f"failing-{one.messages[0]}",
    )


def _columns() -> tuple[str, ...]:
    return (
        _("Address"),
        _("Whose"),
        _("Left out"),
        _("Code"),
        _("The server’s words"),
        _("Since"),
        _("Last on"),
        _("Times"),
        _("Messages"),
    )


def _cells(one: FailingAddress, owners: Sequence[AddressOwner]) -> tuple[Any, ...]:
    names = [each.name or ", ".join(map(holder_in_words, each.delegations)) for each in owners]
    return (
        one.address,
        "; ".join(names),
        _("yes") if one.is_dead else "",
        one.code,
        one.words,
        one.since.date().isoformat(),
        one.last_at.date().isoformat(),
        one.times,
        ", ".join(map(str, one.messages)),
    )


def _told(one: AddressTold) -> dict[str, str]:
    said = {"address": one.address, "instead": one.instead}
    words = _("%(instead)s is used instead of %(address)s") if one.instead else _("%(address)s works again")
    return {"words": words % said, "on": in_words(one.at.date()), "by": one.by}


def _left(left: Sequence[PreferenceTold]) -> Table | None:
    if not left:
        return None
    return Table(
        id="left",
        caption=_("Who gets no further messages of a kind"),
        columns=(Column(_("Address"), is_wide=True), Column(_("Kind")), Column(_("Since")), Column(_("Said by"))),
        rows=tuple(
            Row((one.address, kind_in_words(one.kind), in_words(one.at.date()), one.by or _("the link in a message")))
            for one in left
        ),
        count=len(left),
    )
