"""The link that a copy of a letter brings: to the report that the State is written to about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from corcom.correspondence.actions.report_links import link_to_report
from corcom.correspondence.domain.addressee import Addressee
from corcom.register.queries import register_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.reading import rulebook
from corcom.web.by_link import address_by_link
from corcom.web.person import person

PAGE = "report_by_link"


def marked_link(request: HttpRequest, convention: str) -> Callable[[Addressee], str]:
    """For a preview: where the link will lead, without the key that opens it."""
    place = request.build_absolute_uri(reverse(PAGE))
    return lambda addressee: f"{place}?key=…" if _wanted(convention, addressee) else ""


def given_link(request: HttpRequest, convention: str, *, at: datetime) -> Callable[[Addressee], str]:
    """For an approval: the link that the State has to its report, or a new one. It raises `NoReportToLinkTo`."""
    by, register = person(request), register_of(convention)

    def link(addressee: Addressee) -> str:
        wanted = _wanted(convention, addressee)
        if wanted is None:
            return ""
        given = link_to_report(wanted=wanted, by=by, at=at, register=register)
        return address_by_link(request, PAGE, given)

    return link


def _wanted(convention: str, addressee: Addressee) -> ReportWanted | None:
    """The report that a State is written to about; None where it is about something else."""
    concern, book = addressee.concern, rulebook(convention)
    obligation = book.obligation(concern.obligation) if book and concern else None
    if concern is None or obligation is None or not obligation.form:
        return None
    return ReportWanted(convention=convention, iso3=addressee.iso3, report=concern.obligation, period=concern.period)
