"""The work plan of a year: what stands in it, month by month, from every domain that has days.

It says nothing that does not stand elsewhere: each line leads to the page of its thing. Deadlines of States are counted, one line
for each obligation and month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.marked import Filled, gettext_noop

WorkKind = Literal["meeting", "step", "agenda", "consultation", "poll", "obligation", "terms", "forum"]
WORK_KINDS: tuple[WorkKind, ...] = get_args(WorkKind)
KIND_WORDS: Mapping[WorkKind, str] = {
    "meeting": gettext_noop("Meetings"),
    "step": gettext_noop("Steps of time-lines"),
    "agenda": gettext_noop("Input to agendas"),
    "consultation": gettext_noop("Consultations"),
    "poll": gettext_noop("Polls of dates"),
    "obligation": gettext_noop("Deadlines of States"),
    "terms": gettext_noop("Terms"),
    "forum": gettext_noop("Other forums"),
}
"""Each kind of line as a list names it, in the order in which a picture shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """One thing in the plan, with its first and last day. `status` is a word, "" where there is none.

    `page` and `key` name the page of the thing, "" for none: ("meeting", 7), ("poll", 3).
    """

    kind: WorkKind
    starts_on: date
    ends_on: date
    words: Filled
    status: str = ""
    convention: str = ""
    page: str = ""
    key: tuple[int | str, ...] = ()

    @property
    def period(self) -> str:
        """Its days in ISO 8601: one day, or a period."""
        start, end = self.starts_on.isoformat(), self.ends_on.isoformat()
        return start if start == end else f"{start}/{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan:
    """The lines of a year under one convention, or ("") under all, by day."""

    year: int
    convention: str
    lines: tuple[WorkLine, ...]

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day of the year."""
        return date(self.year, 12, 31)

    def months(self) -> list[tuple[date, list[WorkLine]]]:
        """Each month by its first day, with what begins in it; what began before the year stands in January."""
        return [
            (
                date(self.year, month, 1),
                [one for one in self.lines if max(one.starts_on, self.first).month == month],
            )
            for month in range(1, 13)
        ]


def work_plan_of(year: int, convention: str, lines: Iterable[WorkLine]) -> WorkPlan:
    """The plan of a year with those lines that touch it, in order."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    within = (one for one in lines if one.starts_on <= last and first <= one.ends_on)
    ordered = sorted(within, key=lambda one: (one.starts_on, WORK_KINDS.index(one.kind), str(one.words)))
    return WorkPlan(year=year, convention=convention, lines=tuple(ordered))
