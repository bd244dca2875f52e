"""Deadlines of obligations in the calendar: one entry for each State, and those of one day shown as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.kernel.actor import Actor
from corcom.meetings.domain.calendar_entries import CalendarEntry
from corcom.meetings.queries import CalendarWanted
from corcom.obligations.domain.owed import OwedStatus
from corcom.obligations.queries import FallingDue, falling_due
from corcom.web.obligations.words import owed_name
from corcom.web.state_names import state_name

NAMED = 3
"""States that are named one by one; more of them are counted."""
Standing = Literal["open", "overdue", "done", "unknown"]
STANDING: dict[OwedStatus, Standing] = {
    "due": "open",
    "extended": "open",
    "met": "done",
    "late": "done",
    "fulfilled": "done",
    "completed": "done",
    "overdue": "overdue",
    "unknown": "unknown",
}
WORST: tuple[Standing, ...] = ("overdue", "unknown", "open", "done")
"""How several stand together: as the first of these that one of them does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedEntry(CalendarEntry):
    """A deadline of one State or, shown as one, of several; `due` is that of the first."""

    due: FallingDue


def obligation_entries(*, first: date, last: date, day: date, wanted: CalendarWanted) -> list[OwedEntry]:
    """What falls due between two days, one entry for each State. Three SQL queries; none where a body is asked for.

    An obligation is one of a State, and belongs to no body.
    """
    if wanted.body:
        return []
    found = falling_due(first=first, last=last, day=day, convention=wanted.convention)
    return [
        _entry(one)
        for one in found
        if wanted.state in {"", one.owed.iso3} and wanted.theme in {"", one.theme} and one.owed.due_on is not None
    ]


def _entry(one: FallingDue) -> OwedEntry:
    owed = one.owed
    assert owed.due_on is not None, "what falls due between two days has a day"  # noqa: S101  a deadline without one is a fault of ours
    name = state_name(owed.iso3, owed.iso3)
    address = reverse("obligation", args=[one.convention, owed.iso3, owed.obligation.code])
    return OwedEntry(
        kind="obligation",
        number=0,
        uid=f"obligation-{owed.iso3}-{_key(one)}",
        title=_title(one, name),
        starts_on=owed.due_on,
        ends_on=owed.due_on,
        status=STANDING.get(owed.status, "unknown"),
        convention=one.convention,
        theme=one.theme,
        owners=(Actor(owed.iso3, name),),
        sequence=one.changes,
        changed_at=one.changed_at,
        address=f"{address}?period={owed.period.year}" if owed.period and owed.due_on <= owed.day else address,
        due=one,
    )


def _key(one: FallingDue) -> str:
    """Convention, obligation and, where it recurs, the year that it covers: never the day, which may be extended."""
    parts = (one.convention, one.owed.obligation.code, one.owed.period.year if one.owed.period else "")
    return "-".join(str(part) for part in parts if part)


def _title(one: FallingDue, who: str) -> str:
    return _("%(what)s, %(who)s (%(convention)s)") % {
        "what": owed_name(one.owed),
        "who": who,
        "convention": one.convention,
    }


def together(entries: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """Entries, of which the same obligation of several States on one day is one."""
    alone: list[CalendarEntry] = []
    groups: dict[tuple[str, date], list[OwedEntry]] = {}
    for one in entries:
        if isinstance(one, OwedEntry):
            groups.setdefault((_key(one.due), one.starts_on), []).append(one)
        else:
            alone.append(one)
    return alone + [_group(key, on, several) for (key, on), several in groups.items()]


def _group(key: str, on: date, several: Sequence[OwedEntry]) -> CalendarEntry:
    """One entry for several States; its name says the day, because those with another day are another entry."""
    one = several[0]
    owners = tuple(sorted((owner for each in several for owner in each.owners), key=lambda owner: owner.name))
    if len(owners) <= NAMED:
        who = _(", ").join(owner.name for owner in owners)
    else:
        who = ngettext("%(n)d State", "%(n)d States", len(owners)) % {"n": len(owners)}
    return replace(
        one,
        uid=f"obligation-{key}-{on.isoformat()}",
        title=_title(one.due, who),
        status=next((each for each in WORST if any(other.status == each for other in several)), one.status),
        owners=owners,
        address=one.address if len(several) == 1 else _list_address(one),
    )


def _list_address(one: OwedEntry) -> str:
    """The list of obligations, narrowed to the obligation that this entry stands for."""
    asked = {
        "view": "next" if one.starts_on >= one.due.owed.day else "list",
        "obligation": one.due.owed.obligation.code,
    }
    return f"{reverse('convention_obligations', args=[one.convention])}?{urlencode(asked)}"
