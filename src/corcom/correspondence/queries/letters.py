"""Letters with their copies, messages and answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import cast

from django.db.models import Prefetch

from corcom.correspondence.domain.addressee import Concern
from corcom.correspondence.domain.letter_posting import Posting, PostingTold, PostingWay
from corcom.correspondence.domain.letter_standing import LetterStepKind
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import wordings_from, words_from
from corcom.correspondence.domain.letters_told import (
    AnswerTold,
    CopyTold,
    LetterStepTold,
    LetterTold,
    MessageTold,
)
from corcom.correspondence.models import LetterCopy, LetterPosting, StateLetter
from corcom.correspondence.queries.standing import standing_of
from corcom.outbox.domain.letter_numbers import LetterNumber
from corcom.outbox.queries import messages_about, replies_about

ABOUT = "letter"
"""What messages that carry a copy are about."""


def letters_of_state(*, iso3: str, now: datetime) -> list[LetterTold]:
    """The letters to a State, the latest first, each with its own copy alone. Eight SQL queries."""
    own = Prefetch("copies", LetterCopy.objects.filter(iso3=iso3).prefetch_related("answers", _postings()))
    rows = StateLetter.objects.filter(copies__iso3=iso3).prefetch_related("steps__by", own)
    return _told(list(rows), now)


def letter_told(*, number: int, now: datetime) -> LetterTold | None:
    """One letter with all its copies; None where there is none. Eight SQL queries."""
    rows = StateLetter.objects.filter(pk=number).prefetch_related("steps__by", "copies__answers", _postings("copies__"))
    return next(iter(_told(list(rows), now)), None)


def _postings(before: str = "") -> Prefetch[str]:
    return Prefetch(f"{before}postings", LetterPosting.objects.select_related("by", "struck_by"))


def reference_of(row: StateLetter) -> str:
    """The number of a letter in the register; "" until it is approved."""
    return str(LetterNumber(row.convention, row.year, row.position)) if row.year and row.position else ""


def sent_at(row: StateLetter) -> datetime | None:
    """When a letter was let out; no SQL query where its steps are loaded."""
    return next((step.at for step in reversed(row.steps.all()) if step.kind == "sent"), None)


def _told(rows: list[StateLetter], now: datetime) -> list[LetterTold]:
    numbers = [copy.pk for row in rows for copy in row.copies.all()]
    messages: dict[int, list[MessageTold]] = {}
    answers: dict[int, list[AnswerTold]] = {}
    if numbers:
        for line in messages_about(kind=ABOUT, numbers=numbers, now=now):
            if line.about and line.about.number is not None:
                told = MessageTold(
                    number=line.number,
                    recipient=line.recipient,
                    state=line.state,
                    came_back=line.came_back,
                    is_replaced=line.is_replaced,
                )
                messages.setdefault(line.about.number, []).append(told)
        for reply in replies_about(kind=ABOUT, numbers=numbers):
            if reply.about:
                answer = AnswerTold(
                    on=reply.received_at.date(), channel="e-mail", says=reply.text[:200], message=reply.number
                )
                answers.setdefault(reply.about.number, []).append(answer)
    return [_letter(row, messages, answers) for row in rows]


def _letter(
    row: StateLetter, messages: dict[int, list[MessageTold]], answers: dict[int, list[AnswerTold]]
) -> LetterTold:
    copies = [_copy(copy, messages.get(copy.pk, ()), answers.get(copy.pk, ())) for copy in row.copies.all()]
    return LetterTold(
        number=row.pk,
        reference=reference_of(row),
        terms=terms_of(row),
        revision=row.revision,
        state=standing_of(row, posted=any(copy.postings for copy in copies)),
        steps=tuple(
            LetterStepTold(
                kind=cast("LetterStepKind", step.kind), at=step.at, by=step.by.get_full_name(), note=step.note
            )
            for step in row.steps.all()
        ),
        copies=tuple(copies),
    )


def terms_of(row: StateLetter) -> LetterTerms:
    """What is settled about a letter."""
    return LetterTerms(
        convention=row.convention,
        title=row.title,
        dated=row.dated,
        wordings=wordings_from(row.wordings),
        signatory=row.signatory,
        office=row.office,
        answer_due_on=row.answer_due_on,
        by_email=row.by_email,
        on_paper=row.on_paper,
        audience=row.audience_id,
    )


def _copy(copy: LetterCopy, messages: Iterable[MessageTold], by_email: Iterable[AnswerTold]) -> CopyTold:
    recorded = [
        AnswerTold(
            on=answer.received_on, channel=answer.channel, says=answer.says, recorded=answer.pk, file=answer.file_id
        )
        for answer in copy.answers.all()
        if answer.struck_at is None
    ]
    return CopyTold(
        number=copy.pk,
        iso3=copy.iso3,
        language=copy.language,
        concern=Concern.from_json(copy.concern),
        left_out=copy.left_out,
        words=words_from(copy.words) if copy.words else None,
        addresses=tuple(copy.addresses),
        docx=copy.docx_id,
        pdf=copy.pdf_id,
        messages=tuple(messages),
        answers=tuple(sorted([*recorded, *by_email], key=lambda one: one.on)),
        all_postings=tuple(map(_posting, copy.postings.all())),
    )


def _posting(row: LetterPosting) -> PostingTold:
    return PostingTold(
        number=row.pk,
        posting=Posting(on=row.posted_on, way=cast("PostingWay", row.way), remark=row.remark),
        at=row.at,
        by=row.by.get_full_name(),
        struck_at=row.struck_at,
        struck_by=row.struck_by.get_full_name() if row.struck_by else "",
        struck_why=row.struck_why,
    )
