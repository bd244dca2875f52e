"""How letters are written from a page: by the site's mail settings, each in its own language."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.outbox.domain.writing import Writing
from corcom.web.by_link import address_by_link
from corcom.web.spoken_in import spoken_in


def writing_of(request: HttpRequest, page: str = "") -> Writing:
    """How letters are written whose links lead to a page, by its name; empty where they have none."""

    def address(link: GivenLink) -> str:
        return address_by_link(request, page, link) if page else ""

    def leaving(link: GivenLink) -> str:
        return address_by_link(request, "unsubscribe", link)

    site = request.get_host().partition(":")[0]
    return Writing(mail=settings.MAIL, wording=spoken_in, address=address, leaving=leaving, site=site)


def tell_left_out(request: HttpRequest, *, dead: Sequence[str] = (), left: Sequence[str] = ()) -> None:
    """Say who was written nothing: their address does not work (`dead`), or they `left` such messages."""
    if dead:
        words = _("Letters do not arrive at the address of %(names)s. Mend it in the outbox, at the failing addresses.")
        messages.warning(request, words % {"names": _(", ").join(dead[:20])})
    if left:
        words = _("%(names)s asked for no further messages of this kind and get none.")
        messages.info(request, words % {"names": _(", ").join(left[:20])})
