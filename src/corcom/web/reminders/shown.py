"""A reminder as a sheet, in the script of its language."""

from __future__ import annotations

from datetime import date
from typing import Any

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.written import WrittenReminder
from corcom.correspondence.domain.template_text import paragraphs_of
from corcom.kernel.wording import Wording
from corcom.register.domain.conventions import convention_title
from corcom.web.letters.found import letter_writing


def shown_words(written: WrittenReminder, language: str, day: date) -> dict[str, Any]:
    """What the sheet of a reminder that is not prepared yet shows."""
    letter = written.facts.letter
    signed = [line for line in (letter.signatory, letter.office) if line]
    return sheet_of(written.words, language, day, letter.convention, written.facts.number, signed)


def sheet_of(
    words: LetterWords, language: str, day: date, convention: str, number: str, signed: list[str]
) -> dict[str, Any]:
    """What a sheet shows: the head, the words, and who signs."""
    return {
        "words": words,
        "paragraphs": paragraphs_of(words.body),
        "treaty": convention_title(convention, language),
        "number": number,
        "dated": letter_writing().wording(language).day(day.isoformat()),
        "signed": signed,
        "lang": language,
        "dir": "rtl" if Wording(language=language).right_to_left else "ltr",
    }
