"""The offices and themes that a State or an organisation holds or held, for its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.mandates.queries import seats_held
from corcom.web.committee import words as said
from corcom.web.pieces import Link, StatusMark, Together


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One office: what, under which convention, from when until when with the sources, and whether records differ."""

    place: Link
    convention: str
    terms: tuple[Together, ...]
    mark: StatusMark | None


def terms_held(code: str, *, convention: str, day: date) -> list[HeldLine]:
    """What it holds or held up to a day, the latest first. One SQL query."""
    return [
        HeldLine(
            place=Link(said.place_in_words(seat.convention, seat.office, seat.theme), said.history_address(seat)),
            convention=seat.convention,
            terms=tuple(
                Together(
                    (
                        said.term_of(seat.convention, version.reach),
                        said.sources_of(version, about=said.place_in_words(seat.convention, seat.office, seat.theme)),
                    )
                )
                for version in seat.versions
            ),
            mark=StatusMark("unknown", said.differ()) if seat.is_disputed else None,
        )
        for seat in seats_held(holder=code, convention=convention)
        if seat.since <= day
    ]
