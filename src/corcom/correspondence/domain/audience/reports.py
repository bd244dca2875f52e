"""The criterion of a report: owed, overdue, received, for which year, and how far from its day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal, get_args

from corcom.correspondence.domain.addressee import Concern
from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.distance import Distance, fits, read_distance, with_distance
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.report_values import OwedReport, ReportStatus

AskedStatus = Literal["overdue", "unknown", "due", "received", "late"]
ASKED_STATUSES: tuple[AskedStatus, ...] = get_args(AskedStatus)
"""`received`: it came, in time or where nobody knows whether in time."""

MEANS: Mapping[AskedStatus, frozenset[ReportStatus]] = {
    "overdue": frozenset({"overdue"}),
    "unknown": frozenset({"unknown"}),
    "due": frozenset({"due"}),
    "received": frozenset({"received", "received_in_time"}),
    "late": frozenset({"late"}),
}
STATUS_WORDS: Mapping[AskedStatus, str] = {
    "overdue": gettext_noop("overdue"),
    "unknown": gettext_noop("past its day with nothing recorded"),
    "due": gettext_noop("not yet due"),
    "received": gettext_noop("received"),
    "late": gettext_noop("received late"),
}
_STANDS: Mapping[ReportStatus, str] = {
    "overdue": STATUS_WORDS["overdue"],
    "unknown": STATUS_WORDS["unknown"],
    "due": STATUS_WORDS["due"],
    "received": gettext_noop("received; whether in time is not known"),
    "received_in_time": gettext_noop("received in time"),
    "late": STATUS_WORDS["late"],
    "not_applicable": gettext_noop("not applicable"),
}

LATEST, ANY = "latest", "any"
FIRST_YEAR, LAST_YEAR = 1900, 2200
Years = int | Literal["latest", "any"]
"""A year that a report covers; the last that has fallen due by the day; or any. Of a report that is made once: any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCriterion(Criterion):
    """States of whose reports of one kind one stands so. The concern is that report; of several, the one due last."""

    kind: ClassVar[str] = "report"

    report: str
    name: str
    statuses: tuple[AskedStatus, ...]
    period: Years = "any"
    distance: Distance | None = None

    @classmethod
    def read(cls, values: CriterionValues) -> ReportCriterion:
        """As `Criterion.read`; the report is one of the rulebook's."""
        names = {one.code: one.name for one in values.book.obligations if one.form}
        code = values.choice("report", names)
        return cls(
            report=code,
            name=names[code],
            statuses=values.choices("statuses", ASKED_STATUSES),
            period=_period(values),
            distance=read_distance(values),
        )

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        distance = self.distance.written() if self.distance else None
        return {
            "report": self.report,
            "period": self.period,
            "statuses": list(self.statuses),
            "distance": distance,
        }

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        said = {"report": self.name, "status": listed(STATUS_WORDS[one] for one in self.statuses)}
        if isinstance(self.period, int):
            words = Filled(gettext_noop("whose “%(report)s” for %(year)s is %(status)s"), year=self.period, **said)
        elif self.period == LATEST:
            words = Filled(gettext_noop("whose last “%(report)s” that fell due is %(status)s"), **said)
        else:
            words = Filled(gettext_noop("whose “%(report)s” is %(status)s"), **said)
        return with_distance(words, self.distance)

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        asked = self._asked(on.reports.get(iso3, ()), on.day)
        fitting = [one for one in asked if self._fits(one, on.day)]
        if not asked:
            return CriterionAnswer(
                holds=False, said=Filled(gettext_noop("It owes no “%(report)s” on this day."), report=self.name)
            )
        shown = max(fitting or asked, key=lambda one: one.due_on or date.min)
        return CriterionAnswer(
            holds=bool(fitting), said=_said(shown, self.name), concern=_concern(shown) if fitting else None
        )

    def _asked(self, reports: Sequence[OwedReport], day: date) -> list[OwedReport]:
        own = [one for one in reports if one.report.code == self.report]
        if isinstance(self.period, int):
            return [one for one in own if one.period in {self.period, None}]
        if self.period == LATEST:
            fallen = [one for one in own if one.has_fallen_due(day)]
            return sorted(fallen, key=lambda one: one.due_on or date.min)[-1:]
        return own

    def _fits(self, one: OwedReport, day: date) -> bool:
        wanted = frozenset[ReportStatus]().union(*(MEANS[status] for status in self.statuses))
        return one.status in wanted and fits(self.distance, one.due_on, day)


def _period(values: CriterionValues) -> Years:
    found = values.take("period")
    if found == LATEST:
        return "latest"
    if found == ANY:
        return "any"
    if isinstance(found, int) and not isinstance(found, bool) and FIRST_YEAR <= found <= LAST_YEAR:
        return found
    words = gettext_noop("“%(value)s” is no year, such as 2015.")
    raise values.refused("period", Filled(words, value=found))


def _concern(one: OwedReport) -> Concern:
    return Concern(obligation=one.report.code, period=one.period, due_on=one.due_on, received_on=one.received_on)


def _said(one: OwedReport, name: str) -> Filled:
    whole: object = name
    if one.period:
        whole = Filled(gettext_noop("%(report)s for %(year)s"), report=name, year=one.period)
    if one.due_on is None:
        return Filled(gettext_noop("%(report)s: %(status)s."), report=whole, status=_STANDS[one.status])
    words = gettext_noop("%(report)s, due on %(day)s: %(status)s.")
    return Filled(words, report=whole, day=one.due_on, status=_STANDS[one.status])
