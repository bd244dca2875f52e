"""The sealed envelopes of a consultation. All are sealed anew whenever one changes, so that none stands out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from corcom.consultation.domain.envelope import Envelope, read, written
from corcom.consultation.domain.sealing import EnvelopeOwner, room_for
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.seal_key import site_seal


def seal_empty(rows: Sequence[ConsultedParty], *, until: datetime) -> None:
    """Give each delegation an empty envelope; the rows are not saved. Errors: `SealKeyRefused`."""
    _seal(rows, [() for _ in rows], until)


def envelopes(rows: Sequence[ConsultedParty]) -> list[Envelope]:
    """What lies in the envelopes, whatever the moment: nothing of it may leave before the deadline but to its author.

    Errors: `SealKeyRefused`, `SealRefused`.
    """
    seal = site_seal()
    return [read(seal.open(bytes(row.sealed or b""), _owner(row))) for row in rows]


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
        row.sealed = seal.close(content, _owner(row), size=size)


def _owner(row: ConsultedParty) -> EnvelopeOwner:
    assert row.sealed_until is not None, "an envelope is sealed until a moment"  # noqa: S101  a constraint of the table
    return EnvelopeOwner(consultation=row.consultation_id, party=row.code, until=row.sealed_until)
