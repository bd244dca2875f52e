"""Objections, once the deadline passed; and the outcome of a silence procedure, which is computed and never stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.consultation.domain.envelope import Objection, under_code
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.consultations import consultation
from corcom.consultation.queries.envelopes import envelopes
from corcom.kernel.errors import CorcomError


class StillSealed(CorcomError):
    """Objections are sealed until `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"sealed until {until}")
        self.until = until


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionOpened:
    """An objection of a delegation (`party`, a code), with the code of its receipt as it follows from the words."""

    party: str
    objection: Objection
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceOutcome:
    """What came of a silence procedure: the objections that stand, and those that were taken back in time."""

    objections: tuple[ObjectionOpened, ...]
    withdrawn: tuple[ObjectionOpened, ...]

    @property
    def approved(self) -> bool:
        """Whether nobody objected."""
        return not self.objections

    @property
    def objecting(self) -> tuple[str, ...]:
        """The codes of the delegations that objected, each once."""
        return tuple(dict.fromkeys(each.party for each in self.objections))


def silence_outcome(number: int, *, at: datetime) -> SilenceOutcome | None:
    """What came of a silence procedure; None of one for comments. Five SQL queries.

    Errors: `NoSuchConsultation`, `StillSealed` before the deadline, `SealKeyRefused`, `SealRefused`.
    """
    found = consultation(number)
    if found.procedure != "silence":
        return None
    rows = list(ConsultedParty.objects.filter(consultation=number))
    until = max([found.closes_at, *(row.sealed_until for row in rows if row.sealed_until)])
    if at < until:
        raise StillSealed(until)
    opened = [
        ObjectionOpened(party=row.code, objection=each, code=each.code(row.code))
        for row, envelope in zip(rows, envelopes(rows), strict=True)
        for each in envelope
    ]
    return SilenceOutcome(
        objections=tuple(each for each in opened if each.objection.withdrawn_at is None),
        withdrawn=tuple(each for each in opened if each.objection.withdrawn_at is not None),
    )


def objection_kept(number: int, *, party: str, code: str) -> Objection:
    """The objection of a delegation whose receipt has this code: for its author, who alone has it. One SQL query.

    Errors: `ObjectionRefused`, `SealKeyRefused`, `SealRefused`.
    """
    rows = list(ConsultedParty.objects.filter(consultation=number, code=party, sealed__isnull=False))
    envelope = next(iter(envelopes(rows)), ())
    return under_code(envelope, party=party, code=code)
