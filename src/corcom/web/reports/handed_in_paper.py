"""What was handed in on a form, as a document to be read and kept, and where it is taken home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from corcom.access.queries import GivenLink
from corcom.reporting.domain.report_document import report_document
from corcom.reporting.domain.report_links import ONCE
from corcom.reporting.queries import ReportVersionTold
from corcom.web.by_link import path_by_link
from corcom.web.day import moment
from corcom.web.downloads import as_document
from corcom.web.pieces import Download
from corcom.web.spoken_in import spoken

FORMS = (("Word", "docx"), ("PDF", "pdf"))


def has_paper(one: ReportVersionTold) -> bool:
    """Whether there is a document of a version: a draft has none, and what came as a file is that file."""
    return one.state != "drafting" and one.form is not None and bool(one.answers)


def paper_downloads(one: ReportVersionTold) -> tuple[Download, ...]:
    """The documents of a version."""
    if not has_paper(one):
        return ()
    of = (one.convention, one.iso3, one.report, str(one.period or ONCE), one.version)
    return tuple(Download(name, reverse("report_paper", args=[*of, form])) for name, form in FORMS)


def downloads_by_link(one: ReportVersionTold, link: GivenLink) -> tuple[Download, ...]:
    """The same for the State, which has a link."""
    if not has_paper(one):
        return ()
    return tuple(Download(name, path_by_link("report_paper_by_link", link, form)) for name, form in FORMS)


def paper_file(request: HttpRequest, one: ReportVersionTold, form: str, *, restricted: bool) -> HttpResponse:
    """The document in the reader's language, with its parts for States Parties only where it is `restricted` to them."""
    assert one.form is not None  # noqa: S101  `has_paper` was asked
    labels = one.form.spoken_in(get_language() or "en")
    paper = report_document(one, labels, spoken(), restricted=restricted, made_at=moment())
    parts = (one.convention, one.iso3, one.report, str(one.period or ""), f"v{one.version}")
    return as_document(request, paper, "-".join(part.lower() for part in parts if part), form)
