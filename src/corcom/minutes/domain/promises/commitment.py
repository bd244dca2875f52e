"""A promise as found in a sentence, and the sentence in which it is looked for."""

from __future__ import annotations

from typing import NamedTuple

from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.promises.predicates import Trigger
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence


class Commitment(NamedTuple):
    """One promise: `start:end` its clause, `names` its owners, `base` its verb, `at` the index of its sentence."""

    start: int
    end: int
    at: int
    names: tuple[str, ...]
    base: str
    passive: bool = False
    tentative: bool = False
    weak: bool = False
    past: bool = False
    """Reported as promised before ("had undertaken to"): it counts where its day is still ahead."""


class Utterance(NamedTuple):
    """A sentence and who says it. `explicit`: the text marks it as agreed, or it stands in a list of actions."""

    minutes: MinutesText
    at: int
    sentence: Sentence
    voice: Voice
    explicit: bool = False

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    @property
    def low(self) -> str:
        """The whole text in lower case, by the offsets of the sentence."""
        return self.minutes.low

    def before(self, trigger: Trigger) -> str:
        """The words of the sentence before a trigger, in lower case."""
        return self.minutes.low[self.start : trigger.start]

    def promise(
        self,
        start: int,
        names: tuple[str, ...],
        base: str,
        *,
        passive: bool = False,
        tentative: bool = False,
        weak: bool = False,
    ) -> Commitment:
        """A promise that runs from `start` to the end of the sentence."""
        return Commitment(skipped(self.low, start), self.end, self.at, names, base, passive, tentative, weak)


def skipped(low: str, at: int) -> int:
    """The next place at or after `at` that is no separator."""
    while at < len(low) and low[at] in " ,;:-*(":
        at += 1
    return at
