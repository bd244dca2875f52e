"""All answers to a questionnaire together: who answered, and question by question what was said; as a page and as files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.documents.domain.official import NoGlyph
from corcom.documents.domain.tables import csv_file, workbook
from corcom.questionnaires.domain.collation import QuestionCollated
from corcom.questionnaires.domain.collation_document import collation_document
from corcom.questionnaires.domain.collation_rows import collation_sheets, long_columns, long_rows
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.collation_words import answered_words, figure, group_in, method, name_in, value_in
from corcom.questionnaires.queries import collation_of
from corcom.web import day as days
from corcom.web.day import day_of
from corcom.web.downloads import as_file
from corcom.web.exports import spoken
from corcom.web.filled import filled
from corcom.web.pieces import Column, Download, Row, StateName, Table, Together
from corcom.web.questionnaires.found import found_or_404, language_asked
from corcom.web.rights import holds, requires
from corcom.web.wording import moment_in_words

FORMS = (("Word", "docx"), ("PDF", "pdf"), ("XLSX", "xlsx"), ("CSV", "csv"))


@requires("read")
def questionnaire_collated(request: HttpRequest, number: int) -> HttpResponse:
    """The answers together, as of the day of the page."""
    found = _collation(request, number)
    shown: dict[str, Any] = {
        "number": number,
        "title": found.title,
        "at": moment_in_words(found.at),
        "answered": len(found.answered),
        "asked": len(found.asked),
        "method": [filled(one) for one in method(found)],
        "who": _who(found),
        "parts": [(part.part, [_question(one) for one in part.questions]) for part in found.parts],
        "downloads": _downloads(request, found),
    }
    return render(request, "questionnaires/collated.html", shown)


@requires("export")
def questionnaire_file(request: HttpRequest, number: int, form: str) -> HttpResponse:
    """The answers together as a document or as tables, as of the day of the page."""
    found, wording = _collation(request, number), spoken()
    name = f"questionnaire-{number}-{found.at.date().isoformat()}"
    if form == "csv":
        return as_file(csv_file(long_columns(wording), long_rows(found, wording)), name, form)
    if form == "xlsx":
        return as_file(workbook(collation_sheets(found, wording)), name, form)
    paper = collation_document(found, wording, made_at=days.moment())
    try:
        return as_file(paper.to_bytes() if form == "docx" else paper.to_pdf(), name, form)
    except NoGlyph as missing:
        said = _("No font that CorCom brings has “%(letters)s”, so there is no .pdf. Take the Word document instead.")
        messages.error(request, said % {"letters": missing.letters})
        return redirect("questionnaire_collated", number)


def _collation(request: HttpRequest, number: int) -> Collation:
    """Today as of now; another day as of its end."""
    told, day = found_or_404(number), day_of(request)
    at = days.moment() if day == days.today() else datetime.combine(day, time.max, tzinfo=UTC)
    found = collation_of(told, at=at, language=language_asked(request, told, get_language() or "en"))
    if found is None:
        raise Http404
    return found


def _downloads(request: HttpRequest, found: Collation) -> list[Download]:
    if not holds(request, "export"):
        return []
    kept = {key: request.GET[key] for key in ("as_of", "language") if key in request.GET}
    query = f"?{urlencode(kept)}" if kept else ""
    return [
        Download(name, f"{reverse('questionnaire_file', args=[found.number, form])}{query}") for name, form in FORMS
    ]


def _who(found: Collation) -> Table:
    rows = []
    for group, asked in found.by_group():
        answered = [StateName(one.iso3) for one in asked if one.answered_at is not None]
        ordered = tuple(sorted(answered, key=lambda state: state.words))
        count = _("%(answered)d of %(asked)d") % {"answered": len(answered), "asked": len(asked)}
        rows.append(Row((group_in(spoken(), group), count, Together(ordered, between=_(", ")) if ordered else "–")))
    columns = (Column(_("Regional group")), Column(_("Answers")), Column(_("States that answered"), is_wide=True))
    return Table(id="who", caption=_("Who answered"), columns=columns, rows=tuple(rows))


def _question(one: QuestionCollated) -> dict[str, Any]:
    wording = spoken()
    shown: dict[str, Any] = {"name": one.field.name, "answered": filled(answered_words(one)), "table": None}
    code = one.field.code
    if one.numbers:
        cells = (str(one.numbers.count), *map(figure, (one.numbers.total, one.numbers.mean, one.numbers.median)))
        said = (_("States that gave a figure"), _("Total"), _("Mean"), _("Median"))
        shown["table"] = _table(code, one, [Column(head, is_number=at > 0) for at, head in enumerate(said)], [cells])
    elif one.choices:
        heads = [Column(_("Answer")), Column(_("States"), is_number=True), Column(_("Of these, named"), is_wide=True)]
        rows = [
            (
                _(each.name) if one.field.kind == "yes_no" else each.name,
                str(each.count),
                Together(tuple(map(StateName, each.named)), between=_(", ")) if each.named else "–",
            )
            for each in one.choices
        ]
        shown["table"] = _table(code, one, heads, rows)
    elif one.rows or one.totals:
        shown["table"] = _table(code, one, _heads(one), _rows(one))
    elif one.quoted:
        quoted = [(name_in(wording, each.iso3), value_in(wording, one.field, each.text)) for each in one.quoted]
        shown["table"] = _table(code, one, [Column(_("State")), Column(_("Answer"), is_wide=True)], quoted)
    return shown


def _heads(one: QuestionCollated) -> list[Column]:
    columns = [Column(column.name, is_number=column.kind == "number") for column in one.field.columns]
    return [Column(_("State")), *columns]


def _rows(one: QuestionCollated) -> list[tuple[object, ...]]:
    wording, columns = spoken(), one.field.columns
    rows: list[tuple[object, ...]] = [
        (
            name_in(wording, row.iso3),
            *(value_in(wording, column, row.values.get(column.code, "")) for column in columns),
        )
        for row in one.rows
    ]
    if one.totals:
        sums = one.totals
        last = (figure(sums[column.code]) if column.code in sums else "" for column in columns)
        rows.append((_("Total of all States"), *last))
    return rows


def _table(code: str, one: QuestionCollated, columns: Sequence[Column], rows: Sequence[tuple[object, ...]]) -> Table:
    return Table(id=code, caption=one.field.name, columns=tuple(columns), rows=tuple(Row(row) for row in rows))
