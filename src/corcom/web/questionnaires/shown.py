"""What a State answered, to be read."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from corcom.questionnaires.domain.questionnaire_told import AnswerTold
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part
from corcom.web.pieces import Column, Row, Table
from corcom.web.questionnaires.words import CHANNELS, quoting_in_words
from corcom.web.reports.answers import AnswerShown, QuestionShown, value_in_words
from corcom.web.wording import in_words as day_in_words
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """One version in words."""

    told: AnswerTold
    who: str
    quoting: str
    came: str
    at: str
    answers: tuple[AnswerShown, ...]


def version_shown(form: Form, one: AnswerTold) -> VersionShown:
    """A version with who handed it in, how it may be quoted, how it came and what it says."""
    return VersionShown(
        told=one,
        who=_(", ").join(part for part in (one.hand, one.office) if part),
        quoting=quoting_in_words(one.quoting),
        came=_("%(day)s, %(channel)s") % {"day": day_in_words(one.received_on), "channel": CHANNELS[one.channel]},
        at=moment_in_words(one.at),
        answers=answers_read(form, one.answers, id_of=f"v{one.version}"),
    )


def answers_read(form: Form, answers: Answers, *, id_of: str) -> tuple[AnswerShown, ...]:
    """The parts in which something is answered; `id_of` keeps the names of tables apart on one page."""
    found = [(part, answers.get(part.code, NOTHING)) for part in form.parts]
    return tuple(_part(part, answer, id_of) for part, answer in found if answer.values)


def _part(part: Part, answer: PartAnswer, id_of: str) -> AnswerShown:
    return AnswerShown(
        part=part,
        said="",
        values=[
            QuestionShown(label=field.name, value=value_in_words(field, answer.text(field.code)))
            for field in part.fields
            if field.kind != "table" and answer.text(field.code)
        ],
        tables=[
            QuestionShown(label=field.name, table=_table(field, answer, f"{id_of}-{part.code}-{field.code}"))
            for field in part.fields
            if field.kind == "table" and answer.rows(field.code)
        ],
    )


def _table(field: Field, answer: PartAnswer, id_: str) -> Table:
    rows = [
        Row(tuple(value_in_words(column, row.get(column.code, "")) for column in field.columns))
        for row in answer.rows(field.code)
    ]
    return Table(
        id=id_,
        caption=field.name,
        columns=tuple(Column(column.name, is_number=column.kind == "number") for column in field.columns),
        rows=tuple(rows),
    )
