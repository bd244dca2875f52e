"""Who acts for a holder in an office, in words."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.mandates.domain.acting import PersonActing
from corcom.web.committee.words import holder_in_words, place_in_words
from corcom.web.pieces import Link
from corcom.web.wording import in_words


def acting_line(acting: PersonActing, *, may_change: bool) -> dict[str, Any]:
    """A person on the page of the holder's office; the directory and the steps are for those who may change it."""
    return {
        "person": Link(acting.name, reverse("person", args=[acting.person]) if may_change else ""),
        "name": acting.name,
        "time": acting_time(acting),
        "source": acting.source,
        "end": reverse("end_acting", args=[acting.number]) if may_change and acting.until is None else "",
        "strike": reverse("strike_acting", args=[acting.number]) if may_change else "",
    }


def acting_place(acting: PersonActing) -> tuple[Link, str]:
    """An office on the page of the person, and for how long."""
    office = place_in_words(acting.convention, acting.office, acting.theme)
    words = _("%(office)s (%(convention)s), for %(name)s")
    said = words % {"office": office, "convention": acting.convention, "name": holder_in_words(acting.holder)}
    return Link(said, seat_address(acting)), acting_time(acting)


def seat_address(acting: PersonActing) -> str:
    """The page of the holder in the office."""
    return reverse("terms", args=[acting.convention, acting.office, acting.theme or "-", acting.holder])


def acting_time(acting: PersonActing) -> str:
    """From when until when; "" where neither is said."""
    if acting.since and acting.until:
        return _("%(since)s to %(until)s") % {"since": in_words(acting.since), "until": in_words(acting.until)}
    if acting.until:
        return _("until %(day)s") % {"day": in_words(acting.until)}
    return _("from %(day)s") % {"day": in_words(acting.since)} if acting.since else ""
