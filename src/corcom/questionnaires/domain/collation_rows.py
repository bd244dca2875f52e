"""A collation as sheets: a row for each State that is named, figures and choices counted, what is not named, tables each on its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from corcom.kernel.tables import Cell
from corcom.kernel.wording import Wording
from corcom.questionnaires.domain.collation import PartCollated, QuestionCollated
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.collation_words import group_in, name_in, state_in, value_in
from corcom.rulebooks.form_fields import Field

Sheet = tuple[str, Sequence[str], list[list[Cell]]]
LONGEST_NAME = 31
"""Characters of the name of a sheet, for Excel."""


def collation_sheets(found: Collation, wording: Wording) -> list[Sheet]:
    """The sheets of a workbook: States, counts, answers without a name, and one for each table."""
    gettext = wording.gettext
    questions = [one for part in found.parts for one in part.questions]
    sheets: list[Sheet] = [
        (gettext("Answers"), *_by_state(found, questions, wording)),
        (gettext("Who was asked"), [gettext("Code"), gettext("State"), gettext("Regional group"), gettext("Answered")], _asked(found, wording)),
        (gettext("Counts"), [gettext("Question"), gettext("Counted"), gettext("Number")], list(_counts(questions, wording))),
    ]  # fmt: skip
    if nameless := list(_nameless(questions, wording)):
        sheets.append((gettext("Without a name"), [gettext("Question"), gettext("Answer")], nameless))
    for number, (part, one) in enumerate(_tables(found.parts), start=1):
        heads = [gettext("State"), *(column.name for column in one.field.columns)]
        sheets.append(
            (f"{number} {_plain(one.field.name) or part.part.code}"[:LONGEST_NAME], heads, _table(one, wording))
        )
    return sheets


def long_columns(wording: Wording) -> list[str]:
    """The columns of `long_rows`."""
    gettext = wording.gettext
    return [gettext("Part"), gettext("Question"), gettext("Code"), gettext("State"), gettext("Answer")]


def long_rows(found: Collation, wording: Wording) -> Iterator[list[Cell]]:
    """One row for each answer that may be quoted, for programs; a row of a table has the name of its column beside the question."""
    for part in found.parts:
        for one in part.questions:
            for quoted in one.quoted:
                yield [
                    part.part.title, one.field.name, quoted.iso3, name_in(wording, quoted.iso3),
                    _value(one.field, quoted.text, wording),
                ]  # fmt: skip
            for row in one.rows:
                for column in one.field.columns:
                    if value := row.values.get(column.code, ""):
                        yield [
                            part.part.title, f"{one.field.name}: {column.name}", row.iso3, name_in(wording, row.iso3),
                            _value(column, value, wording),
                        ]  # fmt: skip


def _by_state(
    found: Collation, questions: Sequence[QuestionCollated], wording: Wording
) -> tuple[list[str], list[list[Cell]]]:
    """One row for each State that is named in any answer, one column for each question that is no table."""
    single = [one for one in questions if one.field.kind != "table"]
    said = {one.field.code: {quoted.iso3: quoted.text for quoted in one.quoted if quoted.iso3} for one in single}
    groups = {one.iso3: one.group for one in found.asked}
    in_rows = {row.iso3 for one in questions for row in one.rows if row.iso3}
    named = sorted(in_rows.union(*said.values()))
    gettext = wording.gettext
    heads = [gettext("Code"), gettext("State"), gettext("Regional group"), *(one.field.name for one in single)]
    rows: list[list[Cell]] = [
        [
            iso3,
            state_in(wording, iso3),
            group_in(wording, groups.get(iso3, "")),
            *(_value(one.field, said[one.field.code].get(iso3, ""), wording) for one in single),
        ]
        for iso3 in named
    ]
    return heads, rows


def _asked(found: Collation, wording: Wording) -> list[list[Cell]]:
    return [
        [
            one.iso3,
            state_in(wording, one.iso3),
            group_in(wording, one.group),
            one.answered_at.date() if one.answered_at else None,
        ]
        for one in found.asked
    ]


def _counts(questions: Iterable[QuestionCollated], wording: Wording) -> Iterator[list[Cell]]:
    gettext = wording.gettext
    for one in questions:
        if one.withheld:
            yield [one.field.name, gettext("States that are quoted"), one.answered]
            continue
        yield [one.field.name, gettext("States that answered"), one.answered]
        if one.numbers:
            yield [one.field.name, gettext("Total"), one.numbers.total]
            yield [one.field.name, gettext("Mean"), one.numbers.mean]
            yield [one.field.name, gettext("Median"), one.numbers.median]
        for choice in one.choices:
            yield [one.field.name, gettext(choice.name), choice.count]
        for code, total in (one.totals or {}).items():
            column = one.field.column(code)
            yield [f"{one.field.name}: {column.name if column else code}", gettext("Total"), total]


def _nameless(questions: Iterable[QuestionCollated], wording: Wording) -> Iterator[list[Cell]]:
    for one in questions:
        for quoted in one.quoted:
            if not quoted.iso3:
                yield [one.field.name, _value(one.field, quoted.text, wording)]


def _tables(parts: Iterable[PartCollated]) -> Iterator[tuple[PartCollated, QuestionCollated]]:
    return ((part, one) for part in parts for one in part.questions if one.field.kind == "table")


def _table(one: QuestionCollated, wording: Wording) -> list[list[Cell]]:
    return [
        [
            name_in(wording, row.iso3),
            *(_value(column, row.values.get(column.code, ""), wording) for column in one.field.columns),
        ]
        for row in one.rows
    ]


def _value(field: Field, value: str, wording: Wording) -> Cell:
    """A number as a number, a day in ISO 8601, anything else as it is read."""
    if field.kind == "number" and value:
        return Decimal(value)
    return value if field.kind == "day" else value_in(wording, field, value)


def _plain(name: str) -> str:
    """The name of a sheet without what Excel refuses in one."""
    return "".join(letter for letter in name if letter not in "[]:*?/\\'").strip()
