"""What is missing before a letter can go: to a State, or at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from corcom.correspondence.domain.letter_glyphs import GlyphPlace, SignedPart, glyphs_missing
from corcom.correspondence.domain.letter_words import LetterWords, Wordings
from corcom.correspondence.domain.outstanding import OutstandingStatus
from corcom.correspondence.domain.saying_overdue import overdue_in

LackKind = Literal["words", "value", "address", "refused", "glyph", "claim"]
"""`words`: the letter has none in the language of the State. `value`: a field says nothing for the State. `address`: no e-mail
address is known. `refused`: the words cannot be a template. `glyph`: no font of CorCom draws a letter of it. `claim`: it calls overdue
what no record shows to be so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLack:
    """Something missing: for which State ("" for all), of which kind, and what exactly: a language, a field, a letter.

    `place` says where the letter stands that no font draws; None for the other kinds.
    """

    iso3: str
    kind: LackKind
    what: str = ""
    place: GlyphPlace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyAsked:
    """What of a copy can be missing: its language, the values of its fields, its e-mail addresses.

    `signed` is what the paper says besides the words: who signs and who writes. `outstanding` is how that stands about which the
    State is written to; None where there is nothing of the kind.
    """

    iso3: str
    language: str
    values: Mapping[str, str]
    addresses: tuple[str, ...]
    signed: Mapping[SignedPart, str] = field(default_factory=dict)
    outstanding: OutstandingStatus | None = None


def lacks_of(copies: Iterable[CopyAsked], wordings: Wordings, *, by_email: bool) -> Iterator[LetterLack]:
    """What is missing, copy by copy; an address only where the letter goes by e-mail."""
    for copy in copies:
        words = wordings.get(copy.language)
        if words is None:
            yield LetterLack(iso3=copy.iso3, kind="words", what=copy.language)
        else:
            yield from _values(copy, words)
            if copy.outstanding in {"due", "unknown"} and (claim := overdue_in(words)):
                yield LetterLack(iso3=copy.iso3, kind="claim", what=claim)
            for letter, place in glyphs_missing(words, copy.values, copy.signed, language=copy.language):
                yield LetterLack(iso3=copy.iso3, kind="glyph", what=letter, place=place)
        if by_email and not copy.addresses:
            yield LetterLack(iso3=copy.iso3, kind="address")


def _values(copy: CopyAsked, words: LetterWords) -> Iterator[LetterLack]:
    for field_name in words.fields:
        if not copy.values[field_name]:
            yield LetterLack(iso3=copy.iso3, kind="value", what=field_name)


def on_unknown(copies: Iterable[CopyAsked]) -> tuple[str, ...]:
    """The States, by ISO3, of which nothing recorded shows whether that came about which they are written to."""
    return tuple(copy.iso3 for copy in copies if copy.outstanding == "unknown")
