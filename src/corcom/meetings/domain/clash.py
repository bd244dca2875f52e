"""What speaks against the days of a meeting: other meetings of ours, dates of other forums, weekends and holidays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corcom.kernel.calendar import FRIDAY
from corcom.kernel.marked import Filled, gettext_noop

LONGEST = 60
"""Days of a meeting that are looked at; none lasts as long."""

ClashKind = Literal["meeting", "forum", "holiday", "weekend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Days that something else takes, both ends among them; `place` where it is known."""

    name: str
    starts_on: date
    ends_on: date
    place: str = ""
    number: int | None = None
    """Of our meeting, where it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One warning: what it is, on which day it begins to clash, and in words. It warns and never refuses."""

    kind: ClashKind
    on: date
    words: Filled
    number: int | None = None


def clashes(
    starts_on: date,
    ends_on: date,
    *,
    meetings: Iterable[Taken] = (),
    forums: Iterable[Taken] = (),
    holiday: Callable[[date], str] = lambda _day: "",
) -> tuple[Clash, ...]:
    """Everything that clashes with these days, in the order of the days. `holiday` names the holiday of a day, or ""."""
    kinds: tuple[tuple[ClashKind, Iterable[Taken]], ...] = (("meeting", meetings), ("forum", forums))
    found = [
        Clash(kind=kind, on=max(starts_on, one.starts_on), words=_taken(kind, one), number=one.number)
        for kind, several in kinds
        for one in several
        if one.starts_on <= ends_on and starts_on <= one.ends_on
    ]
    found += [clash for day in days_of(starts_on, ends_on) if (clash := _off(day, holiday))]
    return tuple(sorted(found, key=lambda clash: (clash.on, clash.kind)))


def days_of(starts_on: date, ends_on: date) -> list[date]:
    """Every day of a meeting, up to the longest there can be."""
    many = min((ends_on - starts_on).days, LONGEST)
    return [starts_on + timedelta(days=number) for number in range(many + 1)]


def _taken(kind: str, one: Taken) -> Filled:
    values = {"name": one.name, "start": one.starts_on, "end": one.ends_on, "place": one.place}
    if kind == "meeting":
        return Filled(gettext_noop("%(name)s meets from %(start)s to %(end)s"), **values)
    if one.place:
        return Filled(gettext_noop("%(name)s is held from %(start)s to %(end)s, %(place)s"), **values)
    return Filled(gettext_noop("%(name)s is held from %(start)s to %(end)s"), **values)


def _off(day: date, holiday: Callable[[date], str]) -> Clash | None:
    if name := holiday(day):
        return Clash(
            kind="holiday", on=day, words=Filled(gettext_noop("%(day)s is a holiday: %(name)s"), day=day, name=name)
        )
    if day.weekday() > FRIDAY:
        return Clash(kind="weekend", on=day, words=Filled(gettext_noop("%(day)s is a day of the weekend"), day=day))
    return None
