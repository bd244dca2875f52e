"""Objecting in a silence procedure, and taking an objection back, before the deadline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from corcom.consultation.actions.found import locked, must_be_open, must_be_under, party_row
from corcom.consultation.actions.sealed import seal_all, sealed_until
from corcom.consultation.domain.envelope import Envelope, under_code, with_objection, without
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.envelopes import envelopes


def object_to(*, number: int, party: str, text: str, at: datetime, said_by: str = "") -> str:
    """Object; gives the code of the receipt, which nobody is shown again and without which nobody finds the objection.

    Errors: `NoSuchConsultation`, `NotConsulted`, `OtherProcedure`, `ConsultationClosed`, `ObjectionRefused`,
    `SealKeyRefused`, `SealRefused`.
    """
    kept = _change(number, party, at, lambda there: with_objection(there, text=text, said_by=said_by, at=at))
    return kept[-1].code(party)


def withdraw_objection(*, number: int, party: str, code: str, at: datetime) -> None:
    """Take back the objection whose receipt has this code; once more changes nothing. Errors: as `object_to`."""
    _change(number, party, at, lambda there: without(there, under_code(there, party=party, code=code), at=at))


@transaction.atomic
def _change(number: int, party: str, at: datetime, change: Callable[[Envelope], Envelope]) -> Envelope:
    """Change one envelope and seal all of them anew; gives the one."""
    found = locked(number)
    must_be_under(found, "silence")
    wanted = party_row(number, party)
    must_be_open(found, at)
    rows = list(ConsultedParty.objects.filter(consultation=number))
    contents = envelopes(rows)
    place = next(place for place, row in enumerate(rows) if row.pk == wanted.pk)
    contents[place] = change(contents[place])
    seal_all(rows, contents, until=sealed_until(found, rows))
    return contents[place]
