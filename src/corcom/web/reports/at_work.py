"""The reports that somebody works on: what waits for the secretariat, and what is being written."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.reporting.domain.report_flow import VersionState
from corcom.reporting.domain.reports_at_work import UnfinishedReport
from corcom.web.pieces import Column, Link, Row, StateName, Status, StatusMark, Table
from corcom.web.reports.addresses import place_of
from corcom.web.reports.parts_shown import report_title
from corcom.web.reports.version_words import STATES
from corcom.web.wording import moment_in_words

MARKS: dict[VersionState, Status] = {"submitted": "soon", "under_review": "soon", "drafting": "due"}


def at_work_table(reports: list[UnfinishedReport]) -> Table:
    """A line for each, with the way to it, how it stands, and the last hand on it."""
    columns = (Column(_("State")), Column(_("Report"), is_wide=True), Column(_("Stands")), Column(_("Last changed")))
    return Table(
        id="at-work",
        caption=_("Being worked on"),
        columns=columns,
        rows=tuple(map(_row, reports)),
        count=len(reports),
    )


def _row(one: UnfinishedReport) -> Row:
    return Row(
        (
            StateName(one.report.iso3),
            Link(report_title(one.report), place_of(one.report)),
            StatusMark(MARKS[one.state], str(STATES[one.state])),
            _("%(moment)s, %(who)s") % {"moment": moment_in_words(one.last_at), "who": one.last_by},
        )
    )
