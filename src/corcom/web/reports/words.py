"""Reports in words and marks."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.kernel.calendar import earliest, latest
from corcom.reporting.domain.report_values import OwedReport, ReportStatus
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Deadline, Status, StatusMark

SOON = timedelta(days=30)
REPORT_WORDS: dict[ReportStatus, Promise] = {
    "due": pgettext_lazy("report", "due"),
    "received_in_time": pgettext_lazy("report", "received in time"),
    "received": pgettext_lazy("report", "received; whether in time is not known"),
    "late": pgettext_lazy("report", "received late"),
    "overdue": pgettext_lazy("report", "overdue"),
    "unknown": pgettext_lazy("report", "unknown"),
    "not_applicable": pgettext_lazy("report", "does not apply"),
}
MARKS: dict[ReportStatus, Status] = {
    "due": "due",
    "received_in_time": "met",
    "received": "met",
    "late": "met",
    "overdue": "overdue",
    "unknown": "unknown",
    "not_applicable": "none",
}


def report_name(one: OwedReport) -> str:
    """The report, with the year that it covers where it recurs."""
    name = obligation_name(one.report)
    return _("%(report)s for %(year)s") % {"report": name, "year": one.period} if one.period else name


def report_mark(one: OwedReport) -> StatusMark:
    """How it stands, in a word."""
    return StatusMark(MARKS[one.status], str(REPORT_WORDS[one.status]))


def report_deadline(one: OwedReport, day: date) -> Deadline | StatusMark:
    """Its day, and how far it is."""
    if one.due_on is None:
        return report_mark(one)
    exact = bool(one.received_on) and earliest(one.received_on) == latest(one.received_on)
    soon = one.status == "due" and one.due_on - day <= SOON
    return Deadline(
        due_on=one.due_on,
        day=day,
        status="soon" if soon else MARKS[one.status],
        met_on=latest(one.received_on) if exact else None,
        verdict=str(REPORT_WORDS["received"]) if one.status == "received" else "",
    )
