"""An offline form as .xlsx: a sheet for each part, its labels locked, marks in a hidden column and above each table."""

from __future__ import annotations

from corcom.documents.domain.tables.spreadsheet import WrittenSheet, spreadsheet
from corcom.reporting.domain.offline import words
from corcom.reporting.domain.offline.laid_out import OfflineForm, OfflinePart, OfflineQuestion, OfflineTable
from corcom.reporting.domain.offline.marks import OWN, marked
from corcom.reporting.domain.offline.shown import unmistakable
from corcom.reporting.domain.offline.xlsx_sheet import WIDTHS, FormCell, FormSheet, column, height_of
from corcom.reporting.domain.offline.xlsx_styles import HEAD, LABEL, SMALL, TEXT, TITLE, style_of, styles
from corcom.rulebooks.form_fields import WITH_FRACTIONS

END = "end"
"""Stands in the hidden column below a table."""
SPARE = 10
"""Empty rows below those of a table."""
LISTS = "lists"
ACROSS = 125
"""Characters of small print that fit over all columns."""


def form_xlsx(form: OfflineForm) -> bytes:
    """The form as the content of an .xlsx file."""
    *shown, last = _Writer(form).sheets()
    sheets = [
        *(WrittenSheet(each.name, each.xml()) for each in shown),
        WrittenSheet(last.name, last.xml(), is_hidden=True),
    ]
    return spreadsheet(sheets, styles=styles(right_to_left=last.right_to_left))


class _Writer:
    def __init__(self, form: OfflineForm) -> None:
        self.form = form
        self.say = form.wording.gettext
        self.choices: list[tuple[str, ...]] = []
        self.fractions = {
            f"{at}.{place}.{number}" if field.columns else f"{at}.{place}"
            for at, part in enumerate(form.form.parts)
            for place, field in enumerate(part.fields)
            for number, each in enumerate(field.columns or (field,))
            if each.unit in WITH_FRACTIONS
        }

    def sheets(self) -> list[FormSheet]:
        """How to fill it in, the parts, and hidden the names from which one chooses."""
        first = self._sheet("CorCom")
        first.add([FormCell(self.form.stamp.text()), FormCell(self.form.title, TITLE)], height=20)
        first.merged.append("B1:F1")
        for line in self.form.head:
            self._own(first, line, SMALL)
        first.add([])
        for line in words.HOW:
            self._own(first, self.say(line), SMALL)
        found = [first, *map(self._part, self.form.parts())]
        lists = self._sheet(LISTS)
        for row in range(max(map(len, self.choices), default=0)):
            lists.add([FormCell(each[row]) if row < len(each) else None for each in self.choices])
        return [*found, lists]

    def _sheet(self, name: str) -> FormSheet:
        return FormSheet(name, self.form.wording.right_to_left)

    def _own(self, sheet: FormSheet, text: str, style: int) -> None:
        """A line that the form itself says, over all columns."""
        tall = 20 if style == TITLE else height_of([text], [ACROSS])
        number = sheet.add([FormCell(marked(OWN, text)), FormCell(text, style)], height=tall)
        sheet.merged.append(f"B{number}:F{number}")

    def _part(self, part: OfflinePart) -> FormSheet:
        sheet = self._sheet(part.code[:31])
        self._own(sheet, part.title, TITLE)
        for line in part.small:
            self._own(sheet, line, SMALL)
        sheet.add([])
        for each in part.questions:
            if isinstance(each, OfflineTable):
                self._table(sheet, each)
            else:
                self._question(sheet, each)
        return sheet

    def _question(self, sheet: FormSheet, one: OfflineQuestion) -> None:
        label = _label(one)
        style = self._style(one)
        beside = [FormCell("", style) for _ in range(3)]
        cells = [FormCell(marked(one.mark, label)), FormCell(label, LABEL), self._answer(one, one.value), *beside]
        tall = height_of([label, one.value], [WIDTHS[0] - 6, sum(WIDTHS[1:5])], least=3 if style == TEXT else 1)
        number = sheet.add(cells, height=tall)
        sheet.merged.append(f"C{number}:F{number}")
        self._choose(sheet, one, f"C{number}")

    def _table(self, sheet: FormSheet, table: OfflineTable) -> None:
        sheet.add([])
        self._own(sheet, table.label, TITLE)
        if table.help:
            self._own(sheet, table.help, SMALL)
        marks = [marked(one.mark, _label(one)) for one in table.columns]
        sheet.add([None, *map(FormCell, marks)], is_hidden=True)
        heads = [_label(one) for one in table.columns]
        tall = height_of(heads, [width - 5 for width in WIDTHS])
        first = sheet.add([None, *(FormCell(head, HEAD) for head in heads)], height=tall) + 1
        for values in (*table.rows, *((("",) * len(marks),) * SPARE)):
            last = sheet.add([None, *map(self._answer, table.columns, values)])
        for at, one in enumerate(table.columns, 1):
            self._choose(sheet, one, f"{column(at)}{first}:{column(at)}{last}")
        sheet.add([FormCell(END)])

    def _answer(self, one: OfflineQuestion, value: str) -> FormCell:
        if one.kind == "number":
            return FormCell(unmistakable(value), self._style(one), "number")
        return FormCell(one.name_of(value), self._style(one), "day" if one.kind == "day" else "text")

    def _style(self, one: OfflineQuestion) -> int:
        return style_of(one, with_fractions=one.mark in self.fractions)

    def _choose(self, sheet: FormSheet, one: OfflineQuestion, cells: str) -> None:
        """Let cells be chosen from the names of the choices, which stand in a column of the hidden sheet."""
        if one.choices:
            names = tuple(name for _, name in one.choices)
            if names not in self.choices:
                self.choices.append(names)
            letter = column(self.choices.index(names))
            sheet.lists.append((cells, f"{LISTS}!${letter}$1:${letter}${len(names)}"))


def _label(one: OfflineQuestion) -> str:
    return f"{one.label}\n{one.help}" if one.help else one.label
