"""The plan that comes with CorCom for a report that falls due every year: its templates in three languages, and its stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import yaml

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.stages import ReminderStage
from corcom.kernel.packaged import packaged_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyTemplate:
    """A template: the name under which it is kept, and its words by language, English first."""

    name: str
    wordings: Mapping[str, LetterWords]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMade:
    """Templates by key, and the stages; the key of the template of each, by the code of the stage."""

    templates: Mapping[str, ReadyTemplate]
    stages: tuple[ReminderStage, ...]
    worded: Mapping[str, str]


@cache
def ready_made() -> ReadyMade:
    """The plan of `data/reminders.yaml`; its stages name template 0 until the templates are made."""
    stored = yaml.safe_load(packaged_text("corcom.correspondence", "data", "reminders.yaml"))
    return ReadyMade(
        templates={
            key: ReadyTemplate(
                name=each["name"],
                wordings={language: LetterWords(**words) for language, words in each["words"].items()},
            )
            for key, each in stored["templates"].items()
        },
        stages=tuple(
            ReminderStage(
                code=each["code"],
                days=each["days"],
                sent_to=each["for"],
                template=0,
                copies=tuple(each.get("copies", ())),
                on_paper=each.get("on_paper", False),
            )
            for each in stored["stages"]
        ),
        worded={each["code"]: each["template"] for each in stored["stages"]},
    )
