"""The copies that have a number of the register of letters."""

from __future__ import annotations

from corcom.correspondence.models import LetterCopy
from corcom.correspondence.queries.letters import ABOUT
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.letter_numbers import LETTERS, LetterNumber


def copies_numbered(number: LetterNumber) -> list[About]:
    """What messages of the copies with a number are about: of one State, or of the whole letter. One SQL query at most."""
    if number.series != LETTERS:
        return []
    rows = LetterCopy.objects.filter(
        letter__convention=number.convention, letter__year=number.year, letter__position=number.position, left_out=""
    )
    if number.iso3:
        rows = rows.filter(iso3=number.iso3)
    return [About(kind=ABOUT, number=copy) for copy in rows.order_by("pk").values_list("pk", flat=True)]
