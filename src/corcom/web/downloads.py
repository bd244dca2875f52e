"""What a table shows, as a file: CSV for programs, XLSX for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse

from corcom.documents.domain.tables import Cell, csv_file, xlsx_file
from corcom.web.pieces.table import Download

__all__ = ["Cell", "downloads", "sheet", "wants_sheet"]


def downloads(request: HttpRequest) -> tuple[Download, ...]:
    """The links to what this page shows, under the same filters."""
    return tuple(Download(name, f"?{_with_format(request, name.lower())}") for name in ("XLSX", "CSV"))


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
        content, media_type = csv_file(columns, rows), "text/csv; charset=utf-8"
    elif form == "xlsx":
        content = xlsx_file(columns, rows)
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    else:
        return None
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )
