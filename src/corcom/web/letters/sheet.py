"""A letter or a reminder as the sheet of paper that its State reads, in the script of its language: `letters/sheet.html`."""

from __future__ import annotations

from datetime import date
from typing import Any

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.template_text import paragraphs_of
from corcom.kernel.wording import Wording
from corcom.register.domain.conventions import convention_title
from corcom.web.letters.found import letter_writing


def sheet_of(
    words: LetterWords, language: str, *, dated: date, convention: str, number: str, signed: tuple[str, str]
) -> dict[str, Any]:
    """What a sheet shows: the head, the words, and who signs in which office, as far as that is known."""
    return {
        "words": words,
        "paragraphs": paragraphs_of(words.body),
        "treaty": convention_title(convention, language),
        "number": number,
        "dated": letter_writing().wording(language).day(dated.isoformat()),
        "signed": [line for line in signed if line],
        "lang": language,
        "dir": "rtl" if Wording(language=language).right_to_left else "ltr",
    }
