"""The arithmetic of treaty time: a closed list of shapes, each a way from events to a day.

A shape gives the day (`on`) and, asked for apart because it takes longer, the way to it in words (`way`). Every shape
states how it rounds. What is odd in a treaty becomes a named shape here, with its source; YAML never holds a condition.
"""

from __future__ import annotations

from corcom.rulebooks.shapes.counted import (
    DaysAfter,
    FirstDayOfMonthAfter,
    MonthsAfter,
    MonthsAfterOutsideConflict,
    MonthsBefore,
    WithinYears,
    YearsAfter,
    YearsAfterLatest,
)
from corcom.rulebooks.shapes.counted_back import WEEKDAYS, DaysBefore, WeekdayOnOrBefore
from corcom.rulebooks.shapes.fixed import OnDay, OnEvent
from corcom.rulebooks.shapes.shape import Shape
from corcom.rulebooks.shapes.way import Step
from corcom.rulebooks.shapes.yearly import Period, YearlyOn

ONCE: dict[str, type[Shape]] = {
    shape.name: shape
    for shape in (
        OnDay,
        OnEvent,
        DaysAfter,
        MonthsAfter,
        YearsAfter,
        WithinYears,
        FirstDayOfMonthAfter,
        YearsAfterLatest,
        MonthsBefore,
        MonthsAfterOutsideConflict,
        DaysBefore,
        WeekdayOnOrBefore,
    )
}
"""The shapes that give one day, by the name that a rulebook writes."""

__all__ = [
    "ONCE",
    "WEEKDAYS",
    "DaysAfter",
    "DaysBefore",
    "FirstDayOfMonthAfter",
    "MonthsAfter",
    "MonthsAfterOutsideConflict",
    "MonthsBefore",
    "OnDay",
    "OnEvent",
    "Period",
    "Shape",
    "Step",
    "WeekdayOnOrBefore",
    "WithinYears",
    "YearlyOn",
    "YearsAfter",
    "YearsAfterLatest",
]
