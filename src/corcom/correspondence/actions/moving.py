"""How the answer of an audience has changed since a letter was written to it."""

from __future__ import annotations

from collections.abc import Iterable

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.models import StateLetter


def moved_since(row: StateLetter, named: Iterable[Addressee]) -> tuple[list[str], list[str], list[str]]:
    """Of those whom the audience names now who came in, who of the letter went, and who is named for something else, by ISO3.

    One that is left out of the letter may go as it likes.
    """
    now = {one.iso3: one.concern.as_json() if one.concern else {} for one in named}
    known = {copy.iso3: copy for copy in row.copies.all()}
    going = {iso3: copy.concern for iso3, copy in known.items() if not copy.left_out}
    came, went = sorted(now.keys() - known.keys()), sorted(going.keys() - now.keys())
    return came, went, sorted(iso3 for iso3, concern in going.items() if iso3 in now and now[iso3] != concern)
