"""The criterion of a deadline of an obligation that is met once, such as the destruction of stockpiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.addressee import Concern
from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.distance import Distance, fits, read_distance, with_distance
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.owed import STATUSES, Owed, OwedStatus
from corcom.rulebooks.reading import Rulebook
from corcom.rulebooks.rules import Obligation

STATUS_WORDS: Mapping[OwedStatus, str] = {
    "due": gettext_noop("ahead"),
    "extended": gettext_noop("extended"),
    "met": gettext_noop("met in time"),
    "late": gettext_noop("met late"),
    "fulfilled": gettext_noop("met, in time or not"),
    "completed": gettext_noop("declared complete"),
    "overdue": gettext_noop("overdue"),
    "unknown": gettext_noop("unknown"),
    "not_applicable": gettext_noop("not applicable"),
    "lasting": gettext_noop("without a day"),
}
DEADLINE_STATUSES: tuple[OwedStatus, ...] = tuple(one for one in STATUSES if one != "lasting")


def deadlines_of(book: Rulebook) -> tuple[Obligation, ...]:
    """The obligations of a rulebook that have a deadline, once, and are met by no report."""
    return tuple(one for one in book.obligations if one.versions and not one.recurs and not one.form)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineCriterion(Criterion):
    """States whose deadline, with what was granted, stands so and is so far. The concern is that obligation."""

    kind: ClassVar[str] = "deadline"

    obligation: str
    name: str
    statuses: tuple[OwedStatus, ...]
    distance: Distance | None = None

    @classmethod
    def read(cls, values: CriterionValues) -> DeadlineCriterion:
        """As `Criterion.read`; the obligation is one of the rulebook's that has a deadline."""
        names = {one.code: one.name for one in deadlines_of(values.book)}
        code = values.choice("obligation", names)
        statuses = values.choices("statuses", DEADLINE_STATUSES)
        return cls(obligation=code, name=names[code], statuses=statuses, distance=read_distance(values))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        distance = self.distance.written() if self.distance else None
        return {"obligation": self.obligation, "statuses": list(self.statuses), "distance": distance}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        status = listed(STATUS_WORDS[one] for one in self.statuses)
        words = gettext_noop("whose deadline for “%(obligation)s” is %(status)s")
        return with_distance(Filled(words, obligation=self.name, status=status), self.distance)

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        one = on.owed.get((iso3, self.obligation))
        if one is None:
            words = gettext_noop("The convention does not bind it on this day.")
            return CriterionAnswer(holds=False, said=Filled(words))
        holds = one.status in self.statuses and fits(self.distance, one.due_on, on.day)
        return CriterionAnswer(holds=holds, said=_said(one, self.name), concern=_concern(one) if holds else None)


def _concern(one: Owed) -> Concern:
    return Concern(obligation=one.obligation.code, due_on=one.due_on, received_on=one.met.on if one.met else "")


def _said(one: Owed, name: str) -> Filled:
    status: object = STATUS_WORDS[one.status]
    if one.missing == "whether_it_applies":
        status = Filled(gettext_noop("nothing is recorded of whether it has this obligation"))
    if one.due_on is None:
        return Filled(gettext_noop("%(obligation)s: %(status)s."), obligation=name, status=status)
    words = gettext_noop("%(obligation)s, by %(day)s: %(status)s.")
    return Filled(words, obligation=name, day=one.due_on, status=status)
