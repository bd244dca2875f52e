"""Counts of reports as a record gives them, without naming the States, beside what is computed State by State.

The minutes of a meeting say "22 initial reports are overdue" and do not say whose. Such a count settles nothing about any one
State; it is evidence against which the computed count is held.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.source import Certainty
from corcom.reporting.domain.report_counts import counted
from corcom.reporting.domain.report_values import OwedReport

CountOf = Literal["overdue", "received"]
COUNTS_OF: tuple[CountOf, ...] = get_args(CountOf)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCount:
    """That a record counts so many reports of a kind, on the day of which it speaks.

    `report` is the code of the obligation, `period` the calendar year that the reports cover, None for those made once.
    """

    convention: str
    report: str
    counts: CountOf
    reports: int
    on: date
    source: str
    certainty: Certainty = "certain"
    period: int | None = None
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBeside:
    """A count on record beside the one that is computed as of its day, and of how many reports nothing is known."""

    record: RecordCount
    computed: int
    unknown: int

    @property
    def says(self) -> Filled:
        """What the difference means."""
        here, there = self.computed, self.record.reports
        if here == there:
            return Filled(gettext_noop("The same."))
        if here > there:
            return Filled(
                gettext_noop("%(more)d more are recorded State by State than the record counts."), more=here - there
            )
        if there - here <= self.unknown:
            words = gettext_noop("Can be: %(missing)d of the %(unknown)d of which nothing is recorded.")
            return Filled(words, missing=there - here, unknown=self.unknown)
        words = gettext_noop("Cannot be: only %(unknown)d are unknown, and %(missing)d are missing.")
        return Filled(words, unknown=self.unknown, missing=there - here)


def beside(record: RecordCount, reports: Iterable[OwedReport]) -> CountBeside:
    """A count on record beside the reports as they stood on its day, of which only those of its kind and period are counted."""
    own = [
        one
        for one in reports
        if one.report.code == record.report
        and (record.period is None or one.period == record.period)
        and one.has_fallen_due(record.on)
    ]
    count = counted(own)
    computed = count.received if record.counts == "received" else count.of("overdue")
    return CountBeside(record=record, computed=computed, unknown=count.of("unknown"))
