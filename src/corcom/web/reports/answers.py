"""What a version of a report answers, to be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from corcom.reporting.domain import answer_words
from corcom.reporting.domain.answer_words import rows_said, value_said
from corcom.reporting.domain.answers import NOTHING, PartAnswer
from corcom.reporting.queries import ReportVersionTold
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Part
from corcom.web.pieces import Column, Row, Table
from corcom.web.reports.remarks import Threads
from corcom.web.spoken_in import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """A question with its answer, in words or as a table, and what was remarked on it."""

    label: str
    value: str = ""
    table: Table | None = None
    threads: Threads = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerShown:
    """One part: what is said of it as a whole, its questions, and what was remarked on the part."""

    part: Part
    said: str
    values: Sequence[QuestionShown]
    tables: Sequence[QuestionShown]
    threads: Threads = ()
    hidden: bool = False

    @property
    def title(self) -> str:
        return self.part.title


def answers_shown(one: ReportVersionTold, *, restricted: bool, threads: Threads = ()) -> tuple[AnswerShown, ...]:
    """The parts of a version with remarks at their places; of one that is restricted, to others only that it is."""
    if one.form is None:
        return ()
    found = []
    for part in one.form.spoken_in(get_language() or "en").parts:
        answer = one.answers.get(part.code, NOTHING)
        own = [thread for thread in threads if thread.part == part.code]
        if answer.restricted and not restricted:
            found.append(AnswerShown(part=part, said=_("for States Parties only"), values=(), tables=(), hidden=True))
        elif answer != NOTHING or own:
            found.append(_shown(one, part, answer, own))
    return tuple(found)


def _shown(one: ReportVersionTold, part: Part, answer: PartAnswer, threads: Threads) -> AnswerShown:
    at = {field.code: tuple(each for each in threads if each.field == field.code) for field in part.fields}
    return AnswerShown(
        part=part,
        said=part_said(answer),
        values=[
            QuestionShown(
                label=field.name,
                value=value_in_words(field, answer.text(field.code)) or "–",
                threads=at[field.code],
            )
            for field in part.fields
            if field.kind != "table" and (answer.text(field.code) or at[field.code])
        ],
        tables=[
            QuestionShown(
                label=field.name,
                table=_table(one, part, field, answer) if answer.rows(field.code) else None,
                threads=at[field.code],
            )
            for field in part.fields
            if field.kind == "table" and (answer.rows(field.code) or at[field.code])
        ],
        threads=[each for each in threads if each.field not in at],
    )


def part_said(answer: PartAnswer) -> str:
    """What is said of a part as a whole."""
    return answer_words.part_said(answer, spoken())


def value_in_words(field: Field, value: str) -> str:
    """A value as it is read: days written out, numbers in groups, choices by their names."""
    return value_said(field, value, spoken())


def _table(one: ReportVersionTold, part: Part, field: Field, answer: PartAnswer) -> Table:
    return Table(
        id=f"v{one.version}-{part.code}-{field.code}",
        caption=field.name,
        columns=tuple(Column(column.name, is_number=column.kind == "number") for column in field.columns),
        rows=tuple(map(Row, rows_said(field, answer, spoken()))),
    )
