"""The lists of matters arising, under the names by which a meeting takes them up."""

from __future__ import annotations

from typing import NamedTuple

from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed
from corcom.kernel.wording import ENGLISH, Wording


class MattersSection(NamedTuple):
    """One of the lists: what files call it, its name in words, and what stands in it."""

    key: str
    name: str
    found: tuple[Followed, ...]


def lists_of(matters: MattersArising, wording: Wording = ENGLISH) -> tuple[MattersSection, ...]:
    """The lists of matters arising, in the order in which a meeting takes them; also those with nothing in them."""
    gettext = wording.gettext
    return (
        MattersSection("overdue", gettext("Overdue since before the last meeting"), matters.overdue),
        MattersSection("fell_due", gettext("Fell due since the last meeting"), matters.fell_due),
        MattersSection("falls_due", gettext("Falls due before the meeting after it"), matters.falls_due),
        MattersSection("open", gettext("Open, without a date or due later"), matters.open),
        MattersSection("done", gettext("Done since the last meeting"), matters.done),
        MattersSection("decisions", gettext("Decisions still to be carried out"), matters.decisions),
    )
