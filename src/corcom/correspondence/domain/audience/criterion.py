"""A criterion: one part of a question, which holds of a State on a day or does not, and says why."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from corcom.correspondence.domain.addressee import Concern
from corcom.kernel.marked import Filled, gettext_noop

if TYPE_CHECKING:
    from typing import Self

    from corcom.correspondence.domain.audience.facts import DayFacts
    from corcom.correspondence.domain.audience.values import CriterionValues


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionAnswer:
    """Whether a criterion lets a State in, in which words, and the concern that it finds; None where it finds none."""

    holds: bool
    said: Filled
    concern: Concern | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(ABC):
    """One criterion; `turned` round, it holds of exactly those States of which it else does not."""

    kind: ClassVar[str]

    turned: bool = False

    @classmethod
    @abstractmethod
    def read(cls, values: CriterionValues) -> Self:
        """The criterion of these values. Errors: `QuestionRefused`."""

    @abstractmethod
    def clause(self) -> Filled:
        """What it says of States, as part of a sentence: "that are States Parties"."""

    @abstractmethod
    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """The answer for a State, as if it were not turned round."""

    def not_clause(self) -> Filled:
        """The same turned round."""
        return Filled(gettext_noop("that are not among those %(clause)s"), clause=self.clause())

    def cautions(self, on: DayFacts) -> Iterator[Filled]:  # noqa: ARG002  most have none, on whatever day
        """What makes its answer worth less than it seems, such as votes of which nothing is recorded."""
        return iter(())

    def written(self) -> dict[str, Any]:
        """Its values as JSON."""
        return {}

    def words(self) -> Filled:
        """What it says, turned round or not."""
        return self.not_clause() if self.turned else self.clause()

    def answer(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """The answer for a State. One that is turned round finds no concern."""
        found = self.judged(iso3, on)
        return CriterionAnswer(holds=not found.holds, said=found.said) if self.turned else found


def listed(parts: Iterable[object], last: str = gettext_noop("%(first)s or %(last)s")) -> object:
    """Several things in a sentence: "A, B or C"; one alone as it is."""
    every = list(parts)
    if len(every) < 2:
        return every[0] if every else ""
    first = every[0]
    for one in every[1:-1]:
        first = Filled(gettext_noop("%(first)s, %(last)s"), first=first, last=one)
    return Filled(last, first=first, last=every[-1])


def joined(clauses: Sequence[Filled]) -> Filled:
    """Clauses one after the other: "that are signatories and that voted yes"."""
    found = clauses[0]
    for one in clauses[1:]:
        found = Filled(gettext_noop("%(first)s, and %(last)s"), first=found, last=one)
    return found
