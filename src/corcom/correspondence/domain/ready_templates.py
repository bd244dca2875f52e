"""Templates that come with CorCom (`correspondence/data/templates.yaml`), to begin with and to change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from corcom.correspondence.domain.letter_words import LetterWords, words_from
from corcom.rulebooks.loading import loaded

FOLDER = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyTemplate:
    """A template by its name, with its words by language."""

    name: str
    wordings: Mapping[str, LetterWords]


@cache
def ready_templates() -> tuple[ReadyTemplate, ...]:
    """Every template that comes with CorCom. Errors: `TemplateRefused` for one that is not right."""
    stored = cast("list[dict[str, Any]]", loaded(FOLDER, "templates"))
    return tuple(
        ReadyTemplate(
            name=one["name"],
            wordings={language: words_from(words).checked() for language, words in one["words"].items()},
        )
        for one in stored
    )
