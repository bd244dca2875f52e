"""Which report an address means, and where the pages of a report stand."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404
from django.urls import reverse

from corcom.reporting.domain.report_links import ONCE, PURPOSE, subject_of
from corcom.reporting.domain.report_values import OwedReport, ReportWanted
from corcom.reporting.queries import state_reports
from corcom.web.by_link import KEY
from corcom.web.register.asked import Asked
from corcom.web.state_names import is_state

__all__ = ["ONCE", "PURPOSE", "owed_report", "place_of", "subject_of", "token_address", "wanted_of"]


def wanted_of(convention: str, iso3: str, report: str, period: str) -> ReportWanted:
    """The report of an address. Errors: `Http404`."""
    if not is_state(iso3) or not (period == ONCE or (period.isdecimal() and len(period) == len("2016"))):
        raise Http404
    return ReportWanted(convention=convention, iso3=iso3, report=report, period=None if period == ONCE else int(period))


def place_of(wanted: ReportWanted, page: str = "report") -> str:
    """The address of a page of a report."""
    return reverse(page, args=[wanted.convention, wanted.iso3, wanted.report, str(wanted.period or ONCE)])


def token_address(root: str) -> Callable[[str], str]:
    """For reminders: what a token opens the report by, where the site stands at `root`; nothing where that is not known."""

    def address(token: str) -> str:
        return f"{root.rstrip('/')}{reverse('report_by_link')}?{KEY}={token}" if root else ""

    return address


def owed_report(asked: Asked, wanted: ReportWanted) -> OwedReport:
    """The report as it stands on the day. Errors: `Http404` for one that the State does not owe."""
    owed = state_reports(asked.register, iso3=wanted.iso3, day=asked.day, known_at=asked.known_at)
    found = next((one for one in owed if one.answers(wanted)), None)
    if found is None:
        raise Http404
    return found
