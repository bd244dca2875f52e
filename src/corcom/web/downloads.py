"""Files to take home: whatever a page makes, and what a table shows as CSV for programs and XLSX for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from corcom.documents.domain.official import NoGlyph, OfficialDocument
from corcom.documents.domain.tables import Cell, csv_file, xlsx_file
from corcom.web import errors
from corcom.web.pieces.table import Download

__all__ = ["MEDIA", "Cell", "as_document", "as_file", "document_downloads", "downloads", "sheet", "wants_sheet"]

MEDIA = {
    "atom": "application/atom+xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "vcf": "text/vcard; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}
"""The forms of files by their ending."""


def as_file(content: bytes | str, name: str, form: str) -> HttpResponse:
    """A file to take home, of one of the forms in `MEDIA`; `name` is without its ending."""
    disposition = f'attachment; filename="{name}.{form}"'
    return HttpResponse(content, content_type=MEDIA[form], headers={"Content-Disposition": disposition})


def as_document(request: HttpRequest, paper: OfficialDocument, name: str, form: str) -> HttpResponse:
    """An official document as a file, of the form "docx" or "pdf"; a page that says what to do where no .pdf can be made of it."""
    try:
        content = paper.to_pdf() if form == "pdf" else paper.to_bytes()
    except NoGlyph as missing:
        return errors.answer(
            request,
            status=422,
            title=_("There is no .pdf of this document"),
            what=_("No font that CorCom brings has “%(letters)s”.") % {"letters": missing.letters},
            todo=_("Take the Word document instead."),
        )
    return as_file(content, name, form)


def downloads(request: HttpRequest) -> tuple[Download, ...]:
    """The links to what this page shows, under the same filters."""
    return tuple(Download(name, f"?{_with_format(request, name.lower())}") for name in ("XLSX", "CSV"))


def document_downloads(request: HttpRequest) -> tuple[Download, ...]:
    """The links to the same as a document, which `table_papers` sets."""
    return tuple(Download(name, f"?{_with_format(request, form)}") for name, form in (("Word", "docx"), ("PDF", "pdf")))


def _with_format(request: HttpRequest, form: str) -> str:
    query = request.GET.copy()
    query["format"] = form
    return query.urlencode()


def wants_sheet(request: HttpRequest) -> bool:
    """Whether the address asks for a file that `sheet` makes, and so for every row and not for a page of them."""
    return request.GET.get("format", "") in {"csv", "xlsx"}


def sheet(
    request: HttpRequest, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponse | None:
    """The file that `?format=csv` or `?format=xlsx` asks for, or None where a page is asked for."""
    form = request.GET.get("format", "")
    if form == "csv":
        return as_file(csv_file(columns, rows), name, form)
    if form == "xlsx":
        return as_file(xlsx_file(columns, rows), name, form)
    return None
