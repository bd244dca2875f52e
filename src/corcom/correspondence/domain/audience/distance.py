"""How far a day is from a deadline: "more than 30 days after its day", "at most 12 months before it"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, get_args

from corcom.correspondence.domain.audience.values import CriterionValues, QuestionRefused
from corcom.kernel.calendar import add_months
from corcom.kernel.marked import Filled, gettext_noop

Way = Literal["more_before", "within_before", "within_after", "more_after"]
WAYS: tuple[Way, ...] = get_args(Way)
Unit = Literal["days", "months"]
UNITS: tuple[Unit, ...] = get_args(Unit)
MOST = 1200
"""Of whatever unit: a hundred years of months."""

_WORDS: Mapping[tuple[Way, Unit], str] = {
    ("more_before", "days"): gettext_noop("more than %(count)d days before its day"),
    ("within_before", "days"): gettext_noop("at most %(count)d days before its day"),
    ("within_after", "days"): gettext_noop("at most %(count)d days after its day"),
    ("more_after", "days"): gettext_noop("more than %(count)d days after its day"),
    ("more_before", "months"): gettext_noop("more than %(count)d months before its day"),
    ("within_before", "months"): gettext_noop("at most %(count)d months before its day"),
    ("within_after", "months"): gettext_noop("at most %(count)d months after its day"),
    ("more_after", "months"): gettext_noop("more than %(count)d months after its day"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """How far a day may be from a due day. Of one count, a day has exactly one of the four ways to any due day.

    On the due day itself it is zero days *before*; *after* begins on the day that follows.
    """

    way: Way
    count: int
    unit: Unit = "days"

    def holds(self, due_on: date, day: date) -> bool:
        """Whether a day stands so to a due day."""
        if day <= due_on:
            return self.way == ("within_before" if due_on <= self._later(day) else "more_before")
        return self.way == ("within_after" if day <= self._later(due_on) else "more_after")

    def words(self) -> Filled:
        """In words, as part of a sentence."""
        return Filled(_WORDS[self.way, self.unit], count=self.count)

    def written(self) -> dict[str, Any]:
        """As JSON."""
        return {"way": self.way, "count": self.count, "unit": self.unit}

    def _later(self, day: date) -> date:
        try:
            return day + timedelta(days=self.count) if self.unit == "days" else add_months(day, self.count)
        except (OverflowError, ValueError):
            return date.max


def read_distance(values: CriterionValues, key: str = "distance") -> Distance | None:
    """The distance among the values, or None where it is null. Errors: `QuestionRefused`."""
    found = values.take(key)
    if found is None:
        return None
    if not isinstance(found, Mapping):
        raise QuestionRefused(
            Filled(gettext_noop("“%(value)s” is no distance."), value=found), number=values.number, key=key
        )
    own = CriterionValues(found, book=values.book, number=values.number)
    read = Distance(way=own.choice("way", WAYS), count=own.whole("count", 0, MOST), unit=own.choice("unit", UNITS))
    own.end()
    return read


def with_distance(clause: Filled, distance: Distance | None) -> Filled:
    """A clause with the distance, where there is one."""
    if distance is None:
        return clause
    return Filled(gettext_noop("%(clause)s, %(distance)s"), clause=clause, distance=distance.words())


def fits(distance: Distance | None, due_on: date | None, day: date) -> bool:
    """Whether a due day is as far as asked; one that nobody can say is at no distance."""
    return distance is None or (due_on is not None and distance.holds(due_on, day))
