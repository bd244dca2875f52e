"""In what capacity somebody acts, in words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from corcom.access.domain.capacities import OfficeHeld
from corcom.mandates.domain.bounds import close_on
from corcom.web.committee.words import holder_in_words, place_in_words
from corcom.web.wording import in_words


def office_in_words(held: OfficeHeld) -> str:
    """What is held under which convention: "Coordinator, Victim Assistance (CCM)"."""
    words = _("%(office)s (%(convention)s)")
    return words % {"office": place_in_words(held.convention, held.office, held.theme), "convention": held.convention}


def end_in_words(held: OfficeHeld) -> str:
    """Until when it is held; "" where no record says so."""
    if held.until is None:
        return ""
    meeting = close_on(held.convention, held.until)
    if meeting is None:
        return until_in_words(held.until)
    words = _("until the close of the %(meeting)s, %(day)s")
    return words % {"meeting": meeting.code, "day": in_words(held.until)}


def belonging_in_words(delegation: str, until: date | None) -> str:
    """For which delegation somebody acts, and until when where that is known."""
    parts = (holder_in_words(delegation), until_in_words(until) if until else "")
    return _(", ").join(part for part in parts if part)


def until_in_words(until: date) -> str:
    """The first day that does not count any more."""
    return _("until %(day)s") % {"day": in_words(until)}
