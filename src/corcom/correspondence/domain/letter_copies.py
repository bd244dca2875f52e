"""What a copy says of its State by the register, and what of that may be missing: alike for letters and for reminders."""

from __future__ import annotations

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_lacks import CopyAsked
from corcom.correspondence.domain.letter_words import field_values
from corcom.correspondence.domain.outstanding import OutstandingStatus
from corcom.kernel.wording import Wording
from corcom.register.domain.participation import Participation
from corcom.register.domain.states import states


def facts_of_copy(
    letter: LetterFacts, addressee: Addressee, state: Participation | None, *, link: str = ""
) -> CopyFacts:
    """What a copy says of its State on the date of the letter; `state` is None under a convention that has no register."""
    known = states().get(addressee.iso3)
    membership = state.membership_on(letter.dated) if state else None
    return CopyFacts(
        letter=letter,
        addressee=addressee,
        name=known.name if known else addressee.iso3,
        bound_since=membership.since if membership else None,
        signed_on=state.signed_on if state else None,
        link=link,
    )


def asked_of_copy(
    facts: CopyFacts,
    language: str,
    wording: Wording,
    addresses: tuple[str, ...],
    *,
    outstanding: OutstandingStatus | None = None,
) -> CopyAsked:
    """What of a copy in a language can be missing; `wording` is that of the language, `outstanding` as in `CopyAsked`."""
    letter = facts.letter
    return CopyAsked(
        iso3=facts.addressee.iso3,
        language=language,
        values=field_values(facts, wording),
        addresses=addresses,
        signed={"signatory": letter.signatory, "office": letter.office, "sender": letter.sender},
        outstanding=outstanding,
    )
