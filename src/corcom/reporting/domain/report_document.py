"""A report that was handed in, as an official document to be read and kept: its head, then part by part what is answered."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import OfficialDocument, columns_of
from corcom.kernel.wording import ENGLISH, Wording
from corcom.register.domain.conventions import convention_name
from corcom.register.domain.states import state_called
from corcom.reporting.domain.answer_words import part_said, rows_said, value_said
from corcom.reporting.domain.answers import NOTHING, PartAnswer
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.domain.versions_told import ReportVersionTold
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part
from corcom.rulebooks.reading import rulebook


def report_document(
    told: ReportVersionTold,
    form: Form,
    wording: Wording = ENGLISH,
    *,
    restricted: bool = False,
    made_at: datetime | None = None,
) -> OfficialDocument:
    """The document, to be set as .docx or .pdf; its labels are those of `form`, and the words of the State as it wrote them.

    `restricted`: whether parts that are for States Parties only are said; otherwise only that there are such.
    """
    paper = _begun(told, form, wording, made_at)
    for part in form.parts:
        answer = told.answers.get(part.code, NOTHING)
        if answer == NOTHING:
            continue
        letter = "" if part.code == "cover" else part.code
        paper.heading(wording.listed((letter, part.title), between=wording.gettext(": ")), level=2)
        if answer.restricted:
            paper.small(wording.gettext("for States Parties only"))
        if restricted or not answer.restricted:
            _answered(paper, part, answer, wording)
    return paper


def report_title(told: ReportVersionTold | ReportWanted, wording: Wording) -> str:
    """What a report is called, with the year that it covers."""
    book = rulebook(told.convention)
    obligation = book.obligation(told.report) if book else None
    name = wording.gettext(obligation.name) if obligation else told.report
    return wording.gettext("%(report)s for %(year)s") % {"report": name, "year": told.period} if told.period else name


def _begun(told: ReportVersionTold, form: Form, wording: Wording, made_at: datetime | None) -> OfficialDocument:
    gettext = wording.gettext
    state = state_called(told.iso3, wording)
    title, version = report_title(told, wording), gettext("Version %(number)s") % {"number": told.version}
    paper = OfficialDocument(
        title=wording.listed((state, title)),
        wording=wording,
        running=wording.listed((state, title, version), between=" · "),
        made_at=made_at,
    )
    convention = convention_name(told.convention)
    right = [version]
    if told.received_on:
        day = wording.day(told.received_on.isoformat())
        right.append(gettext("Received") + gettext(": ") + day)
    paper.masthead([gettext(convention) if convention else told.convention, state], right)
    paper.title(title)
    paper.line(form.name)
    marks = [
        words
        for words, holds in (
            (gettext("provisional"), told.provisional),
            (gettext("superseded"), told.is_superseded),
            (gettext("for States Parties only"), told.circle != "public"),
        )
        if holds
    ]
    if marks:
        paper.small(wording.listed(marks))
    return paper


def _answered(paper: OfficialDocument, part: Part, answer: PartAnswer, wording: Wording) -> None:
    if said := part_said(answer, wording):
        paper.line(said, kept=bool(answer.values))
    pairs: list[tuple[str, list[str]]] = []
    for field in part.fields:
        if field.kind == "table":
            _put_pairs(paper, pairs)
            _put_table(paper, field, answer, wording)
        elif value := answer.text(field.code):
            pairs.append((field.name, value_said(field, value, wording).splitlines()))
    _put_pairs(paper, pairs)


def _put_pairs(paper: OfficialDocument, pairs: list[tuple[str, list[str]]]) -> None:
    """Questions that follow each other share one list."""
    if pairs:
        paper.pairs(list(pairs))
        pairs.clear()


def _put_table(paper: OfficialDocument, field: Field, answer: PartAnswer, wording: Wording) -> None:
    rows = [tuple(value.splitlines() or [""] for value in row) for row in rows_said(field, answer, wording)]
    if rows:
        paper.line(field.name, bold=True, kept=True)
        paper.table(columns_of([column.name for column in field.columns], rows), rows)
