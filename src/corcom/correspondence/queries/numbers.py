"""The copies that have a number of the register of letters."""

from __future__ import annotations

from corcom.correspondence.domain.letter_numbers import numbers_in
from corcom.correspondence.models import LetterCopy
from corcom.correspondence.queries.letters import ABOUT
from corcom.outbox.domain.draft import About


def copies_numbered(number: str) -> list[About]:
    """What messages of the copies with a number are about: of one State, or of the whole letter. One SQL query for each."""
    found = []
    for named in numbers_in(number):
        rows = LetterCopy.objects.filter(
            letter__convention=named.convention, letter__year=named.year, letter__position=named.position, left_out=""
        )
        if named.iso3:
            rows = rows.filter(iso3=named.iso3)
        found += [About(kind=ABOUT, number=copy) for copy in rows.order_by("pk").values_list("pk", flat=True)]
    return found
