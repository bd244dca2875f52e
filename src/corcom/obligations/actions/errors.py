"""What recording facts refuses, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import date

from corcom.kernel.errors import CorcomError
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.misfits import Misfit


class NoSuchObligation(CorcomError):
    """The rulebook of the convention has no such obligation."""

    def __init__(self, convention: str, obligation: str) -> None:
        super().__init__(f"{convention}: {obligation}")
        self.convention = convention
        self.obligation = obligation


class RecordedAlready(CorcomError):
    """The same fact is recorded: `fact`."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(f"{fact.convention} {fact.iso3} {fact.obligation} {fact.kind} {fact.on}")
        self.fact = fact


class InTheFuture(CorcomError):
    """A fact is said to have happened after today."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.on)
        self.fact = fact


class WithoutUntil(CorcomError):
    """A request, a grant or a published deadline names no day."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.kind)
        self.fact = fact


class FactMisfit(CorcomError):
    """The obligation has no such thing: `misfit` says what it lacks."""

    def __init__(self, fact: Fact, misfit: Misfit) -> None:
        super().__init__(misfit)
        self.fact = fact
        self.misfit = misfit


class ReceivedAlready(CorcomError):
    """A receipt or a declaration of the same thing is recorded: `other`."""

    def __init__(self, fact: Fact, other: Fact) -> None:
        super().__init__(f"{fact.convention} {fact.iso3} {fact.obligation} {fact.kind} {other.on}")
        self.fact = fact
        self.other = other


class ReceivedTooEarly(CorcomError):
    """A report is said to have come in before the convention was in force for the State, which was on `since`."""

    def __init__(self, fact: Fact, since: date) -> None:
        super().__init__(f"{fact.convention} {fact.iso3} {fact.obligation} {fact.on}: in force from {since}")
        self.fact = fact
        self.since = since


class NoSuchFact(CorcomError):
    """There is no such fact, or it is not believed any more."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number
