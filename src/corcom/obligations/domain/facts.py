"""What is recorded of a State and an obligation: facts, each with its source, added and never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.calendar import earliest, latest
from corcom.kernel.source import Certainty

FactKind = Literal[
    "applies",
    "not_applicable",
    "outstanding",
    "fulfilled",
    "declared",
    "asked",
    "analysed",
    "granted",
    "refused",
    "published",
    "end_of_hostilities",
]
KINDS: tuple[FactKind, ...] = get_args(FactKind)
"""`applies`, `not_applicable`: whether the State has the obligation. `outstanding`: on that day it was not yet met.
`fulfilled`: a report was received, or a task finished. `declared`: a declaration of completion. `asked`, `analysed`,
`granted`, `refused`: the steps of an extension request. `published`: a deadline that a source prints.
`end_of_hostilities`: the event from which later contamination counts."""

MEETS: frozenset[FactKind] = frozenset(("fulfilled", "declared"))
WITH_UNTIL: frozenset[FactKind] = frozenset(("asked", "granted", "published"))
"""The kinds that name a deadline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One recorded fact.

    `on`: when it happened, in ISO 8601 (a day, a month, a year or a period); "" where no source says it. `period` is the
    calendar year that a recurring report covers. `until` is the deadline that was asked for, granted or printed. `meeting` is
    the code of the meeting that decided or is to decide. `number` is its row in the store, 0 for one in no store.
    """

    convention: str
    iso3: str
    obligation: str
    kind: FactKind
    on: str = ""
    period: int | None = None
    until: date | None = None
    meeting: str = ""
    source: str
    certainty: Certainty
    note: str = ""
    number: int = 0

    @property
    def first_day(self) -> date | None:
        """The first day that `on` can mean."""
        return earliest(self.on) if self.on else None

    @property
    def last_day(self) -> date | None:
        """The last day that `on` can mean."""
        return latest(self.on) if self.on else None

    def is_known_on(self, day: date, deadline: date | None) -> bool:
        """Whether it had happened by a day; what nobody dated counts from the deadline that it is about."""
        last = self.last_day or deadline
        return last is None or last <= day
