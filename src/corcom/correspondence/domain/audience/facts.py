"""What the criteria of an audience look at: the facts under one convention, and what follows from them on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from corcom.correspondence.domain.audience.letters_sent import NO_LETTERS, LettersSent
from corcom.mandates.domain.seats import Seat, seats_of
from corcom.mandates.domain.terms import Term
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.judging import owed_on
from corcom.obligations.domain.owed import Owed
from corcom.register.domain.convention_meetings import first_days
from corcom.register.domain.registered import Register
from corcom.register.domain.votes import Side, Vote
from corcom.reporting.domain.owed_reports import owed_reports
from corcom.reporting.domain.report_values import OwedReport


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingTold:
    """A meeting by what it is called, with the States that were present and those that were invited, by ISO3."""

    name: str
    starts_on: date
    attended: frozenset[str] = frozenset()
    invited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceFacts:
    """All that is recorded under one convention and that a criterion may ask about; meetings and letters by number."""

    register: Register
    facts: Sequence[Fact] = ()
    votes: Sequence[Vote] = ()
    terms: Sequence[Term] = ()
    meetings: Mapping[int, MeetingTold] = field(default_factory=dict)
    letters: LettersSent = field(default_factory=lambda: NO_LETTERS)

    def on(self, day: date, *, audience: int | None = None) -> DayFacts:
        """What follows from them on a day; `audience` is the number of the saved audience that asks, if one does."""
        return DayFacts(_Worked(self, day), audience)


@dataclass(frozen=True)
class _Worked:
    """What follows on a day. Each part is worked out when somebody asks for it, and once."""

    facts: AudienceFacts
    day: date

    @cached_property
    def reports(self) -> Mapping[str, Sequence[OwedReport]]:
        found: dict[str, list[OwedReport]] = {}
        for one in owed_reports(self.facts.register, self.facts.facts, meetings=self._meetings, day=self.day):
            found.setdefault(one.iso3, []).append(one)
        return found

    @cached_property
    def owed(self) -> Mapping[tuple[str, str], Owed]:
        own = owed_on(self.facts.register, self.facts.facts, meetings=self._meetings, day=self.day)
        return {(one.iso3, one.obligation.code): one for one in own}

    @cached_property
    def seats(self) -> Sequence[Seat]:
        return [seat for seat in seats_of(self.facts.terms) if seat.covers(self.day)]

    @cached_property
    def votes(self) -> Mapping[str, Mapping[str, Side]]:
        found: dict[str, dict[str, Side]] = {}
        for vote in self.facts.votes:
            if vote.year < self.day.year:
                found.setdefault(vote.resolution, {})[vote.iso3] = vote.vote
        return found

    @cached_property
    def vote_days(self) -> Mapping[str, date]:
        return {vote.resolution: date(vote.year, 12, 31) for vote in self.facts.votes}

    @property
    def _meetings(self) -> dict[str, date]:
        return first_days(self.facts.register.book.convention)


@dataclass(frozen=True, slots=True)
class DayFacts:
    """The facts under one convention on a day, as an audience asks them (None: a question that is not saved)."""

    worked: _Worked
    audience: int | None = None

    def asked_by(self, audience: int) -> DayFacts:
        """The same, asked by a saved audience; what is worked out once serves both."""
        return DayFacts(self.worked, audience)

    @property
    def facts(self) -> AudienceFacts:
        """What is recorded."""
        return self.worked.facts

    @property
    def day(self) -> date:
        """The day."""
        return self.worked.day

    @property
    def convention(self) -> str:
        """The code of the convention."""
        return self.facts.register.book.convention

    @property
    def reports(self) -> Mapping[str, Sequence[OwedReport]]:
        """The reports that each bound State owes or owed, by ISO3."""
        return self.worked.reports

    @property
    def owed(self) -> Mapping[tuple[str, str], Owed]:
        """What each bound State owes, by ISO3 and code of the obligation."""
        return self.worked.owed

    @property
    def seats(self) -> Sequence[Seat]:
        """Who holds which office on the day."""
        return self.worked.seats

    @property
    def votes(self) -> Mapping[str, Mapping[str, Side]]:
        """The votes of each resolution, by its symbol and then by ISO3; of a year that is over by the day."""
        return self.worked.votes

    @property
    def vote_days(self) -> Mapping[str, date]:
        """The last day on which each of these votes can have been cast: of a vote only the year is known."""
        return self.worked.vote_days
