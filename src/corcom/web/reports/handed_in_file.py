"""A version of a report as a file: for whoever may read it, and by its link for the State."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from corcom.access.queries import GivenLink, circles_of
from corcom.reporting.domain.report_links import PURPOSE
from corcom.reporting.queries import report_versions
from corcom.web import day as days
from corcom.web.by_link import by_link
from corcom.web.reports.addresses import wanted_of
from corcom.web.reports.by_link import wanted_by
from corcom.web.reports.handed_in_paper import has_paper, paper_file
from corcom.web.reports.page import may_read
from corcom.web.rights import holds
from corcom.web.sign_in import open_to_the_public


@open_to_the_public
def report_paper(
    request: HttpRequest, convention: str, iso3: str, report: str, period: str, version: int, form: str
) -> HttpResponse:
    """A version that was handed in, as a document to be read and kept."""
    account = request.user if request.user.is_authenticated else None
    circles = circles_of(account=account, convention=convention, day=days.today())
    versions = report_versions(wanted=wanted_of(convention, iso3, report, period))
    found = next((one for one in versions if one.version == version and has_paper(one)), None)
    if found is None or not (holds(request, "record") or may_read(found, circles)):
        raise Http404
    return paper_file(request, found, form, restricted="states_parties" in circles)


@by_link(PURPOSE)
def report_paper_by_link(request: HttpRequest, link: GivenLink, form: str) -> HttpResponse:
    """What the State handed in last, as a document for its files."""
    versions = report_versions(wanted=wanted_by(link))
    if not versions or not has_paper(versions[0]):
        raise Http404
    return paper_file(request, versions[0], form, restricted=True)
