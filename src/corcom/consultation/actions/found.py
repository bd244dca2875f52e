"""The rows on which a step is taken, locked where two could take it at once."""

from __future__ import annotations

from datetime import datetime

from corcom.consultation.actions.errors import (
    AlreadyFollowed,
    ConsultationClosed,
    ConsultationOpen,
    NotConsulted,
    OtherProcedure,
)
from corcom.consultation.domain.circulated import Procedure
from corcom.consultation.models import Consultation as ConsultationRow
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.consultations import Consultation, NoSuchConsultation, consultation


def locked(number: int) -> Consultation:
    """The consultation; whoever else takes a step in it waits. Errors: `NoSuchConsultation`."""
    if ConsultationRow.objects.select_for_update().filter(pk=number).first() is None:
        raise NoSuchConsultation(number)
    return consultation(number)


def must_be_open(found: Consultation, at: datetime) -> None:
    """Errors: `ConsultationClosed`."""
    if not found.is_open(at):
        raise ConsultationClosed(found.closes_at)


def must_be_over(found: Consultation, at: datetime) -> None:
    """Errors: `ConsultationOpen`; `AlreadyFollowed`, once the next draft is circulated."""
    if found.is_open(at):
        raise ConsultationOpen(found.closes_at)
    if found.followed_by is not None:
        raise AlreadyFollowed(found.followed_by)


def must_be_under(found: Consultation, procedure: Procedure) -> None:
    """Errors: `OtherProcedure`."""
    if found.procedure != procedure:
        raise OtherProcedure(found.procedure)


def party_row(number: int, code: str) -> ConsultedParty:
    """A delegation to which a text was circulated. Errors: `NotConsulted`."""
    row = ConsultedParty.objects.filter(consultation=number, code=code).first()
    if row is None:
        raise NotConsulted(code)
    return row
