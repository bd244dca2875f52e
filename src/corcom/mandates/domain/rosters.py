"""The roster of a convention on a day: who holds which office and theme, and by which source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corcom.mandates.domain.bounds import Reach
from corcom.mandates.domain.seats import Seat, TermVersion, seats_of
from corcom.mandates.domain.terms import Term, offices_of, themes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """Holders of one office, in one theme or none, whose terms run between the same days.

    `held` are their seats, each with the version of its term that this line shows. A holder on whose term records differ
    stands in one line for each version.
    """

    convention: str
    office: str
    theme: str
    body: str
    reach: Reach
    held: tuple[tuple[Seat, TermVersion], ...]

    @property
    def disputed(self) -> tuple[Seat, ...]:
        """The seats on whose terms records differ."""
        return tuple(seat for seat, _ in self.held if seat.is_disputed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who is in office on a day. `seats` holds each holder once, `lines` each version of a term."""

    convention: str
    day: date
    seats: tuple[Seat, ...]
    lines: tuple[RosterLine, ...]

    def holders_of(self, office: str, theme: str = "") -> list[Seat]:
        """The seats of one office in one theme."""
        return [seat for seat in self.seats if seat.place == (office, theme)]


def roster_on(convention: str, terms: Iterable[Term], *, day: date) -> Roster:
    """The roster of a day, in the order of the rulebook's offices and themes.

    A version of a disputed term is shown while any other version of it covers the day too.
    """
    seats = [seat for seat in seats_of(terms) if seat.convention == convention and seat.covers(day)]
    gathered: dict[tuple[str, str, str, Reach], list[tuple[Seat, TermVersion]]] = {}
    for seat in seats:
        for version in seat.versions:
            key = (seat.office, seat.theme, seat.body, version.reach)
            gathered.setdefault(key, []).append((seat, version))
    lines = [
        RosterLine(convention=convention, office=office, theme=theme, body=body, reach=reach, held=tuple(held))
        for (office, theme, body, reach), held in gathered.items()
    ]
    return Roster(
        convention=convention,
        day=day,
        seats=tuple(sorted(seats, key=lambda seat: (in_order(convention, *seat.place), seat.since, seat.holder_name))),
        lines=tuple(sorted(lines, key=_line_order)),
    )


@lru_cache(maxsize=1024)
def in_order(convention: str, office: str, theme: str) -> tuple[int, int]:
    """Where an office and a theme stand in the rulebook."""
    offices, themes = list(offices_of(convention)), list(themes_of(convention))
    return (
        offices.index(office) if office in offices else len(offices),
        themes.index(theme) if theme in themes else -1,
    )


def _line_order(line: RosterLine) -> tuple[tuple[int, int], str, date, date]:
    reach = line.reach
    return (
        in_order(line.convention, line.office, line.theme),
        line.body,
        reach.until or date.max,
        reach.since or date.min,
    )
