"""What a page shows in tables as an official document: the same heads and rows, every cell in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from corcom.documents.domain.official import OfficialDocument, columns_of
from corcom.web.day import moment
from corcom.web.downloads import as_document
from corcom.web.pieces import Deadline, Stack, Table
from corcom.web.spoken_in import spoken
from corcom.web.wording import convention_in_words, in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePaper:
    """A document in the making: what it is called, under which convention, of which day; `said` are sentences for its head.

    `narrowed` says in small print which part of a list it is. A table without rows is left out.
    """

    title: str
    convention: str
    day: date
    tables: Sequence[Table]
    said: Sequence[str] = ()
    narrowed: str = ""


def wants_paper(request: HttpRequest) -> str:
    """The form of the document that the address asks for, "docx" or "pdf"; "" where it asks for a page."""
    form = request.GET.get("format", "")
    return form if form in {"docx", "pdf"} else ""


def paper_answer(request: HttpRequest, name: str, shown: TablePaper) -> HttpResponse:
    """The document that the address asks for."""
    return as_document(request, _set(shown), name, wants_paper(request))


def narrowed_in_words(table: Table, text: str = "") -> str:
    """Which filters of a list are on, and what is searched for in it."""
    wording = spoken()
    chosen = [
        wording.listed((each.label, option.label), between=wording.gettext(": "))
        for each in table.filters
        for option in each.options
        if each.chosen and option.value == each.chosen
    ]
    return wording.listed((*chosen, f"“{text}”" if text else ""), between=" · ")


def _set(shown: TablePaper) -> OfficialDocument:
    wording, whose, day = spoken(), convention_in_words(shown.convention), in_words(shown.day)
    paper = OfficialDocument(
        title=wording.listed((shown.title, whose, day)),
        wording=wording,
        running=wording.listed((shown.title, whose, day), between=" · "),
        made_at=moment(),
    )
    paper.masthead([whose], [shown.title, day])
    paper.title(shown.title)
    for sentence in shown.said:
        paper.numbered(sentence)
    if shown.narrowed:
        paper.small(shown.narrowed)
    for table in shown.tables:
        if table.rows:
            _put(paper, table)
    return paper


def _put(paper: OfficialDocument, table: Table) -> None:
    paper.heading(table.caption, level=2)
    rows = [[_lines(cell) for cell in row.cells] for row in table.rows]
    paper.table(columns_of([column.label for column in table.columns], rows), rows)


def _lines(cell: Any) -> list[str]:
    """What stands in a cell, each part of a stack on a line of its own; of a deadline its day, for how far that is changes."""
    if isinstance(cell, Stack):
        return [line for part in cell.parts if part for line in _lines(part)]
    return [cell.day_in_words if isinstance(cell, Deadline) else str(getattr(cell, "words", cell))]
