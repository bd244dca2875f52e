"""Extending the deadline of a consultation, before it passed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions.circulating import give_links
from corcom.consultation.actions.errors import DeadlineNotLater
from corcom.consultation.actions.found import locked, must_be_open
from corcom.consultation.actions.sealed import seal_all, sealed_until
from corcom.consultation.domain.circulated import check_deadline
from corcom.consultation.models import ConsultationDeadline, ConsultedParty
from corcom.consultation.queries.consultations import Consultation, consultation
from corcom.consultation.queries.envelopes import envelopes


@transaction.atomic
def extend_deadline(*, number: int, closes_at: datetime, reason: str, by: User, at: datetime) -> Consultation:
    """Set a later deadline. What was sealed stays so until then; each delegation is given a link that reaches further.

    Errors: `NoSuchConsultation`, `ConsultationClosed`, `DeadlineNotLater`, `CirculationRefused` (no zone).
    """
    found = locked(number)
    must_be_open(found, at)
    zone = check_deadline(closes_at, at=at)
    if closes_at <= found.closes_at:
        raise DeadlineNotLater(found.closes_at)
    ConsultationDeadline.objects.create(
        consultation_id=number, closes_at=closes_at, zone=zone, reason=reason.strip(), set_at=at, set_by=by
    )
    if found.procedure == "silence":
        rows = list(ConsultedParty.objects.filter(consultation=number))
        seal_all(rows, envelopes(rows), until=max(closes_at, sealed_until(found, rows)))
    give_links(number, found.parties, closes_at, by=by, at=at)
    return consultation(number)
