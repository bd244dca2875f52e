"""The criterion of how a State stands to the convention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.participation import STATUSES, Status

STANDING_WORDS: Mapping[Status, str] = {
    "party": gettext_noop("States Parties"),
    "contracting": gettext_noop("contracting States"),
    "signatory": gettext_noop("signatories not party"),
    "withdrawn": gettext_noop("States that withdrew"),
    "not_party": gettext_noop("States not party that never signed"),
}
_STANDS: Mapping[Status, str] = {
    "party": gettext_noop("It is bound since %(day)s."),
    "contracting": gettext_noop("Its consent was deposited on %(day)s; the convention does not bind it yet."),
    "signatory": gettext_noop("It signed on %(day)s and has not deposited its consent."),
    "withdrawn": gettext_noop("Its withdrawal had effect on %(day)s."),
    "not_party": gettext_noop("It never signed or joined."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingCriterion(Criterion):
    """States that stand so to the convention on the day."""

    kind: ClassVar[str] = "standing"

    standings: tuple[Status, ...]

    @classmethod
    def read(cls, values: CriterionValues) -> StandingCriterion:
        """As `Criterion.read`."""
        return cls(standings=values.choices("standings", STATUSES))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"standings": list(self.standings)}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        return Filled(gettext_noop("that are %(who)s"), who=listed(STANDING_WORDS[one] for one in self.standings))

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        return Filled(gettext_noop("that are not %(who)s"), who=listed(STANDING_WORDS[one] for one in self.standings))

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        state = on.facts.register.of(iso3)
        status, since = state.status_on(on.day), state.since_on(on.day)
        said = Filled(_STANDS[status], **({"day": since} if status != "not_party" else {}))
        return CriterionAnswer(holds=status in self.standings, said=said)
