"""A form that came back, part by part: what is read surely, and what is not and why. A question is read whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answers import MOST_ROWS, STATES, PartAnswer, TableRow, Value
from corcom.reporting.domain.offline.findings import FormFinding, FormFindingKind
from corcom.reporting.domain.offline.found import FoundCell, FoundForm, FoundRow, FoundTable
from corcom.reporting.domain.offline.typed_cells import OF_WHOLE, ValueRefused, value_of
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part

LONGEST_REASON = 2000
"""Characters of why a part does not apply."""
_SHOWN = 60


@dataclass(slots=True)
class ReturnedPart:
    """A part as it came back: what it says by code of the field or of what is said as a whole, and what could not be read."""

    said: dict[str, Value] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)

    def over(self, draft: PartAnswer) -> PartAnswer:
        """The part as it would stand: what is read, and where nothing is, what the draft says."""
        values = {**{code: draft.values[code] for code in self.unread if code in draft.values}, **self._values()}
        state = str(self.said.get("/state", draft.state) or "open")
        since = str(self.said.get("/since", draft.since or ""))
        return PartAnswer(
            state=next((each for each in STATES if each == state), "open"),
            values=values,
            since=int(since) if since else None,
            because=str(self.said.get("/because", draft.because)),
            carried_from=draft.carried_from if state == "open" else None,
            restricted=self.said.get("/restricted", "yes" if draft.restricted else "") == "yes",
        )

    def _values(self) -> dict[str, Value]:
        return {code: value for code, value in self.said.items() if value and not code.startswith("/")}


@dataclass(slots=True)
class Returned:
    """All parts by code, and everything that could not be read."""

    parts: dict[str, ReturnedPart] = field(default_factory=dict)
    findings: list[FormFinding] = field(default_factory=list)


def returned_form(form: Form, found: FoundForm, wording: Wording) -> Returned:
    """What a file says on a form; `form` and `wording` in the language of its stamp."""
    whole = Returned()
    for at, part in enumerate(form.parts):
        whole.parts[part.code] = _PartReader(str(at), part, found, wording, whole.findings).read(form)
    for text in found.loose:
        whole.findings.append(FormFinding(kind="loose", values=(("text", text[:_SHOWN]),)))
    return whole


class _PartReader:
    def __init__(self, mark: str, part: Part, found: FoundForm, wording: Wording, findings: list[FormFinding]) -> None:
        self.mark = mark
        self.part = part
        self.found = found
        self.wording = wording
        self.findings = findings
        self.result = ReturnedPart()

    def read(self, form: Form) -> ReturnedPart:
        """Everything that is asked in the part."""
        wanted = {f"/{code}": each for code, each in OF_WHOLE.items() if self._is_asked(code, form)}
        fields = {each.code: (f"{self.mark}.{at}", each) for at, each in enumerate(self.part.fields)}
        asked = {code: (f"{self.mark}.{code[1:]}", each) for code, each in wanted.items()} | fields
        if not any(mark in self.found.answers or mark in self.found.tables for mark, _ in asked.values()):
            self.result.unread = set(asked)
            self._find("part_missing", "")
            return self.result
        for code, (mark, each) in asked.items():
            value = self._table(mark, each) if each.kind == "table" else self._answer(mark, code, each)
            if value is None:
                self.result.unread.add(code)
            else:
                self.result.said[code] = value
        return self.result

    def _is_asked(self, code: str, form: Form) -> bool:
        return form.restricted if code == "restricted" else not self.part.always

    def _find(self, kind: FormFindingKind, field: str, *, column: str = "", row: int = 0, **values: object) -> None:
        self.findings.append(
            FormFinding(
                kind=kind, part=self.part.code, field=field, column=column, row=row, values=tuple(values.items())
            )
        )

    def _answer(self, mark: str, code: str, asked: Field) -> str | None:
        """The value of a question; None, and a finding, where it is not read surely."""
        found = self.found.answers.get(mark, [])
        if len(found) != 1:
            self._find("twice" if found else "missing", code)
        elif not found[0].is_label_kept:
            self._find("label", code)
        elif found[0].cell is None:
            self._find("moved", code)
        else:
            value = self._value(asked, found[0].cell, code)
            return value[:LONGEST_REASON].strip() if value and code == "/because" else value
        return None

    def _value(self, asked: Field, cell: FoundCell, code: str, *, column: str = "", row: int = 0) -> str | None:
        try:
            return value_of(asked, cell, self.wording)
        except ValueRefused as refused:
            self._find("value", code, column=column, row=row, reason=refused.reason)
            return None

    def _table(self, mark: str, table: Field) -> tuple[TableRow, ...] | None:
        """The rows of a table; None, and a finding for each thing that is wrong with it, where it is not read surely."""
        tables = self.found.tables.get(mark, [])
        if len(tables) != 1:
            self._find("twice" if tables else "missing", table.code)
            return None
        before = len(self.findings)
        self._check_head(mark, table, tables[0])
        if sum(map(_says_something, tables[0].rows)) > MOST_ROWS:
            # Before any of them is read, so that ten thousand wrong rows are not ten thousand findings.
            self._find("rows", table.code, most=MOST_ROWS)
        rows = tuple(self._rows(mark, table, tables[0])) if len(self.findings) == before else ()
        return rows if len(self.findings) == before else None

    def _check_head(self, mark: str, table: Field, found: FoundTable) -> None:
        for at, column in enumerate(table.columns):
            times = found.columns.count(f"{mark}.{at}")
            if times != 1:
                self._find("twice" if times else "column_missing", table.code, column=column.code)
            elif f"{mark}.{at}" in found.changed:
                self._find("column_label", table.code, column=column.code)

    def _rows(self, mark: str, table: Field, found: FoundTable) -> Iterator[TableRow]:
        for row in found.rows:
            if self._is_out_of_place(row, table):
                continue
            cells = {
                column.code: self._value(
                    column, row.cells[f"{mark}.{at}"], table.code, column=column.code, row=row.number
                )
                for at, column in enumerate(table.columns)
            }
            if any(cells.values()):
                yield {code: value for code, value in cells.items() if value}

    def _is_out_of_place(self, row: FoundRow, table: Field) -> bool:
        if not row.is_whole and _says_something(row):
            self._find("row_moved", table.code, row=row.number)
        elif row.is_whole and row.beside:
            self._find("beside", table.code, row=row.number, text=row.beside[:_SHOWN])
        return not row.is_whole


def _says_something(row: FoundRow) -> bool:
    return bool(row.beside) or any(cell.text.strip() for cell in row.cells.values())
