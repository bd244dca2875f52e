"""Editing the next draft, and circulating it as another round."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions.circulating import circulate
from corcom.consultation.actions.errors import NoSuchParagraph, NotTreated, ParagraphChanged, ParagraphsCollide
from corcom.consultation.actions.found import locked, must_be_over
from corcom.consultation.domain.circulated import LONGEST_PARAGRAPH, CirculationRefused, Procedure
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.next_draft import numbered
from corcom.consultation.models import Consultation as ConsultationRow
from corcom.consultation.models import DraftedParagraph
from corcom.consultation.queries.comments import comments_on
from corcom.consultation.queries.consultations import Consultation, consultation
from corcom.consultation.queries.drafts import DraftLine, draft_after


@transaction.atomic
def draft_paragraph(*, number: int, place: Place, text: str, version: int, by: User, at: datetime) -> None:
    """Edit a paragraph of the next draft as somebody read it at `version` (0: as it was computed); empty, it goes.

    Errors: `NoSuchConsultation`, `ConsultationOpen`, `AlreadyFollowed`, `NoSuchParagraph`, `CirculationRefused` (too long);
    `ParagraphChanged` where it is not at that version any more.
    """
    must_be_over(locked(number), at)
    line = next((each for each in draft_after(number) if each.place == place), None)
    if line is None:
        raise NoSuchParagraph(place)
    words = text.replace("\r\n", "\n").strip()
    if len(words) > LONGEST_PARAGRAPH:
        raise CirculationRefused("paragraph", "long", place.paragraph)
    if line.version != version:
        raise ParagraphChanged(version=line.version, by=line.edited_by, text=line.drafted.text)
    if line.drafted.text == words and not line.drafted.collide and not line.stale:
        return
    DraftedParagraph.objects.create(
        consultation_id=number,
        place=place.kind,
        paragraph=place.paragraph,
        version=version + 1,
        text=words,
        base=line.computed,
        at=at,
        by=by,
    )


@transaction.atomic
def circulate_again(
    *,
    number: int,
    closes_at: datetime,
    procedure: Procedure,
    by: User,
    at: datetime,
    parties: Sequence[str] = (),
    note: str = "",
) -> Consultation:
    """Circulate the next draft as the round after; without `parties` to the same delegations.

    Errors: `NoSuchConsultation`, `ConsultationOpen`, `AlreadyFollowed`, `NotTreated` (comments wait), `ParagraphsCollide`,
    `CirculationRefused`.
    """
    found = locked(number)
    must_be_over(found, at)
    lines = draft_after(number)
    _check(number, lines)
    made = circulate(
        title=found.title,
        about=found.about,
        paragraphs=numbered([line.drafted for line in lines]),
        parties=parties or found.parties,
        closes_at=closes_at,
        procedure=procedure,
        circle=found.circle,
        by=by,
        at=at,
        language=found.language,
        convention=found.convention,
        note=note,
    )
    ConsultationRow.objects.filter(pk=made.number).update(follows=number, round=found.round + 1)
    return consultation(made.number)


def _check(number: int, lines: Sequence[DraftLine]) -> None:
    waiting = [each for each in comments_on(number) if each.treatment is None and each.place.kind != "none"]
    if waiting:
        raise NotTreated(len(waiting))
    if collide := tuple(line.place for line in lines if line.drafted.collide):
        raise ParagraphsCollide(collide)
