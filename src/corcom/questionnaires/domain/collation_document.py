"""A collation as an official document that one can circulate: how it came about, who answered, then question by question."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import Column, OfficialDocument
from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH, Wording
from corcom.questionnaires.domain.collation import QuestionCollated
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.collation_words import (
    answered_words,
    figure,
    group_in,
    method,
    name_in,
    state_in,
    value_in,
)
from corcom.register.domain.conventions import convention_name

WIDTH = 16.0
"""Centimetres between the margins."""
STATE_WIDTH = 4.0


def collation_document(
    found: Collation, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """The document, to be set as .docx or .pdf."""
    gettext, day = wording.gettext, wording.day(found.at.date().isoformat())
    kind = gettext("Answers to a questionnaire")
    paper = OfficialDocument(
        title=wording.listed((found.title, kind, day)),
        wording=wording,
        running=wording.listed((found.title, day), between=" · "),
        made_at=made_at,
    )
    convention = convention_name(found.convention)
    paper.masthead([gettext(convention) if convention else kind], [day])
    paper.title(found.title)
    paper.line(kind)
    paper.heading(gettext("How this came about"))
    for sentence in method(found):
        paper.numbered(said(sentence, wording))
    _who_answered(paper, found, wording)
    for part in found.parts:
        paper.heading(part.part.title)
        for one in part.questions:
            _question(paper, one, wording)
    return paper


def _who_answered(paper: OfficialDocument, found: Collation, wording: Wording) -> None:
    gettext = wording.gettext
    paper.heading(gettext("Who answered"))
    rows = []
    for group, asked in found.by_group():
        named = [state_in(wording, one.iso3) for one in asked if one.answered_at is not None]
        of = gettext("%(answered)d of %(asked)d") % {"answered": len(named), "asked": len(asked)}
        rows.append((group_in(wording, group), of, wording.listed(sorted(named)) or "–"))
    heads = (gettext("Regional group"), gettext("Answers"), gettext("States that answered"))
    paper.table([Column(head=head, width=width) for head, width in zip(heads, (4.5, 2.5, 9.0), strict=True)], rows)


def _question(paper: OfficialDocument, one: QuestionCollated, wording: Wording) -> None:
    paper.heading(one.field.name, level=2)
    paper.numbered(said(answered_words(one), wording))
    if not one.answered:
        return
    match one.field.kind:
        case "number":
            _number(paper, one, wording)
        case "choice" | "yes_no":
            _choices(paper, one, wording)
        case "table":
            _rows(paper, one, wording)
        case _:
            _texts(paper, one, wording)


def _number(paper: OfficialDocument, one: QuestionCollated, wording: Wording) -> None:
    gettext, found = wording.gettext, one.numbers
    if found is not None:
        heads = (gettext("States that gave a figure"), gettext("Total"), gettext("Mean"), gettext("Median"))
        cells = (str(found.count), figure(found.total), figure(found.mean), figure(found.median))
        paper.table([Column(head=head, width=WIDTH / 4) for head in heads], [cells])
    if one.quoted:
        _texts(paper, one, wording)


def _choices(paper: OfficialDocument, one: QuestionCollated, wording: Wording) -> None:
    gettext = wording.gettext
    columns = [
        Column(head=gettext("Answer"), width=6.0),
        Column(head=gettext("States"), width=2.0),
        Column(head=gettext("Of these, named"), width=8.0),
    ]
    rows = [
        (
            gettext(each.name) if one.field.kind == "yes_no" else each.name,
            str(each.count),
            wording.listed(sorted(state_in(wording, iso3) for iso3 in each.named)) or "–",
        )
        for each in one.choices
    ]
    paper.table(columns, rows)


def _texts(paper: OfficialDocument, one: QuestionCollated, wording: Wording) -> None:
    if not one.quoted:
        return
    gettext = wording.gettext
    columns = [
        Column(head=gettext("State"), width=STATE_WIDTH),
        Column(head=gettext("Answer"), width=WIDTH - STATE_WIDTH),
    ]
    rows = [
        (name_in(wording, each.iso3), value_in(wording, one.field, each.text).splitlines() or [""])
        for each in one.quoted
    ]
    paper.table(columns, rows)


def _rows(paper: OfficialDocument, one: QuestionCollated, wording: Wording) -> None:
    columns, gettext = one.field.columns, wording.gettext
    state = min(STATE_WIDTH, WIDTH / (len(columns) + 1))
    width = (WIDTH - state) / len(columns)
    rows = [
        (
            name_in(wording, row.iso3),
            *(value_in(wording, column, row.values.get(column.code, "")) for column in columns),
        )
        for row in one.rows
    ]
    if one.totals:
        sums = one.totals
        last = (figure(sums[column.code]) if column.code in sums else "" for column in columns)
        rows.append((gettext("Total of all States"), *last))
    if rows:
        heads = [Column(head=gettext("State"), width=state)]
        paper.table([*heads, *(Column(head=column.name, width=width) for column in columns)], rows)
