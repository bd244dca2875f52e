"""The register of one convention: its rules, its entry into force, and every State that acted under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.register.domain.participation import (
    General,
    Membership,
    Participation,
    general_entry_into_force,
    participation,
)
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.domain.ways import membership_way
from corcom.rulebooks.reading import Rulebook
from corcom.rulebooks.shapes import Step


@dataclass(frozen=True, slots=True)
class Register:
    """`states` holds the States that acted, by code in alphabetical order; every other State is not party."""

    book: Rulebook
    general: General
    states: Mapping[str, Participation]

    def of(self, iso3: str) -> Participation:
        """How a State stands to the convention; one that never acted has no actions."""
        return self.states.get(iso3) or Participation(iso3, None, (), ())

    def bound_on(self, day: date) -> Iterator[tuple[Participation, Membership]]:
        """The States for which the convention is in force on a day, each with its membership."""
        for each in self.states.values():
            membership = each.membership_on(day)
            if membership is not None and membership.binds_on(day):
                yield each, membership

    def way(self, membership: Membership) -> tuple[Step, ...]:
        """How a State came to be bound, step by step."""
        return tuple(
            membership_way(self.book.joining, self.general, membership, self.of(membership.consent.iso3).actions)
        )


def register_from(book: Rulebook, actions: Iterable[TreatyAction]) -> Register:
    """The register that follows from the treaty actions under one convention."""
    of_state: dict[str, list[TreatyAction]] = {}
    for action in actions:
        if action.convention == book.convention:
            of_state.setdefault(action.iso3, []).append(action)
    general = general_entry_into_force(book.joining, (one for each in of_state.values() for one in each))
    states = {iso3: participation(book.joining, general, iso3, each) for iso3, each in sorted(of_state.items())}
    return Register(book, general, states)
