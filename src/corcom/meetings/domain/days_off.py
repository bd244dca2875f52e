"""Moving a day off weekends and holidays of the United Nations, by the rule of its step, and saying from where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from corcom.kernel.calendar import FRIDAY
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.holidays import Holidays
from corcom.rulebooks.shapes import WEEKDAYS, Step
from corcom.rulebooks.timelines import Moved

_HOPS = {
    "earlier": (timedelta(days=-1), gettext_noop("not on %(why)s; the day before")),
    "later": (timedelta(days=1), gettext_noop("not on %(why)s; the day after")),
}


def day_off(day: date, holidays: Holidays) -> str:
    """Why nobody works on a day: the name of the weekday or of the holiday; "" for a working day."""
    if day.weekday() > FRIDAY:
        return list(WEEKDAYS.values())[day.weekday()]
    return holidays.holiday(day)


def moved_off(day: date, side: Moved, holidays: Holidays) -> tuple[date, tuple[Step, ...]]:
    """The working day to which `day` is moved, and each hop on the way; the day itself where it is one, or not moved."""
    if side == "not":
        return day, ()
    hop, words = _HOPS[side]
    steps = []
    while why := day_off(day, holidays):
        source = "" if day.weekday() > FRIDAY else holidays.name
        day += hop
        steps.append(Step(words=Filled(words, why=why), on=day, source=source))
    return day, tuple(steps)


def holiday_notes(days: Iterable[date], holidays: Holidays) -> tuple[Filled, ...]:
    """For each year of some days, what is not known of its holidays; nothing for a year that has its list."""
    return tuple(note for year in sorted({day.year for day in days}) if (note := _note(year, holidays)))


def _note(year: int, holidays: Holidays) -> Filled | None:
    values = {"year": year, "place": holidays.name}
    basis = holidays.basis(year)
    if basis == "unknown":
        return Filled(
            gettext_noop("holidays of %(year)d at %(place)s are not known; only weekends were considered"), **values
        )
    gaps = holidays.gaps(year)
    if basis == "listed" or not gaps:
        return None
    words = gettext_noop("holidays of %(year)d at %(place)s follow from rules; these are not known: %(gaps)s")
    return Filled(words, **values, gaps=in_a_row(gaps))


def in_a_row(names: tuple[str, ...]) -> Filled | str:
    """Names with commas between them, each of which an interface translates.

    >>> str(in_a_row(("Eid al-Fitr", "Eid al-Adha")))
    'Eid al-Fitr, Eid al-Adha'
    """
    first, *rest = names
    return Filled(gettext_noop("%(one)s, %(others)s"), one=first, others=in_a_row(tuple(rest))) if rest else first
