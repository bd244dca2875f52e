"""The criterion of a vote of the General Assembly: how a State voted on a resolution, or that it was absent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.resolutions import last_resolution
from corcom.register.domain.states import un_members_on

LAST = "last"
AskedSide = Literal["yes", "no", "abstain", "absent"]
ASKED_SIDES: tuple[AskedSide, ...] = get_args(AskedSide)
SIDE_WORDS: Mapping[AskedSide, str] = {
    "yes": gettext_noop("voted yes"),
    "no": gettext_noop("voted no"),
    "abstain": gettext_noop("abstained"),
    "absent": gettext_noop("were absent"),
}
_SAID: Mapping[AskedSide, str] = {
    "yes": gettext_noop("On %(resolution)s it voted yes."),
    "no": gettext_noop("On %(resolution)s it voted no."),
    "abstain": gettext_noop("On %(resolution)s it abstained."),
    "absent": gettext_noop("On %(resolution)s no vote of it is recorded: it was absent."),
}
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCriterion(Criterion):
    """States that voted so on a resolution: by its symbol, or the last one on the convention whose votes are known.

    A member of the United Nations of whom no vote is recorded was absent. Who was no member then did none of it.
    """

    kind: ClassVar[str] = "vote"

    resolution: str
    sides: tuple[AskedSide, ...]

    @classmethod
    def read(cls, values: CriterionValues) -> VoteCriterion:
        """As `Criterion.read`; whether votes on the symbol are recorded is asked on the day (`cautions`)."""
        symbol = values.take("resolution")
        if not isinstance(symbol, str) or not symbol.strip() or len(symbol) > LONGEST:
            words = gettext_noop("“%(value)s” is no symbol of a resolution, such as A/RES/70/54.")
            raise values.refused("resolution", Filled(words, value=symbol))
        return cls(resolution=symbol.strip(), sides=values.choices("sides", ASKED_SIDES))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"resolution": self.resolution, "sides": list(self.sides)}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        sides = listed(SIDE_WORDS[one] for one in self.sides)
        if self.resolution == LAST:
            words = gettext_noop("that %(voted)s in the last vote of the General Assembly on the convention")
            return Filled(words, voted=sides)
        return Filled(
            gettext_noop("that %(voted)s in the vote on %(resolution)s"), voted=sides, resolution=self.resolution
        )

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        symbol = self._symbol(on)
        votes = on.votes.get(symbol, {})
        if not votes:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("No votes are recorded.")))
        if iso3 not in votes and iso3 not in un_members_on(on.vote_days[symbol]):
            words = gettext_noop("It was no member of the United Nations when %(resolution)s was voted on.")
            return CriterionAnswer(holds=False, said=Filled(words, resolution=symbol))
        side: AskedSide = votes.get(iso3, "absent")
        return CriterionAnswer(holds=side in self.sides, said=Filled(_SAID[side], resolution=symbol))

    def cautions(self, on: DayFacts) -> Iterator[Filled]:
        """As `Criterion.cautions`."""
        symbol = self._symbol(on)
        if not symbol:
            yield Filled(gettext_noop("No resolution on the convention is known whose votes were cast by this day."))
        elif symbol not in on.votes:
            words = gettext_noop("No votes on %(resolution)s are recorded that were cast by this day.")
            yield Filled(words, resolution=symbol)

    def _symbol(self, on: DayFacts) -> str:
        if self.resolution != LAST:
            return self.resolution
        found = last_resolution(on.convention, on.day)
        return found.symbol if found else ""
