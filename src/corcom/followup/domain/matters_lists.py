"""The lists of matters arising, under the names by which a meeting takes them up."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed
from corcom.kernel.wording import ENGLISH, Wording


def lists_of(matters: MattersArising, wording: Wording = ENGLISH) -> tuple[tuple[str, Sequence[Followed]], ...]:
    """The lists of matters arising under their names, in the order in which a meeting takes them."""
    gettext = wording.gettext
    return (
        (gettext("Overdue since before the last meeting"), matters.overdue),
        (gettext("Fell due since the last meeting"), matters.fell_due),
        (gettext("Falls due before the meeting after this one"), matters.falls_due),
        (gettext("Open, without a date or due later"), matters.open),
        (gettext("Decisions to be carried out"), matters.decisions),
        (gettext("Done since the last meeting"), matters.done),
    )
