"""Who owes which report as a document: the sentences for the minutes, then the list as it is narrowed, or the counts."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from corcom.reporting.domain.report_values import OwedReport
from corcom.reporting.queries import convention_reports_ever
from corcom.web.downloads import document_downloads
from corcom.web.pieces import Download, Table
from corcom.web.register.asked import Asked
from corcom.web.reports import list as report_list
from corcom.web.reports import years
from corcom.web.rights import holds
from corcom.web.table_papers import TablePaper, narrowed_in_words, paper_answer, wants_paper

MOST = 400
"""Reports in one document: it is to be laid on a table, and a Word document of more takes many seconds. A sheet has all."""


def owed_downloads(request: HttpRequest, found: Sequence[OwedReport]) -> tuple[Download, ...]:
    """The documents of what the page shows; of a longer list none before it is narrowed."""
    is_short = len(found) <= MOST or _counted(request)
    return document_downloads(request) if is_short and holds(request, "export") else ()


def owed_paper(
    request: HttpRequest, asked: Asked, reports: Sequence[OwedReport], found: Sequence[OwedReport], said: Sequence[str]
) -> HttpResponse | None:
    """The document that the address asks for, of the reports that were `found` among all `reports`; None where it asks for a page."""
    if not wants_paper(request) or not owed_downloads(request, found):
        return None
    wanted = report_list.narrowed(request, asked)
    tables, narrowed = [], ""
    if _counted(request):
        ever = convention_reports_ever(asked.register, day=asked.day, known_at=asked.known_at)
        tables = [years.groups(asked, reports), years.years(asked, ever)]
    else:
        rows = tuple(report_list.row(asked, one) for one in report_list.ordered(found, wanted.sort))
        listed = Table(
            id="reports",
            caption=_("Who owes what"),
            columns=report_list.columns(),
            rows=rows,
            filters=report_list.filters(asked, reports, wanted),
        )
        tables, narrowed = [listed], narrowed_in_words(listed, wanted.text)
    paper = TablePaper(
        title=_("Reports"), convention=asked.code, day=asked.day, tables=tables, said=said, narrowed=narrowed
    )
    return paper_answer(request, f"{asked.code.lower()}-reports", paper)


def _counted(request: HttpRequest) -> bool:
    return request.GET.get("view") == "counts"
