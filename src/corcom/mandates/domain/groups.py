"""Working groups, Friends of the President and standing observers: who works with a committee and holds none of its themes."""

from __future__ import annotations

from dataclasses import dataclass

from corcom.mandates.domain.rosters import Roster, in_order
from corcom.mandates.domain.seats import Seat

MEMBERS = ("working-group-member",)
LEADING = ("working-group-chair", "contact-group-coordinator", "facilitator")
FRIENDS = ("friend-of-the-president",)
OBSERVERS = ("observer",)
COORDINATING = ("coordinator", "co-chair")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingGroup:
    """The members of one theme's group on a day, those who lead it, and the coordinators of the theme.

    `theme` is "" for members of whom no record says in which theme they work.
    """

    convention: str
    theme: str
    leading: tuple[Seat, ...]
    members: tuple[Seat, ...]

    @property
    def holders(self) -> frozenset[str]:
        """The codes of all of them."""
        return frozenset(seat.holder for seat in (*self.leading, *self.members))


def groups_on(roster: Roster) -> list[WorkingGroup]:
    """The working groups of a roster's day, in the order of the themes: those that have a member or somebody who leads them."""
    themes = {seat.theme for seat in roster.seats if seat.office in (*MEMBERS, *LEADING)}
    return [
        WorkingGroup(
            convention=roster.convention,
            theme=theme,
            leading=_of(roster, (*LEADING, *(COORDINATING if theme else ())), theme),
            members=_of(roster, MEMBERS, theme),
        )
        for theme in sorted(themes, key=lambda code: in_order(roster.convention, "", code))
    ]


def friends_on(roster: Roster) -> tuple[Seat, ...]:
    """The Friends of the President of a roster's day."""
    return tuple(seat for seat in roster.seats if seat.office in FRIENDS)


def observers_on(roster: Roster) -> tuple[Seat, ...]:
    """The standing observers of a roster's day."""
    return tuple(seat for seat in roster.seats if seat.office in OBSERVERS)


def _of(roster: Roster, offices: tuple[str, ...], theme: str) -> tuple[Seat, ...]:
    return tuple(seat for seat in roster.seats if seat.office in offices and seat.theme == theme)
