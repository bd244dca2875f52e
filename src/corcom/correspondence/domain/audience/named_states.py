"""The criterion of a State by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.states import state_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class StatesCriterion(Criterion):
    """These States, by ISO3; turned round, all but these."""

    kind: ClassVar[str] = "states"

    states: tuple[str, ...]

    @classmethod
    def read(cls, values: CriterionValues) -> StatesCriterion:
        """As `Criterion.read`."""
        return cls(states=values.choices("states", sorted(state_codes())))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"states": list(self.states)}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        return Filled(gettext_noop("among %(states)s"), states=self._names())

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        return Filled(gettext_noop("except %(states)s"), states=self._names())

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:  # noqa: ARG002  a name holds on every day
        """As `Criterion.judged`."""
        if iso3 in self.states:
            return CriterionAnswer(holds=True, said=Filled(gettext_noop("It is named.")))
        return CriterionAnswer(holds=False, said=Filled(gettext_noop("It is not named.")))

    def _names(self) -> object:
        return listed(self.states, gettext_noop("%(first)s and %(last)s"))
