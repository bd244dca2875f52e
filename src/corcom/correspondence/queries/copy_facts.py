"""What the copies of a letter say of their States, from the register, the rulebook and the directory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.letter_copies import asked_of_copy, facts_of_copy
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_lacks import CopyAsked
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.outstanding import OutstandingStatus
from corcom.correspondence.models import LetterCopy, StateLetter
from corcom.correspondence.queries.letters import reference_of
from corcom.correspondence.queries.outstanding import obligation_today
from corcom.outbox.domain.letter_numbers import number_to_come
from corcom.outbox.queries import reachable_addresses
from corcom.register.queries import register_of
from corcom.rulebooks.reading import rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyInHand:
    """A copy with all that it says: its row, its facts, and what may be missing."""

    row: LetterCopy
    facts: CopyFacts
    asked: CopyAsked


def addresses_on(row: StateLetter, copies: Iterable[LetterCopy], day: date) -> dict[str, tuple[str, ...]]:
    """To which e-mail addresses the copies of a letter go that leave on a day, by ISO3. Three SQL queries."""
    found = reachable_addresses(
        delegations=[copy.iso3 for copy in copies],
        purpose="letters",
        convention=row.convention,
        day=day,
    )
    return {iso3: tuple(one.address for one in reached) for iso3, reached in found.items()}


def copies_in_hand(row: StateLetter, writing: LetterWriting, day: date) -> list[CopyInHand]:
    """The copies of a letter that are not left out, by State. Five SQL queries, two for each obligation, and those for links.

    What a copy says follows the date on the letter; its e-mail addresses are those of `day`, on which it is looked at.
    """
    rows = [copy for copy in row.copies.all() if not copy.left_out]
    addresses = addresses_on(row, rows, day)
    letter, register = facts_of_letter(row, writing), register_of(row.convention)
    outstanding = _outstanding(row, rows, day)
    found = []
    for copy in rows:
        addressee = Addressee(iso3=copy.iso3, concern=Concern.from_json(copy.concern))
        state = register.of(copy.iso3) if register else None
        facts = facts_of_copy(letter, addressee, state, link=writing.link(addressee))
        wording, status = writing.wording(copy.language), outstanding.get((copy.iso3, addressee.concern))
        asked = asked_of_copy(facts, copy.language, wording, addresses[copy.iso3], outstanding=status)
        found.append(CopyInHand(row=copy, facts=facts, asked=asked))
    return found


def _outstanding(
    row: StateLetter, copies: Iterable[LetterCopy], day: date
) -> dict[tuple[str, Concern | None], OutstandingStatus]:
    """How that stands on a day about which each State is written to, as far as it was not met. Two SQL queries for each obligation."""
    concerns = {copy.iso3: Concern.from_json(copy.concern) for copy in copies}
    found: dict[tuple[str, Concern | None], OutstandingStatus] = {}
    for code in {each.obligation for each in concerns.values() if each}:
        today = obligation_today(convention=row.convention, obligation=code, day=day)
        standing = {(one.iso3, one.period): one.status for one in today.outstanding} if today else {}
        for iso3, concern in concerns.items():
            if concern and concern.obligation == code and (status := standing.get((iso3, concern.period))):
                found[iso3, concern] = status
    return found


def facts_of_letter(row: StateLetter, writing: LetterWriting) -> LetterFacts:
    """What all copies say alike; the number has an ellipsis while none is given."""
    book = rulebook(row.convention)
    return LetterFacts(
        number=reference_of(row) or number_to_come(row.convention, row.dated.year),
        convention=row.convention,
        dated=row.dated,
        answer_due_on=row.answer_due_on,
        signatory=row.signatory,
        office=row.office,
        sender=writing.sender,
        obligations={each.code: each.name for each in book.obligations} if book else {},
    )
