"""The link that a copy of a letter brings: to the report that the State is written to about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse

from corcom.access.actions import give_link
from corcom.access.queries import links_for
from corcom.correspondence.actions import NoReportToLinkTo
from corcom.correspondence.domain.addressee import Addressee
from corcom.reporting import actions as reporting
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.reading import rulebook
from corcom.web.by_link import address_by_link
from corcom.web.person import person
from corcom.web.reports.addresses import PURPOSE, subject_of

LINK_HOLDS = timedelta(days=60)
PAGE = "report_by_link"


def marked_link(request: HttpRequest, convention: str) -> Callable[[Addressee], str]:
    """For a preview: where the link will lead, without the key that opens it."""
    place = request.build_absolute_uri(reverse(PAGE))
    return lambda addressee: f"{place}?key=…" if _wanted(convention, addressee) else ""


def given_link(request: HttpRequest, convention: str, *, at: datetime) -> Callable[[Addressee], str]:
    """For an approval: the link that the State has to its report, or a new one. It raises `NoReportToLinkTo`."""
    by = person(request)

    def link(addressee: Addressee) -> str:
        wanted = _wanted(convention, addressee)
        if wanted is None:
            return ""
        subject = subject_of(wanted)
        for known in links_for(purpose=PURPOSE, subject=subject):
            if known.withdrawn_at is None and known.ends_at > at + LINK_HOLDS / 2:
                return address_by_link(request, PAGE, known)
        try:
            reporting.open_draft(wanted=wanted, day=at.date(), at=at, by=by.get_full_name())
        except reporting.ReportNotOwed:
            raise NoReportToLinkTo(addressee.iso3) from None
        given = give_link(purpose=PURPOSE, subject=subject, party=addressee.iso3, ends_at=at + LINK_HOLDS, by=by, at=at)
        return address_by_link(request, PAGE, given)

    return link


def _wanted(convention: str, addressee: Addressee) -> ReportWanted | None:
    """The report that a State is written to about; None where it is about something else."""
    concern, book = addressee.concern, rulebook(convention)
    obligation = book.obligation(concern.obligation) if book and concern else None
    if concern is None or obligation is None or not obligation.form:
        return None
    return ReportWanted(convention=convention, iso3=addressee.iso3, report=concern.obligation, period=concern.period)
