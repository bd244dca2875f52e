"""The words of a letter: in each of its languages before, and as they stand in one copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from corcom.correspondence.domain.letter_fields import FIELDS, CopyFacts
from corcom.correspondence.domain.template_text import (
    TEMPLATE_PARTS,
    TemplateRefused,
    check_template_text,
    fields_in,
    filled_in,
    one_line,
    tidied,
)
from corcom.kernel.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWords:
    """The words of a letter, with fields or, in a copy, with their values.

    `address` is to whom it is addressed, a line each; `closing` the courtesies at its end.
    """

    subject: str
    body: str
    address: str = ""
    closing: str = ""

    def checked(self) -> LetterWords:
        """The same, without white space around. Errors: `TemplateRefused`."""
        kept = LetterWords(**{name: tidied(str(text)) for name, text in asdict(self).items()})
        for part in TEMPLATE_PARTS:
            check_template_text(part, getattr(kept, part))
        if not kept.subject:
            raise TemplateRefused("subject", "empty", 1, "")
        if not kept.body:
            raise TemplateRefused("body", "empty", 1, "")
        if len(lines := kept.subject.splitlines()) > 1:
            raise TemplateRefused("subject", "lines", 2, lines[1][:40])
        return replace(kept, subject=one_line(kept.subject))

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that stand in it, each once."""
        return fields_in("\n".join(asdict(self).values()))


Wordings = Mapping[str, LetterWords]
"""The words of a letter by the code of each language, the first one for whoever prefers none."""


def words_from(stored: Mapping[str, Any]) -> LetterWords:
    """Words as they are stored, in JSON."""
    return LetterWords(**{each.name: stored.get(each.name, "") for each in fields(LetterWords)})


def wordings_json(wordings: Wordings) -> list[dict[str, str]]:
    """Wordings as they are stored: a list, since the order of the languages counts. Errors: `TemplateRefused`."""
    return [{"language": language, **asdict(words.checked())} for language, words in wordings.items()]


def wordings_from(stored: Iterable[Mapping[str, Any]]) -> dict[str, LetterWords]:
    """Wordings that were stored."""
    return {one["language"]: words_from(one) for one in stored}


def field_values(copy: CopyFacts, wording: Wording) -> dict[str, str]:
    """What each field says in a copy; "" for one that nothing is known of."""
    return {name: each.says(copy, wording) for name, each in FIELDS.items()}


def words_of_copy(words: LetterWords, values: Mapping[str, str]) -> LetterWords:
    """The words with the values of a copy."""
    return LetterWords(**{name: filled_in(text, values) for name, text in asdict(words).items()})
