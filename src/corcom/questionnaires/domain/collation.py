"""The answers of several States put together, question by question. What may be quoted, and with which name, is decided here alone.

Every answer is counted. Words, days, rows and single figures are quoted with the name of a State that allows it; without a name
where the State allows that, no more answers come, and enough others are not named either (`quoting.FEWEST_UNNAMED`); and else not
at all. Totals and counts are withheld where, less what is quoted, they would tell the answer of one State (`quoting.tells_totals`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.quoting import FEWEST_UNNAMED, Quoting, quotes_unnamed, tells_totals
from corcom.reporting.domain.answers import NOTHING, TableRow
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSummary:
    """`count` figures, those of all States together."""

    count: int
    total: Decimal
    mean: Decimal
    median: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCount:
    """How many States chose an answer, and those of them that are named."""

    code: str
    name: str
    count: int
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoted:
    """What one State answers to one question: `iso3` is "" for one that is not named."""

    iso3: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowQuoted:
    """One row of a table of one State; `iso3` is "" for one that is not named."""

    iso3: str
    values: TableRow


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCollated:
    """One question. `answered`: how many States answered it; `unquoted`: those of them whose words are not quoted.

    `quoted` holds single values, as they are kept, of what is no table; `totals` those columns of a table that are summed.
    `withheld`: only what is quoted is here and counted, and no totals.
    """

    field: Field
    answered: int
    unquoted: int
    withheld: bool = False
    numbers: NumberSummary | None = None
    choices: tuple[ChoiceCount, ...] = ()
    quoted: tuple[TextQuoted, ...] = ()
    rows: tuple[RowQuoted, ...] = ()
    totals: Mapping[str, Decimal] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCollated:
    """One part with its questions."""

    part: Part
    questions: tuple[QuestionCollated, ...]


def collated(
    form: Form, given: Sequence[AnswerGiven], *, is_open: bool = False, whole: bool = False
) -> tuple[PartCollated, ...]:
    """All answers together. States are in the order of their codes; what is not named is in the order of its words.

    `is_open`: more answers may come. `whole`: with all totals, for those who see the answer of each State anyway.
    """
    unnamed = quotes_unnamed((each.quoting for each in given), is_open=is_open)
    ordered = sorted(given, key=lambda each: each.iso3)
    hidden = 0 if whole else sum(quoted_as(each, unnamed=unnamed) is None for each in given)
    rule = _Telling(unnamed=unnamed, hidden=hidden, is_open=is_open)
    return tuple(
        PartCollated(part=part, questions=tuple(_question(part, field, ordered, rule) for field in part.fields))
        for part in form.parts
    )


class _Telling(NamedTuple):
    """Whether answers may be quoted without a name, how many States are not quoted at all, and whether more answers may come.

    `hidden` is 0 for those to whom every total is told.
    """

    unnamed: bool
    hidden: int
    is_open: bool

    def names(self, field: Field, quotings: Sequence[Quoting]) -> bool:
        """Whether a question is quoted without a name too. Not where its totals could not be told otherwise, which matter more."""
        takes_totals = field.kind in {"number", "choice", "yes_no"} or any(column.total for column in field.columns)
        if not (self.unnamed and self.hidden and takes_totals):
            return self.unnamed
        nameless = sum(each != "by_name" for each in quotings)
        return quotings.count("counted_only") >= FEWEST_UNNAMED or nameless < FEWEST_UNNAMED


def quoted_as(one: AnswerGiven, *, unnamed: bool) -> str | None:
    """Under which name an answer is quoted: the code of its State, "" for no name, None where it is not quoted.

    `unnamed`: whether any answer may be quoted without a name.
    """
    if one.quoting == "by_name":
        return one.iso3
    return "" if one.quoting == "without_name" and unnamed else None


def summary(figures: Sequence[Decimal]) -> NumberSummary | None:
    """Total, mean (to two places) and median; None of no figures.

    >>> summary([Decimal(1), Decimal(2), Decimal(6)])
    NumberSummary(count=3, total=Decimal('9'), mean=Decimal('3'), median=Decimal('2'))
    """
    if not figures:
        return None
    total = sum(figures, Decimal(0))
    mean = (total / len(figures)).quantize(Decimal("0.01"))
    return NumberSummary(count=len(figures), total=total, mean=_plain(mean), median=_plain(Decimal(median(figures))))


def _question(part: Part, field: Field, given: Sequence[AnswerGiven], rule: _Telling) -> QuestionCollated:
    said = [(each, answer) for each in given if (answer := each.answers.get(part.code, NOTHING)).values.get(field.code)]
    nameless = rule.names(field, [each.quoting for each, _ in said])
    named = [(quoted_as(each, unnamed=nameless), answer) for each, answer in said]
    unquoted = sum(name is None for name, _ in named)
    if withheld := not tells_totals(unquoted, of=rule.hidden, is_open=rule.is_open):
        named, unquoted = [(name, answer) for name, answer in named if name is not None], 0
    found = QuestionCollated(field=field, answered=len(named), unquoted=unquoted, withheld=withheld)
    if field.kind == "table":
        every = [(name, row) for name, answer in named for row in answer.rows(field.code)]
        return replace(found, rows=_rows(field, every), totals=None if withheld else _totals(field, every))
    values = [(name, answer.text(field.code)) for name, answer in named]
    figures = [Decimal(value) for _, value in values] if field.kind == "number" and not withheld else []
    return replace(found, numbers=summary(figures), choices=_choices(field, values), quoted=_quoted(values))


def _quoted(values: Sequence[tuple[str | None, str]]) -> tuple[TextQuoted, ...]:
    named = [TextQuoted(iso3=name, text=text) for name, text in values if name]
    nameless = sorted(text for name, text in values if name == "")
    return (*named, *(TextQuoted(iso3="", text=text) for text in nameless))


def _choices(field: Field, values: Sequence[tuple[str | None, str]]) -> tuple[ChoiceCount, ...]:
    codes = {each.code: each.name for each in field.choices}
    if field.kind == "yes_no":
        codes = {"yes": "yes", "no": "no"}
    return tuple(
        ChoiceCount(
            code=code,
            name=name,
            count=sum(value == code for _, value in values),
            named=tuple(iso3 for iso3, value in values if iso3 and value == code),
        )
        for code, name in codes.items()
    )


def _rows(field: Field, every: Sequence[tuple[str | None, TableRow]]) -> tuple[RowQuoted, ...]:
    named = [RowQuoted(iso3=name, values=row) for name, row in every if name]
    nameless = [RowQuoted(iso3="", values=row) for name, row in every if name == ""]
    order = [column.code for column in field.columns]
    return (*named, *sorted(nameless, key=lambda row: [row.values.get(code, "") for code in order]))


def _totals(field: Field, every: Sequence[tuple[str | None, TableRow]]) -> Mapping[str, Decimal] | None:
    """The sums of the columns that are summed, over all States."""
    summed = [column.code for column in field.columns if column.total]
    found = {code: sum((Decimal(row.get(code) or 0) for _, row in every), Decimal(0)) for code in summed}
    return found or None


def _plain(number: Decimal) -> Decimal:
    """Without zeros at its end, and never with an exponent."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()
