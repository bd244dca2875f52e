"""Owners, due dates and states of commitments as a document writes them."""

from __future__ import annotations

from collections.abc import Iterable

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.terms import Terms
from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording


def names(actors: Iterable[Actor], wording: Wording) -> str:
    """Who is meant, in the order in which they were named."""
    return wording.listed(map(wording.name, actors))


def due_in_words(terms: Terms, wording: Wording) -> str:
    """By when: the date, else the words of the text ("before the 9MSP"); "–" where there is neither."""
    return wording.day(terms.due) if terms.due else terms.due_text or "–"


def state_in_words(followed: Followed, wording: Wording) -> str:
    """How a commitment stands, and since when where that is a day of its own."""
    gettext = wording.gettext
    words = {
        "open": gettext("open"),
        "overdue": gettext("overdue"),
        "done": gettext("done on %(day)s"),
        "superseded": gettext("superseded on %(day)s"),
        "withdrawn": gettext("withdrawn"),
    }[followed.state]
    return words % {"day": wording.day(followed.turned_on.isoformat())} if "%" in words else words


def sentence(text: str) -> str:
    """A clause as it stands at the head of a cell: with a capital.

    >>> sentence("send a letter")
    'Send a letter'
    """
    return text[:1].upper() + text[1:]
