"""What the counts of reports say, in sentences for minutes and reports. What is unknown is said to be so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.report_counts import ReportCount, counted
from corcom.reporting.domain.report_values import OwedReport
from corcom.rulebooks.rules import Obligation


def sentences(
    reports: Iterable[OwedReport], obligations: Sequence[Obligation], *, day: date, periods: int = 1
) -> Iterator[Filled]:
    """One sentence for each kind of report that is made once, of all that fell due by the day.

    For one that recurs, a sentence for each of the last `periods` years that fell due.
    """
    fallen = [one for one in reports if one.has_fallen_due(day)]
    for report in obligations:
        own = [one for one in fallen if one.report.code == report.code]
        if not report.recurs:
            yield _said(report, counted(own), None, day)
            continue
        years = sorted({one.period for one in own if one.period is not None}, reverse=True)
        for year in years[:periods]:
            yield _said(report, counted(one for one in own if one.period == year), year, day)


def _said(report: Obligation, count: ReportCount, year: int | None, day: date) -> Filled:
    values = {
        "report": report.name,
        "day": day,
        "owed": count.owed,
        "received": count.received,
        "late": count.of("late"),
        "overdue": count.of("overdue"),
        "unknown": count.of("unknown"),
    }
    if year is None:
        words = gettext_noop(
            "%(report)s: of %(owed)d that had fallen due by %(day)s, %(received)d were received (%(late)d of them late) and"
            " %(overdue)d are recorded as overdue; of %(unknown)d nothing is recorded."
        )
        return Filled(words, **values)
    words = gettext_noop(
        "%(report)s for %(year)d: of %(owed)d that had fallen due by %(day)s, %(received)d were received (%(late)d of them late)"
        " and %(overdue)d are recorded as overdue; of %(unknown)d nothing is recorded."
    )
    return Filled(words, year=year, **values)
