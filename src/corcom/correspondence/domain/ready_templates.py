"""Templates that come with CorCom (`correspondence/data/`), to begin with and to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

from corcom.correspondence.domain.letter_words import LetterWords, words_from
from corcom.rulebooks.loading import loaded

FOLDER: Final = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyTemplate:
    """A template: the name under which it is kept, and its words by language, English first."""

    name: str
    wordings: Mapping[str, LetterWords]


def template_from(stored: Mapping[str, Any]) -> ReadyTemplate:
    """A template as it stands in a file. Errors: `TemplateRefused` for one that is not right."""
    wordings = {language: words_from(words).checked() for language, words in stored["words"].items()}
    return ReadyTemplate(name=stored["name"], wordings=wordings)


@cache
def ready_templates() -> tuple[ReadyTemplate, ...]:
    """The templates of letters that a person writes; those of reminders come with their plan. Errors: `TemplateRefused`."""
    return tuple(map(template_from, cast("list[dict[str, Any]]", loaded(FOLDER, "templates"))))
