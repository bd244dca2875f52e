"""Criteria of the groups in which a State is on the day: regional and named ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.named_groups import members_on, named_groups
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_group_on

GROUP_WORDS: Mapping[str, str] = {
    "African": gettext_noop("African"),
    "Asia-Pacific": gettext_noop("Asia-Pacific"),
    "Eastern European": gettext_noop("Eastern European"),
    "GRULAC": gettext_noop("Latin American and Caribbean"),
    "WEOG": gettext_noop("Western European and other"),
}


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
