"""What waits for somebody at the secretariat, from every field that has such. A new one adds a line to `WAITS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import ngettext

from corcom.access.domain.rights import Right
from corcom.correspondence.queries import letters_to_send
from corcom.outbox.queries import addresses_failing, incoming_page, messages_counted
from corcom.reporting.queries import reports_to_take_up
from corcom.web.pieces import Link
from corcom.web.rights import holds


@dataclass(frozen=True, slots=True)
class Wait:
    """How many things wait, said of one and of several, for whoever holds a right; and the page on which they are done."""

    right: Right
    count: Callable[[datetime], int]
    words: Callable[[int], str]
    address: Callable[[], str]


WAITS: Final = (
    Wait(
        "record",
        lambda _: reports_to_take_up(),
        lambda n: ngettext("%(n)d report handed in, to be taken up", "%(n)d reports handed in, to be taken up", n),
        lambda: reverse("reports"),
    ),
    Wait(
        "send",
        lambda _: letters_to_send(),
        lambda n: ngettext("%(n)d letter approved that has not left", "%(n)d letters approved that have not left", n),
        lambda: reverse("letters"),
    ),
    Wait(
        "send",
        lambda _: incoming_page(size=0).total,
        lambda n: ngettext("%(n)d message that came in, to be filed", "%(n)d messages that came in, to be filed", n),
        lambda: reverse("outbox_incoming"),
    ),
    Wait(
        "send",
        lambda now: messages_counted(now=now)["uncertain"],
        lambda n: ngettext("%(n)d message that may not have arrived", "%(n)d messages that may not have arrived", n),
        lambda: f"{reverse('outbox')}?state=uncertain",
    ),
    Wait(
        "send",
        lambda _: len(addresses_failing()),
        lambda n: ngettext("%(n)d address from which mail came back", "%(n)d addresses from which mail came back", n),
        lambda: reverse("outbox_addresses"),
    ),
)


def waiting_for(request: HttpRequest, *, now: datetime) -> list[Link]:
    """What waits for this person, each with the way to it; what is done is left out."""
    found = ((each, each.count(now)) for each in WAITS if holds(request, each.right))
    return [Link(each.words(n) % {"n": n}, each.address()) for each, n in found if n]
