"""How letters are written from a page: by the site's mail settings, each in its own language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from corcom.access.queries import GivenLink
from corcom.outbox.domain.writing import Writing
from corcom.web.by_link import address_by_link
from corcom.web.spoken_in import spoken_in


def writing_of(request: HttpRequest, page: str = "") -> Writing:
    """How letters are written whose links lead to a page, by its name; empty where they have none."""

    def address(link: GivenLink) -> str:
        return address_by_link(request, page, link) if page else ""

    return Writing(mail=settings.MAIL, wording=spoken_in, address=address, site=request.get_host().partition(":")[0])
