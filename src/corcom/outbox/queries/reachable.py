"""To which addresses of the directory a letter arrives: those of a delegation without the ones that fail."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from corcom.directory.domain.letter_addresses import LetterAddress
from corcom.directory.domain.people import Purpose
from corcom.directory.queries import dead_among, letter_addresses_of
from corcom.outbox.queries.addresses import dead_addresses


def reachable_addresses(
    *, delegations: Collection[str], purpose: Purpose, convention: str, day: date
) -> dict[str, list[LetterAddress]]:
    """To which addresses a letter to each delegation goes on a day, the nearest to the purpose, each once; none where all fail.

    Five SQL queries.
    """
    by_purpose = reachable_by_purpose(delegations=delegations, purposes=[purpose], convention=convention, day=day)
    return by_purpose[purpose]


def reachable_by_purpose(
    *, delegations: Collection[str], purposes: Iterable[Purpose], convention: str, day: date
) -> dict[Purpose, dict[str, list[LetterAddress]]]:
    """The same for several purposes at once. Two SQL queries for each, and three."""
    dead = dead_addresses()
    return {
        purpose: letter_addresses_of(
            delegations=delegations, purpose=purpose, convention=convention, day=day, dead=dead
        )
        for purpose in purposes
    }


def addresses_left_out(
    *, delegations: Collection[str], purpose: Purpose, convention: str, day: date
) -> dict[str, list[str]]:
    """Which addresses `reachable_addresses` leaves out because they fail; only the delegations that have some.

    Five SQL queries.
    """
    dead = dead_addresses()
    return dead_among(delegations=delegations, purpose=purpose, convention=convention, day=day, dead=dead)
