"""Who answered and who has not yet. Of a silence procedure nothing is known of it before the deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.consultation.queries.comments import comments_on
from corcom.consultation.queries.consultations import consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAnswer:
    """What a delegation (`party`, a code) answered: how many comments, or that it has none; when it last wrote."""

    party: str
    comments: int
    no_comments: bool
    last_at: datetime | None

    @property
    def answered(self) -> bool:
        """Whether it answered at all."""
        return self.no_comments or self.comments > 0


def answers(number: int) -> list[PartyAnswer]:
    """What each delegation answered, in the order in which they were asked. Seven SQL queries.

    Errors: `NoSuchConsultation`.
    """
    found = consultation(number)
    made = comments_on(number)
    told = []
    for code in found.parties:
        theirs = [each for each in made if each.party == code]
        said = [each for each in theirs if each.place.kind != "none"]
        told.append(
            PartyAnswer(
                party=code,
                comments=len(said),
                no_comments=len(said) < len(theirs),
                last_at=max((each.at for each in theirs), default=None),
            )
        )
    return told
