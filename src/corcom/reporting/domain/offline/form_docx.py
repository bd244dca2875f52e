"""An offline form as .docx: to be filled in with an office program, and read back by its marks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from corcom.documents.domain.official import styles
from corcom.documents.domain.official.furniture import mirror_page, set_running_lines
from corcom.documents.domain.official.safe import xml_safe
from corcom.reporting.domain.offline import words
from corcom.reporting.domain.offline.docx_xml import Pieces
from corcom.reporting.domain.offline.laid_out import OfflineForm, OfflinePart, OfflineQuestion, OfflineTable
from corcom.reporting.domain.offline.shown import shown

WIDTH = 9072
"""Twentieths of a point between the margins: sixteen centimetres."""
LABEL = 3300
SPARE = 3
"""Empty rows below those of a table."""
_UNNUMBERED = '<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""The parts of a form have letters, and no numbers beside them."""


def form_docx(form: OfflineForm) -> bytes:
    """The form as the content of a .docx file."""
    document = docx.Document()
    styles.set_styles(document, language=form.wording.language)
    styles.set_page(document)
    if form.wording.right_to_left:
        mirror_page(document.sections[0])
    set_running_lines(document, xml_safe(" · ".join((*form.head[1:], form.title))), form.wording)
    properties = document.core_properties
    properties.title, properties.language = xml_safe(form.title)[:255], form.wording.language
    properties.author = properties.last_modified_by = "CorCom"
    properties.comments = ""
    body: Any = document.element.body
    ending = body.find(qn("w:sectPr"))
    whole = parse_xml(f"<w:body {nsdecls('w')}>{''.join(_Writer(form, document).all())}</w:body>")
    for each in list(whole):
        ending.addprevious(each)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


class _Writer:
    def __init__(self, form: OfflineForm, document: Any) -> None:
        self.form = form
        self.say = form.wording.gettext
        ids = {style.name: style.style_id for style in document.styles}
        self.pieces = Pieces(form.wording.right_to_left, {**ids, "cell": ids[styles.CELL]})

    def all(self) -> Iterator[str]:
        """The head, how to fill it in, and the parts."""
        for at, line in enumerate(self.form.head):
            yield self.pieces.own(line, styles.HEAD, bold=at == 0)
        yield self.pieces.own(self.form.title, "Title", hidden=self.form.stamp.text())
        for line in words.HOW:
            yield self.pieces.own(self.say(line), styles.SMALL)
        for part in self.form.parts():
            yield from self.part(part)

    def part(self, part: OfflinePart) -> Iterator[str]:
        """A part: its heading, then its questions, of which those that follow each other share one table."""
        yield self.pieces.own(part.title, "Heading 1", extra=_UNNUMBERED)
        for line in part.small:
            yield self.pieces.own(line, styles.SMALL, extra="<w:keepNext/>")
        rows: list[str] = []
        for each in part.questions:
            if isinstance(each, OfflineQuestion):
                rows.append(self.question(each))
                continue
            yield from self.pair_table(rows)
            rows = []
            yield from self.table(each)
        yield from self.pair_table(rows)

    def pair_table(self, rows: list[str]) -> Iterator[str]:
        """Questions beside their answers; a small line after it keeps it from the next table."""
        if rows:
            yield self.pieces.table((LABEL, WIDTH - LABEL), rows)
            yield self.pieces.own("", styles.SMALL)

    def question(self, one: OfflineQuestion) -> str:
        """A row: the question, and room for the answer."""
        label = self.pieces.label(one.mark, one.label, one.help)
        return self.pieces.row([(label, LABEL, True), (self.answer(one, one.value), WIDTH - LABEL, False)])

    def answer(self, one: OfflineQuestion, value: str) -> str:
        """What stands in the cell of an answer."""
        if not one.choices:
            return self.pieces.text(shown(one, value, self.form.wording))
        options = [name for _, name in one.choices]
        return self.pieces.chooser(one.mark, one.label, options, one.name_of(value), self.say(words.CHOOSE))

    def table(self, table: OfflineTable) -> Iterator[str]:
        """A table under its name: a head that is set again on each page, the rows there are, and some to fill."""
        yield self.pieces.own(table.label, "Heading 2", extra="<w:keepNext/>")
        if table.help:
            yield self.pieces.own(table.help, styles.SMALL, extra="<w:keepNext/>")
        widths = _widths(table)
        heads = [self.pieces.label(one.mark, one.label, one.help) for one in table.columns]
        rows = [self.pieces.row([(head, width, True) for head, width in zip(heads, widths, strict=True)], is_head=True)]
        for values in (*table.rows, *((("",) * len(widths),) * SPARE)):
            answers = [self.answer(one, value) for one, value in zip(table.columns, values, strict=True)]
            rows.append(self.pieces.row([(each, width, False) for each, width in zip(answers, widths, strict=True)]))
        yield self.pieces.table(widths, rows)
        yield self.pieces.own("", styles.SMALL)


def _widths(table: OfflineTable) -> list[int]:
    """Columns of texts get a little more than others."""
    shares = [5 if one.kind in {"text", "choice"} else 4 for one in table.columns]
    return [WIDTH * share // sum(shares) for share in shares]
