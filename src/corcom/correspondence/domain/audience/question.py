"""A question about States: under one convention, with criteria that hold together; and its answers on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, joined
from corcom.correspondence.domain.audience.facts import AudienceFacts, DayFacts
from corcom.kernel.folding import folded
from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.state_names import name_on
from corcom.register.domain.states import state_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceQuestion:
    """What is asked: all criteria hold together. Without any it is every State."""

    convention: str
    criteria: tuple[Criterion, ...] = ()

    def sentence(self) -> Filled:
        """The question in one sentence."""
        if not self.criteria:
            return Filled(gettext_noop("All States."))
        return Filled(gettext_noop("States %(criteria)s."), criteria=joined([one.words() for one in self.criteria]))


@dataclass(frozen=True, slots=True, kw_only=True)
class StateAnswer:
    """Whether a State is in, by each criterion in their order, and the concern that brought it in."""

    iso3: str
    is_in: bool
    criteria: tuple[CriterionAnswer, ...]

    @property
    def concern(self) -> Concern | None:
        """The first that a criterion finds; None for a State that is not in, or where none finds one."""
        return next((one.concern for one in self.criteria if one.concern), None) if self.is_in else None

    @property
    def addressee(self) -> Addressee:
        """The State as one that gets a letter."""
        return Addressee(iso3=self.iso3, concern=self.concern)


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceChanges:
    """How two answers differ: who came in and who went out, by ISO3 in the order of the names."""

    came_in: tuple[str, ...]
    went_out: tuple[str, ...]


def state_answers(question: AudienceQuestion, on: DayFacts) -> tuple[StateAnswer, ...]:
    """The answer for every State of the register, by its name, then its code."""
    return tuple(state_answer(question, iso3, on) for iso3 in _by_name(state_codes(), on.day))


def state_answer(question: AudienceQuestion, iso3: str, on: DayFacts) -> StateAnswer:
    """The answer for one State."""
    found = tuple(one.answer(iso3, on) for one in question.criteria)
    return StateAnswer(iso3=iso3, is_in=all(one.holds for one in found), criteria=found)


def addressees(
    question: AudienceQuestion, facts: AudienceFacts, day: date, *, audience: int | None = None
) -> tuple[Addressee, ...]:
    """The States that are in on a day, by name, then code. `audience`: the number of the saved audience that asks."""
    return addressees_on(question, facts.on(day, audience=audience))


def addressees_on(question: AudienceQuestion, on: DayFacts) -> tuple[Addressee, ...]:
    """The same from facts of a day, which several questions can share."""
    return tuple(one.addressee for one in state_answers(question, on) if one.is_in)


def cautions(question: AudienceQuestion, on: DayFacts) -> Iterator[Filled]:
    """What makes the answer worth less than it seems, each once."""
    yield from dict.fromkeys(said for one in question.criteria for said in one.cautions(on))


def changes(before: Iterable[str], now: Iterable[str], day: date) -> AudienceChanges:
    """How an answer differs from an earlier one, each given as the codes of the States in it."""
    first, second = set(before), set(now)
    return AudienceChanges(came_in=tuple(_by_name(second - first, day)), went_out=tuple(_by_name(first - second, day)))


def _by_name(codes: Iterable[str], day: date) -> list[str]:
    names: Mapping[str, str] = {code: folded(name_on(code, "en", day)) for code in codes}
    return sorted(names, key=lambda code: (names[code], code))
