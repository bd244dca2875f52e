"""In what capacity somebody acts on a day: for which delegations, in which offices, with which status of the State."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from corcom.mandates.domain.seats import Seat
from corcom.register.domain.participation import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld:
    """An office that a delegation holds on a day, by the codes of the rulebook; `theme` is "" where it has none.

    `until` is the first day on which it holds it no more, None where no record says so; `disputed`: records differ.
    """

    convention: str
    office: str
    theme: str = ""
    holder: str
    until: date | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """`delegations` are ISO3 or codes of organisations, each with the day from which somebody belongs to it no more.

    `statuses` says how the State stands to a convention, by the code of the convention, as far as that was asked for.
    """

    delegations: Mapping[str, date | None] = field(default_factory=dict)
    offices: tuple[OfficeHeld, ...] = ()
    statuses: Mapping[str, frozenset[Status]] = field(default_factory=dict)

    def holds_any(self, offices: Iterable[str], convention: str) -> bool:
        """Whether one of some offices is held under a convention."""
        return any(each.convention == convention and each.office in offices for each in self.offices)


NOBODY = Capacity()
"""Somebody who acts for nobody."""


def offices_on(seats: Iterable[Seat], day: date) -> tuple[OfficeHeld, ...]:
    """The offices of a day. As on the roster, one record that covers the day is enough, until others are corrected.

    It ends when the last of the records that cover the day ends.
    """
    return tuple(
        OfficeHeld(
            convention=seat.convention,
            office=seat.office,
            theme=seat.theme,
            holder=seat.holder,
            until=_last_end(seat, day),
            disputed=seat.is_disputed,
        )
        for seat in seats
        if seat.covers(day)
    )


def _last_end(seat: Seat, day: date) -> date | None:
    ends = [version.reach.until for version in seat.versions if version.reach.covers(day)]
    return None if None in ends else max(end for end in ends if end)
