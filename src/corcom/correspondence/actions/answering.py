"""Answers that came otherwise than by e-mail: on paper, by telephone, at a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import AnsweredBeforeSent, AnswerInTheFuture, NoSuchCopy, WithoutReason
from corcom.correspondence.domain.template_text import one_line
from corcom.correspondence.models import LetterAnswer, LetterCopy
from corcom.correspondence.queries.standing import standing_of
from corcom.documents.models import StoredFile

ANSWER_CHANNELS = ("letter", "e-mail", "telephone", "meeting", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCame:
    """An answer: on which day, by which of the `ANSWER_CHANNELS`, what it says in short, and the file where it was one."""

    received_on: date
    channel: str
    says: str = ""
    file: StoredFile | None = None


@transaction.atomic
def record_answer(*, letter: int, iso3: str, came: AnswerCame, day: date, by: User, at: datetime) -> None:
    """Write down that a State answered a letter that has left, on a day not after today.

    Errors: `NoSuchCopy`, `AnsweredBeforeSent`, `AnswerInTheFuture`.
    """
    copy = LetterCopy.objects.select_related("letter").filter(letter=letter, iso3=iso3, left_out="").first()
    if copy is None:
        raise NoSuchCopy(iso3)
    if standing_of(copy.letter) != "sent" and not copy.postings.filter(struck_at=None).exists():
        raise AnsweredBeforeSent(letter)
    if came.received_on > day:
        raise AnswerInTheFuture
    LetterAnswer.objects.create(
        copy=copy,
        received_on=came.received_on,
        channel=came.channel,
        says=came.says.strip(),
        file=came.file,
        at=at,
        by=by,
    )


@transaction.atomic
def strike_answer(*, letter: int, iso3: str, number: int, why: str, at: datetime) -> None:
    """Say that an answer of a State to a letter was written down by mistake; it stays in the history. Errors: `WithoutReason`."""
    if not why.strip():
        raise WithoutReason
    found = LetterAnswer.objects.filter(pk=number, copy__letter=letter, copy__iso3=iso3, struck_at=None)
    found.update(struck_at=at, struck_why=one_line(why)[:300])
