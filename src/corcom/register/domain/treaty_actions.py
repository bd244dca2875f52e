"""What a State did under a convention: signatures, deposits, declarations, withdrawals. Facts, added and never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.calendar import latest
from corcom.kernel.source import Certainty

Kind = Literal[
    "signature",
    "definitive_signature",
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "provisional_application",
    "declaration",
    "reservation",
    "objection",
    "withdrawal",
    "armed_conflict",
    "end_of_conflict",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
CONFLICTS: frozenset[Kind] = frozenset(("armed_conflict", "end_of_conflict"))
"""No acts, but recorded like them: from when until when the State is engaged in an armed conflict, which keeps a withdrawal from
having effect (CCM and APMBC, Article 20(3))."""
CONSENTS: frozenset[Kind] = frozenset(
    ("definitive_signature", "ratification", "acceptance", "approval", "accession", "succession")
)
"""The actions by which a State consents to be bound."""
OF_SIGNATORIES: frozenset[Kind] = frozenset(("ratification", "acceptance", "approval"))
"""The consents that only a State gives that signed."""
SIGNATURES: frozenset[Kind] = frozenset(("signature", "definitive_signature"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatyAction:
    """One act of one State under one convention.

    `on` is the day of the act in ISO 8601, or a month or a year where no finer date is known. `effective_on` is the day
    from which it has effect where the depositary or the instrument names one (a succession, a withdrawal); None where the
    rules of the convention say it. `number` is its row in the store, 0 for one that is in no store.
    """

    convention: str
    iso3: str
    kind: Kind
    on: str
    effective_on: date | None = None
    source: str
    certainty: Certainty
    note: str = ""
    number: int = 0

    @property
    def day(self) -> date:
        """The day from which it counts: the last one that `on` can mean, so that nothing is counted too early."""
        return latest(self.on)

    @property
    def is_dated(self) -> bool:
        """Whether the day itself is known."""
        return len(self.on) == len("2016-04-28")
