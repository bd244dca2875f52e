"""Letters of a copy that no font of CorCom draws, and where they stand: found before a paper is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.template_text import TEMPLATE_PARTS, TemplatePart, filled_in
from corcom.documents.domain.official import letters_without_glyph

SignedPart = Literal["signatory", "office", "sender"]
"""What stands on the paper besides the words: who signs, in which office, and who writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphPlace:
    """Where a letter stands: in the words of which language, in which part, in which line (from 1) as the words were written.

    What stands on the paper besides the words is alike in all languages: `language` is "".
    """

    language: str
    part: TemplatePart | SignedPart
    line: int = 1


def glyphs_missing(
    words: LetterWords, values: Mapping[str, str], signed: Mapping[SignedPart, str], *, language: str
) -> Iterator[tuple[str, GlyphPlace]]:
    """Each letter without a drawing, once for each line in which it stands; the values of fields are looked at in their place."""
    for part in TEMPLATE_PARTS:
        for number, line in enumerate(getattr(words, part).splitlines(), 1):
            for letter in letters_without_glyph(filled_in(line, values)):
                yield letter, GlyphPlace(language=language, part=part, line=number)
    for signed_part, text in signed.items():
        for letter in letters_without_glyph(text):
            yield letter, GlyphPlace(language="", part=signed_part)
