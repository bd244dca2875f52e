"""Whether a body may decide on matters of substance, as the convention's rulebook has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corcom.rulebooks.naming import body_named


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceOf:
    """What a rulebook says of a body. `unknown`: it says nothing; nothing is flagged then."""

    body: str
    competence: Literal["substance", "own_work", "unknown"]
    may_decide: tuple[str, ...] = ()
    source: str = ""

    @property
    def flagged(self) -> bool:
        """Whether a decision of this body is to be looked at: it discusses and prepares, and others decide."""
        return self.competence == "own_work"


def competence_of(convention: str, body: str) -> CompetenceOf:
    """What `body` may decide.

    >>> competence_of("CCM", "Coordination Committee").flagged, competence_of("CCM", "6MSP").flagged
    (True, False)
    """
    known = body_named(convention, body)
    if known is None:
        return CompetenceOf(body=body, competence="unknown")
    return CompetenceOf(body=known.name, competence=known.competence, may_decide=known.may_decide, source=known.source)
