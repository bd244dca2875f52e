"""What changes at the close of a meeting: who leaves, who stays, who comes, and which seats are then vacant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.rosters import in_order
from corcom.mandates.domain.seats import Seat, seats_of
from corcom.mandates.domain.terms import Term
from corcom.register.domain.convention_meetings import ConventionMeeting
from corcom.rulebooks.committee import committee


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """The change at the close of one meeting.

    `leaving` end there by every record. `disputed` end there by one record and not by another. `unsaid` were last seen in
    office before it, and no record says until when they serve. `staying` go on after it, `coming` begin there.
    """

    meeting: ConventionMeeting
    leaving: tuple[Seat, ...]
    disputed: tuple[Seat, ...]
    unsaid: tuple[Seat, ...]
    staying: tuple[Seat, ...]
    coming: tuple[Seat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy:
    """Seats of one office and theme for which nobody is recorded from the close of a meeting on.

    `seats` is how many; of them `certain` by every record. `staying` hold the rest of the office and theme, `coming` begin
    there.
    """

    meeting: ConventionMeeting
    office: str
    theme: str
    seats: int
    certain: int
    leaving: tuple[Seat, ...]
    staying: tuple[Seat, ...]
    coming: tuple[Seat, ...]

    @property
    def leaves_nobody(self) -> bool:
        """Whether by every record nobody is left for the theme or the office."""
        return not self.staying and not self.coming and self.certain == len(self.leaving)


def rotation_at(convention: str, terms: Iterable[Term], meeting: ConventionMeeting) -> Rotation:
    """Who leaves, stays and comes at the close of a meeting."""
    return _rotation(_ordered(convention, terms), meeting)


def _ordered(convention: str, terms: Iterable[Term]) -> list[Seat]:
    return sorted(
        (seat for seat in seats_of(terms) if seat.convention == convention),
        key=lambda seat: (in_order(convention, *seat.place), seat.holder_name),
    )


def _rotation(seats: Sequence[Seat], meeting: ConventionMeeting) -> Rotation:
    on = meeting.ends_on
    before = [seat for seat in seats if seat.covers(on - timedelta(days=1)) and seat.since < on]
    ending = [seat for seat in before if on in seat.ends]
    said = [seat for seat in ending if seat.says_its_end]
    return Rotation(
        meeting=meeting,
        leaving=tuple(seat for seat in said if seat.ends == {on}),
        disputed=tuple(seat for seat in said if seat.ends != {on}),
        unsaid=tuple(seat for seat in ending if not seat.says_its_end),
        staying=tuple(seat for seat in before if on not in seat.ends),
        coming=tuple(seat for seat in seats if seat.since == on and seat not in before),
    )


def vacancies_after(convention: str, terms: Iterable[Term], *, day: date) -> list[Vacancy]:
    """The vacancies at every close after a day, of the offices of the committee and of those that are sought."""
    seats = _ordered(convention, terms)
    meetings = [meeting for meeting in closes(convention) if meeting.ends_on > day]
    return [one for meeting in meetings for one in _vacancies_at(convention, seats, meeting, day)]


def next_close(convention: str, day: date) -> ConventionMeeting | None:
    """The next meeting at whose close terms end."""
    return next((meeting for meeting in closes(convention) if meeting.ends_on > day), None)


def _vacancies_at(convention: str, seats: Sequence[Seat], meeting: ConventionMeeting, day: date) -> Iterable[Vacancy]:
    found = committee(convention)
    rotation = _rotation(seats, meeting)
    wanted = {office.code for office in (*found.offices, *found.sought)} if found else set()
    ending = [seat for seat in (*rotation.leaving, *rotation.disputed) if seat.office in wanted and seat.since <= day]
    places = sorted({seat.place for seat in ending}, key=lambda place: in_order(convention, *place))
    for office, theme in places:
        leaving = tuple(seat for seat in ending if seat.place == (office, theme))
        certain = sum(not seat.is_disputed for seat in leaving)
        coming = tuple(seat for seat in rotation.coming if seat.place == (office, theme))
        if len(coming) < len(leaving):
            yield Vacancy(
                meeting=meeting,
                office=office,
                theme=theme,
                seats=len(leaving) - len(coming),
                certain=max(0, certain - len(coming)),
                leaving=leaving,
                staying=tuple(seat for seat in rotation.staying if seat.place == (office, theme)),
                coming=coming,
            )
