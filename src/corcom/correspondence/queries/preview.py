"""A draft as its copies would read now, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.letter_fields import CopyFacts
from corcom.correspondence.domain.letter_lacks import LetterLack, lacks_of, on_unknown
from corcom.correspondence.domain.letter_words import LetterWords, wordings_from, words_from, words_of_copy
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.models import StateLetter
from corcom.correspondence.queries.copy_facts import CopyInHand, copies_in_hand


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPreview:
    """A copy as it would go out: its facts, its addresses, and its words; None without words in its language."""

    facts: CopyFacts
    language: str
    addresses: tuple[str, ...]
    words: LetterWords | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPreview:
    """The copies of a letter by ISO3 as they would go out, and what is missing. `blocking`: what approval waits for.

    `unknown` are the States of which nothing recorded shows whether that came about which they are written to.
    """

    copies: dict[str, CopyPreview]
    lacks: tuple[LetterLack, ...]
    blocking: tuple[LetterLack, ...]
    unknown: tuple[str, ...] = ()


def letter_preview(*, number: int, writing: LetterWriting, day: date) -> LetterPreview | None:
    """How a letter would go out on a day; None where there is none. A constant number of SQL queries, besides links."""
    row = StateLetter.objects.prefetch_related("copies").filter(pk=number).first()
    if row is None:
        return None
    wordings, copies = wordings_from(row.wordings), copies_in_hand(row, writing, day)
    lacks = tuple(lacks_of((copy.asked for copy in copies), wordings, by_email=row.by_email))
    return LetterPreview(
        copies={copy.row.iso3: _preview(copy, wordings) for copy in copies},
        lacks=lacks,
        blocking=tuple(lack for lack in lacks if lack.kind != "address" or not row.on_paper),
        unknown=on_unknown(copy.asked for copy in copies),
    )


def _preview(copy: CopyInHand, wordings: dict[str, LetterWords]) -> CopyPreview:
    words = wordings.get(copy.row.language)
    settled = words_from(copy.row.words) if copy.row.words else None
    return CopyPreview(
        facts=copy.facts,
        language=copy.row.language,
        addresses=copy.asked.addresses,
        words=settled or (words_of_copy(words, copy.asked.values) if words else None),
    )
