"""Reports counted: year by year, and by regional group."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from corcom.reporting.domain.owed_reports import reports_of
from corcom.reporting.domain.report_counts import ReportCount, by_year, counted_by
from corcom.reporting.domain.report_values import OwedReport
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Column, Row, StateName, Table, Together
from corcom.web.register.asked import Asked
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.state_lists import GROUPS, regional_group_on


def years(asked: Asked, reports: Sequence[OwedReport]) -> Table:
    """Each kind of report and year in which it fell due, with the rate that came in time and who came first."""
    names = {each.code: obligation_name(each) for each in reports_of(asked.register)}
    rows = [
        Row((str(one.due_year), names[one.report], *_cells(one.count), _first(one.first)))
        for one in by_year(reports, day=asked.day)
    ]
    columns = (Column(_("Fell due in")), Column(_("Report")), *_columns(), Column(_("First to report")))
    return Table(id="years", caption=_("Year by year"), columns=columns, rows=tuple(rows))


def groups(asked: Asked, reports: Sequence[OwedReport]) -> Table:
    """The same by the regional group in which a State stands on the day."""
    fallen = [one for one in reports if one.has_fallen_due(asked.day)]
    found = counted_by(fallen, lambda one: regional_group_on(one.iso3, asked.day))
    rows = [Row((regional_group_in_words(each), *_cells(found[each]))) for each in GROUPS if each in found]
    if "" in found:
        rows.append(Row((_("in no regional group"), *_cells(found[""]))))
    columns = (Column(_("Regional group")), *_columns())
    return Table(id="groups", caption=_("By regional group"), columns=columns, rows=tuple(rows))


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(words, is_number=True)
        for words in (
            _("Fallen due"),
            _("Received"),
            _("of these late"),
            _("Overdue"),
            _("Unknown"),
            _("In time, of 100 known"),
        )
    )


def _cells(count: ReportCount) -> tuple[object, ...]:
    rate = count.in_time_of_hundred
    return (
        count.owed,
        count.received,
        count.of("late"),
        count.of("overdue"),
        count.of("unknown"),
        "–" if rate is None else rate,
    )


def _first(reports: Sequence[OwedReport]) -> Together | str:
    return Together(tuple(StateName(one.iso3) for one in reports), between=_(", ")) if reports else ""
