"""Circulating a text: for comments, or under the silence procedure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from corcom.access.actions import give_link
from corcom.access.models import User
from corcom.consultation.actions.sealed import seal_empty
from corcom.consultation.domain.circulated import Paragraph, Procedure, check_deadline, check_how, check_text
from corcom.consultation.models import CirculatedParagraph, ConsultationDeadline, ConsultedParty
from corcom.consultation.models import Consultation as ConsultationRow
from corcom.consultation.queries.consultations import Consultation, consultation
from corcom.documents.domain.circles import Circle

PURPOSE = "comments"
"""Of the signed links."""
READABLE_FOR = timedelta(days=90)
"""After the deadline a link still shows a delegation what it said, and the outcome."""


@transaction.atomic
def circulate(  # noqa: PLR0913  one keyword for each thing that is said of it
    *,
    title: str,
    about: str,
    paragraphs: Sequence[Paragraph],
    parties: Sequence[str],
    closes_at: datetime,
    procedure: Procedure,
    circle: Circle,
    by: User,
    at: datetime,
    language: str = "en",
    convention: str = "",
    note: str = "",
) -> Consultation:
    """Circulate a text and give each delegation a signed link; nothing is sent (see `prepare_letters`).

    `about` is what it is, as a kind and a key ("minutes:7", "agenda:3", "document:12"). `parties` are codes of States
    (ISO 3166-1 alpha-3) and organisations. `closes_at` is a moment with a zone; where that is a `ZoneInfo`, the deadline
    is shown in it. Under "silence" it is approved unless somebody objects, and objections are sealed until then.
    `circle` is who may read it and what is said of it. `note` is a word to the delegations.

    Errors: `CirculationRefused`; under "silence" also `SealKeyRefused`.
    """
    check_text(title=title, about=about, language=language, paragraphs=paragraphs)
    check_how(parties=parties, procedure=procedure, circle=circle)
    check_deadline(closes_at, at=at)
    row = ConsultationRow.objects.create(
        title=" ".join(title.split()),
        about=about,
        convention=convention,
        language=language,
        procedure=procedure,
        circle=circle,
        note=note.strip(),
        circulated_at=at,
        circulated_by=by,
    )
    _write(row, paragraphs, parties, closes_at, by=by, at=at)
    return consultation(row.pk)


def _write(
    row: ConsultationRow,
    paragraphs: Sequence[Paragraph],
    parties: Sequence[str],
    closes_at: datetime,
    *,
    by: User,
    at: datetime,
) -> None:
    CirculatedParagraph.objects.bulk_create(
        CirculatedParagraph(
            consultation=row,
            position=position,
            number=each.number.strip(),
            text=each.text.replace("\r\n", "\n").strip(),
        )
        for position, each in enumerate(paragraphs, start=1)
    )
    zone = check_deadline(closes_at, at=at)
    ConsultationDeadline.objects.create(consultation=row, closes_at=closes_at, zone=zone, set_at=at, set_by=by)
    rows = [ConsultedParty(consultation=row, code=code) for code in parties]
    if row.procedure == "silence":
        seal_empty(rows, until=closes_at)
    ConsultedParty.objects.bulk_create(rows)
    give_links(row.pk, parties, closes_at, by=by, at=at)


def give_links(number: int, parties: Sequence[str], closes_at: datetime, *, by: User, at: datetime) -> None:
    """Give each delegation a link of its own, which also shows what came of it for a while."""
    for code in parties:
        give_link(
            purpose=PURPOSE, subject=subject_of(number), party=code, ends_at=closes_at + READABLE_FOR, by=by, at=at
        )


def subject_of(number: int) -> str:
    """What the signed links of a consultation are for."""
    return f"consultation:{number}"
