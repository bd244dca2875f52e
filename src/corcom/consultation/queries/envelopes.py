"""Opening envelopes. What lies in them goes to nobody before the deadline but to its author, who has the receipt."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.consultation.domain.envelope import Envelope, read
from corcom.consultation.domain.sealing import EnvelopeOwner
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.seal_key import site_seal


def envelopes(rows: Sequence[ConsultedParty]) -> list[Envelope]:
    """What lies in the envelopes, whatever the moment: the caller asks that first.

    Errors: `SealKeyRefused`, `SealRefused`.
    """
    seal = site_seal()
    return [read(seal.open(bytes(row.sealed or b""), owner_of(row))) for row in rows]


def owner_of(row: ConsultedParty) -> EnvelopeOwner:
    """Whose an envelope is, and until when it is sealed."""
    assert row.sealed_until is not None, "an envelope is sealed until a moment"  # noqa: S101  a constraint of the table
    return EnvelopeOwner(consultation=row.consultation_id, party=row.code, until=row.sealed_until)
