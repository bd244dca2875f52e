"""Who answered a questionnaire, and what was said to one question, as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from corcom.questionnaires.domain.collation import QuestionCollated
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.collation_words import answered_words, figure, group_in, name_in, value_in
from corcom.web.filled import filled
from corcom.web.pieces import Column, Row, StateName, Table, Together
from corcom.web.spoken_in import spoken


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """A question, how many answered it, and its tables."""

    name: str
    answered: str
    tables: tuple[Table, ...]


def who_answered(found: Collation) -> Table:
    """The regional groups, with how many of each were asked and who answered."""
    rows = []
    for group, asked in found.by_group():
        answered = [StateName(one.iso3) for one in asked if one.answered_at is not None]
        ordered = tuple(sorted(answered, key=lambda state: state.words))
        count = _("%(answered)d of %(asked)d") % {"answered": len(answered), "asked": len(asked)}
        rows.append(Row((group_in(spoken(), group), count, Together(ordered, between=_(", ")) if ordered else "–")))
    columns = (Column(_("Regional group")), Column(_("Answers")), Column(_("States that answered"), is_wide=True))
    return Table(id="who", caption=_("Who answered"), columns=columns, rows=tuple(rows))


def question_shown(one: QuestionCollated) -> QuestionShown:
    """One question with the tables that it takes."""
    return QuestionShown(name=one.field.name, answered=filled(answered_words(one)), tables=tuple(_tables(one)))


def _tables(one: QuestionCollated) -> Iterator[Table]:
    code, name, wording = one.field.code, one.field.name, spoken()
    if one.numbers:
        cells = (str(one.numbers.count), *map(figure, (one.numbers.total, one.numbers.mean, one.numbers.median)))
        said = (_("States that gave a figure"), _("Total"), _("Mean"), _("Median"))
        yield _table(code, name, [Column(head, is_number=at > 0) for at, head in enumerate(said)], [cells])
    if one.choices:
        heads = [Column(_("Answer")), Column(_("States"), is_number=True), Column(_("Of these, named"), is_wide=True)]
        yield _table(code, name, heads, _choices(one))
    elif one.rows or one.totals:
        yield _table(code, name, _heads(one), _rows(one))
    elif one.quoted:
        is_number = one.field.kind == "number"
        caption = _("%(question)s – State by State") % {"question": name} if one.numbers else name
        columns = [Column(_("State")), Column(_("Answer"), is_number=is_number, is_wide=not is_number)]
        quoted = [(name_in(wording, each.iso3), value_in(wording, one.field, each.text)) for each in one.quoted]
        yield _table(f"{code}-by-state" if one.numbers else code, caption, columns, quoted)


def _choices(one: QuestionCollated) -> list[tuple[object, ...]]:
    return [
        (
            _(each.name) if one.field.kind == "yes_no" else each.name,
            str(each.count),
            Together(tuple(map(StateName, each.named)), between=_(", ")) if each.named else "–",
        )
        for each in one.choices
    ]


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


def _table(id_: str, caption: str, columns: Sequence[Column], rows: Sequence[tuple[object, ...]]) -> Table:
    return Table(id=id_, caption=caption, columns=tuple(columns), rows=tuple(Row(row) for row in rows))
