"""What a State answers: saved part by part by several hands, and handed in as a version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from corcom.access.actions import use_link
from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.questionnaires.actions.asking import locked_asked
from corcom.questionnaires.actions.errors import AnswerRefused, NoSuchQuestionPart, NotNow, PartChanged
from corcom.questionnaires.domain.answers_given import is_empty
from corcom.questionnaires.domain.quoting import QUOTINGS
from corcom.questionnaires.models import AnsweredPart, AskedState, HandedInAnswer
from corcom.questionnaires.queries.reading import form_of, state_of
from corcom.reporting.domain.answers import PartAnswer, answers_from, answers_json

CHANNELS = ("web", "e-mail", "letter")
"""How an answer came: written here, by e-mail, on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingIn:
    """Who answers for the State, in which office, how the answer may be quoted, and how it came.

    `received_on` and `file` are for what came otherwise than by the link.
    """

    hand: str
    office: str
    quoting: str
    channel: str = "web"
    received_on: date | None = None
    file: StoredFile | None = None


@transaction.atomic
def save_answer(
    *,
    number: int,
    iso3: str,
    part: str,
    answer: PartAnswer,
    revision: int,
    at: datetime,
    by: str,
    for_state: bool = False,
) -> int:
    """Keep what is written to a part; gives its new revision. 0 is that of a part never saved.

    `for_state`: the secretariat writes for the State, which it may until it closed the questionnaire. Errors:
    `NoSuchQuestionnaire`, `NotAsked`, `NotNow`, `NoSuchQuestionPart`, `PartChanged`.
    """
    row = _answering(number, iso3, at=at, for_state=for_state)
    if form_of(row.questionnaire).part(part) is None:
        raise NoSuchQuestionPart(part)
    there = AnsweredPart.objects.select_for_update().filter(asked=row, part=part).first()
    if (there.revision if there else 0) != revision:
        raise PartChanged(there.revision if there else 0, there.changed_by if there else "")
    kept = answers_json({part: answer})[part]
    if there is None:
        AnsweredPart.objects.create(asked=row, part=part, answer=kept, changed_at=at, changed_by=by[:200])
        return 1
    if there.answer != kept:
        there.answer, there.revision, there.changed_at, there.changed_by = kept, revision + 1, at, by[:200]
        there.save()
    return there.revision


@transaction.atomic
def hand_in_answer(*, number: int, iso3: str, said: HandingIn, day: date, at: datetime, by: User | None = None) -> int:
    """Hand in what is written, as the next version; gives its number. What was handed in before stays readable.

    `by` is None where the State does it by its link. Errors: `NoSuchQuestionnaire`, `NotAsked`, `NotNow`, `AnswerRefused`.
    """
    row = _answering(number, iso3, at=at, for_state=by is not None)
    received_on = said.received_on or day
    _check(said, received_on, day)
    answers = answers_from({part.part: part.answer for part in row.parts.all()})
    if said.file is None and is_empty(form_of(row.questionnaire), answers):
        raise AnswerRefused("nothing")
    made = HandedInAnswer.objects.create(
        asked=row,
        number=row.versions.count() + 1,
        answers=answers_json(answers),
        quoting=said.quoting,
        hand=said.hand.strip()[:200],
        office=said.office.strip()[:200],
        channel=said.channel,
        received_on=received_on,
        file=said.file,
        at=at,
        by=by,
    )
    if by is None:
        use_link(number=row.link_id, at=at)
    return made.number


def _answering(number: int, iso3: str, *, at: datetime, for_state: bool) -> AskedState:
    """A State that may answer now, locked; by the secretariat also after the last moment, until the questionnaire was closed."""
    row = locked_asked(number, iso3)
    whole = row.questionnaire
    if (state := state_of(whole, at)) == "open" or (for_state and state == "closed" and whole.ended_at is None):
        return row
    raise NotNow(state, whole.ended_at or whole.closes_at)


def _check(said: HandingIn, received_on: date, day: date) -> None:
    if not said.hand.strip():
        raise AnswerRefused("hand")
    if not said.office.strip():
        raise AnswerRefused("office")
    if said.quoting not in QUOTINGS:
        raise AnswerRefused("quoting")
    if said.channel not in CHANNELS:
        raise AnswerRefused("channel")
    if received_on > day:
        raise AnswerRefused("received_on")
