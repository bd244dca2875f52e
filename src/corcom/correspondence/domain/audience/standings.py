"""Criteria of who a State is: how it stands to the convention, and in which groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.named_groups import members_on, named_groups
from corcom.register.domain.participation import STATUSES, Status
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_group_on
from corcom.register.domain.states import state_codes

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
GROUP_WORDS: Mapping[str, str] = {
    "African": gettext_noop("African"),
    "Asia-Pacific": gettext_noop("Asia-Pacific"),
    "Eastern European": gettext_noop("Eastern European"),
    "GRULAC": gettext_noop("Latin American and Caribbean"),
    "WEOG": gettext_noop("Western European and other"),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalGroupCriterion(Criterion):
    """States that stand for election in one of these regional groups on the day."""

    kind: ClassVar[str] = "regional_group"

    groups: tuple[str, ...]

    @classmethod
    def read(cls, values: CriterionValues) -> RegionalGroupCriterion:
        """As `Criterion.read`."""
        return cls(groups=values.choices("groups", REGIONAL_GROUPS))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"groups": list(self.groups)}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        words = gettext_noop("of the regional group %(group)s")
        return Filled(words, group=listed(GROUP_WORDS[one] for one in self.groups))

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        words = gettext_noop("outside the regional group %(group)s")
        return Filled(words, group=listed(GROUP_WORDS[one] for one in self.groups))

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        found = regional_group_on(iso3, on.day)
        if found is None:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("It is in no regional group on this day.")))
        words = gettext_noop("Its regional group is %(group)s.")
        return CriterionAnswer(holds=found.group in self.groups, said=Filled(words, group=GROUP_WORDS[found.group]))


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedGroupCriterion(Criterion):
    """States that belong to one of these named groups on the day."""

    kind: ClassVar[str] = "named_group"

    groups: tuple[str, ...]

    @classmethod
    def read(cls, values: CriterionValues) -> NamedGroupCriterion:
        """As `Criterion.read`."""
        return cls(groups=values.choices("groups", tuple(named_groups())))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"groups": list(self.groups)}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        return Filled(gettext_noop("that belong to %(group)s"), group=self._names())

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        return Filled(gettext_noop("that do not belong to %(group)s"), group=self._names())

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        own = [code for code in self.groups if iso3 in members_on(code, on.day)]
        if not own:
            words = gettext_noop("It does not belong to %(group)s on this day.")
            return CriterionAnswer(holds=False, said=Filled(words, group=self._names()))
        names = listed((named_groups()[code].name for code in own), gettext_noop("%(first)s and %(last)s"))
        return CriterionAnswer(holds=True, said=Filled(gettext_noop("It belongs to %(group)s."), group=names))

    def _names(self) -> object:
        return listed(named_groups()[code].name for code in self.groups)


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
