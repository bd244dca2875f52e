"""Seats: all that the records say of one holder in one office, put together, and where they differ from each other.

Two records that give the same term are two sources of it. Two that give different ones are both kept: nobody decides
silently which of them is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corcom.mandates.domain.bounds import Reach
from corcom.mandates.domain.terms import Term, name_of


@dataclass(frozen=True, slots=True)
class TermVersion:
    """One reading of a term, and the terms as recorded that give it, the most telling first."""

    reach: Reach
    terms: tuple[Term, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it stands, each source once."""
        return tuple(dict.fromkeys(term.source for term in self.terms))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One holder in one office for one term; more than one version where records differ."""

    convention: str
    office: str
    body: str
    theme: str
    holder: str
    versions: tuple[TermVersion, ...]

    @property
    def holder_name(self) -> str:
        """The name of the holder in running text."""
        return name_of(self.holder)

    @property
    def place(self) -> tuple[str, str]:
        """What is held: office and theme."""
        return (self.office, self.theme)

    @property
    def is_disputed(self) -> bool:
        """Whether records give different terms."""
        return len(self.versions) > 1

    @property
    def since(self) -> date:
        """The first day that any record gives."""
        return min(each.reach.since or date.min for each in self.versions)

    @property
    def ends(self) -> frozenset[date | None]:
        """The days on which it ends, by one record or another."""
        return frozenset(each.reach.until for each in self.versions)

    @property
    def says_its_end(self) -> bool:
        """Whether any record says when it ends."""
        return any(each.reach.said_until for each in self.versions)

    def covers(self, day: date) -> bool:
        """Whether by any record the holder is in office on a day."""
        return any(each.reach.covers(day) for each in self.versions)


def seats_of(terms: Iterable[Term]) -> list[Seat]:
    """The seats that terms make, by office, theme and holder in the order of their days."""
    gathered: dict[tuple[str, ...], list[Term]] = {}
    for term in terms:
        gathered.setdefault((term.convention, *term.place, term.holder), []).append(term)
    found = [_seat(group) for every in gathered.values() for group in _one_term_each(every)]
    return sorted(found, key=lambda seat: (seat.office, seat.theme, seat.since, seat.holder))


def _one_term_each(terms: list[Term]) -> list[list[Term]]:
    """Terms of one holder in one office, those together that share a day: they speak of the same term."""
    groups: list[list[Term]] = []
    for term in sorted(terms, key=lambda each: (each.reach.since or date.min, each.number)):
        if groups and any(term.reach.overlaps(other.reach) for other in groups[-1]):
            groups[-1].append(term)
        else:
            groups.append([term])
    return groups


def _seat(terms: list[Term]) -> Seat:
    versions: list[list[Term]] = []
    for term in sorted(terms, key=_telling):
        agreeing = next((each for each in versions if term.reach.agrees_with(each[0].reach)), None)
        if agreeing is None:
            versions.append([term])
        else:
            agreeing.append(term)
    first = terms[0]
    return Seat(
        convention=first.convention,
        office=first.office,
        body=first.body,
        theme=first.theme,
        holder=first.holder,
        versions=tuple(TermVersion(each[0].reach, tuple(each)) for each in versions),
    )


def _telling(term: Term) -> tuple[int, date, int]:
    """What says both bounds before what says one, and what says one before what says none."""
    reach = term.reach
    return (2 - reach.said_since - (reach.said_until and bool(term.until)), reach.until or date.max, term.number)
