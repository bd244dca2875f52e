"""Closing the envelopes of a consultation. All are sealed anew whenever one changes, so that none stands out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from corcom.consultation.domain.envelope import Envelope, written
from corcom.consultation.domain.sealing import room_for
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.consultations import Consultation
from corcom.consultation.queries.envelopes import owner_of
from corcom.consultation.queries.seal_key import site_seal


def seal_empty(rows: Sequence[ConsultedParty], *, until: datetime) -> None:
    """Give each delegation an empty envelope; the rows are not saved. Errors: `SealKeyRefused`."""
    _seal(rows, [() for _ in rows], until)


def seal_all(rows: Sequence[ConsultedParty], contents: Sequence[Envelope], *, until: datetime) -> None:
    """Seal the envelopes of a whole consultation anew, and save them. Errors: `SealKeyRefused`."""
    _seal(rows, contents, until)
    ConsultedParty.objects.bulk_update(rows, ["sealed", "sealed_until"])


def _seal(rows: Sequence[ConsultedParty], contents: Sequence[Envelope], until: datetime) -> None:
    seal = site_seal()
    packed = [written(each) for each in contents]
    size = max(map(room_for, packed), default=0)
    for row, content in zip(rows, packed, strict=True):
        row.sealed_until = until
        row.sealed = seal.close(content, owner_of(row), size=size)


def sealed_until(found: Consultation, rows: Sequence[ConsultedParty]) -> datetime:
    """The latest moment that was ever promised: a deadline that was set back in the database opens nothing earlier."""
    return max([found.closes_at, *(row.sealed_until for row in rows if row.sealed_until)])
