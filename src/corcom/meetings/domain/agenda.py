"""The agenda of a planned meeting: items as values, and the items with which it fills itself.

Each item that came by itself says from where (`origin`, and the meeting it comes from). The words of such items are
written once, in the language of whoever filled the agenda, and may be changed by hand afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.wording import ENGLISH, Wording

Origin = Literal["opening", "approval", "matters", "carried", "usual", "closing", "hand"]

ORIGINS: Mapping[Origin, str] = {
    "opening": gettext_noop("stands on every agenda"),
    "approval": gettext_noop("the minutes of the last meeting, of %(day)s, are to be approved"),
    "matters": gettext_noop(
        "action points and decisions since the meeting of %(day)s: %(open)d open, %(due)d of them due"
    ),
    "carried": gettext_noop("left unfinished at the meeting of %(day)s"),
    "usual": gettext_noop("stood on the agenda of %(day)s"),
    "closing": gettext_noop("stands on every agenda"),
    "hand": gettext_noop("added by hand"),
}
"""Where an item comes from, in words."""

_ALWAYS = re.compile(
    r"opening|welcome|approval of (the )?(draft )?(minutes|record|report)|adoption of the (minutes|record)"
    r"|matters arising|follow-up (on|to) (the )?(previous|last)|any other (business|matters?)|a\.?o\.?b\.?$"
    r"|other (business|matters)|(date of (the )?)?next meeting|closing|closure",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """An item of an agenda that is being drafted. `minutes` is how long it is to take; 0 where nothing is said.

    `came_on` is the first day of the meeting it comes from. `text` says more than the title; `key` is the same for
    the same automatic item, so that it does not come twice.
    """

    title: str
    origin: Origin = "hand"
    key: str = ""
    introduced_by: str = ""
    minutes: int = 0
    text: str = ""
    came_on: date | None = None
    open: int = 0
    due: int = 0

    @property
    def comes_from(self) -> Filled:
        """Where it comes from, with its values."""
        return Filled(ORIGINS[self.origin], day=self.came_on or "", open=self.open, due=self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What an agenda fills itself from: the last meeting's day, its items, those left unfinished, what arises."""

    last_on: date | None = None
    usual: Sequence[DraftItem] = ()
    unfinished: Sequence[DraftItem] = ()
    open: int = 0
    due: int = 0


def filled_agenda(before: Before, wording: Wording = ENGLISH) -> tuple[DraftItem, ...]:
    """The items of a new agenda, in their order."""
    gettext = wording.gettext
    found = [
        DraftItem(title=gettext("Opening of the meeting and adoption of the agenda"), origin="opening", key="opening")
    ]
    if before.last_on is not None:
        day = wording.day(before.last_on.isoformat())
        approval = gettext("Approval of the minutes of %(day)s") % {"day": day}
        found.append(DraftItem(title=approval, origin="approval", key="approval", came_on=before.last_on))
        found.append(
            DraftItem(
                title=gettext("Matters arising"),
                origin="matters",
                key="matters",
                came_on=before.last_on,
                open=before.open,
                due=before.due,
            )
        )
    found += _from_last(before)
    found.append(DraftItem(title=gettext("Any other business"), origin="closing", key="aob"))
    found.append(DraftItem(title=gettext("Date of the next meeting"), origin="closing", key="next"))
    return tuple(found)


def _from_last(before: Before) -> list[DraftItem]:
    """What was left unfinished, then what usually stands there; each title once."""
    carried = [
        replace(one, origin="carried", key=_key("carried", one.title), came_on=before.last_on)
        for one in before.unfinished
    ]
    known = {_folded(one.title) for one in carried}
    usual = [
        replace(one, origin="usual", key=_key("usual", one.title), came_on=before.last_on)
        for one in before.usual
        if _folded(one.title) not in known and not stands_always(one.title)
    ]
    return carried + usual


def stands_always(title: str) -> bool:
    """Whether a title is one of those that every agenda has by itself.

    >>> stands_always("Approval of the minutes of 28 April 2016"), stands_always("Universalization")
    (True, False)
    """
    return _ALWAYS.match(title.strip()) is not None


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _key(origin: str, title: str) -> str:
    return f"{origin}:{_folded(title)}"[:120]
