"""What was done with an official document, in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.documents.domain.circles import Circle
from corcom.documents.domain.papers import TranslationState
from corcom.documents.queries import HistoryStep
from corcom.web.language_words import language_in_words
from corcom.web.official.words import STATES, circle_in_words, kind_in_words
from corcom.web.wording import convention_in_words, days_in_words, moment_in_words

STEPS: dict[str, Promise] = {
    "registered": pgettext_lazy("document", "Registered"),
    "changed": pgettext_lazy("document", "Changed"),
    "class_changed": pgettext_lazy("document", "Class changed"),
    "translation": pgettext_lazy("document", "Translation"),
    "uploaded": pgettext_lazy("document", "Version uploaded"),
    "released": pgettext_lazy("document", "Version released"),
    "withdrawn": pgettext_lazy("document", "Version withdrawn"),
}
NAMES: dict[str, Promise] = {
    "title": gettext_lazy("Title"),
    "convention": gettext_lazy("Convention"),
    "symbol": gettext_lazy("Symbol"),
    "kind": gettext_lazy("Kind"),
    "body": gettext_lazy("Body"),
    "meeting_on": gettext_lazy("First day of the meeting"),
    "original_language": gettext_lazy("Original language"),
    "circle": gettext_lazy("Class"),
    "said": pgettext_lazy("translation", "State"),
    "due_on": gettext_lazy("Due"),
    "translator": gettext_lazy("Translated by"),
}


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A step: what it was, on what, when and by whom, and what differed."""

    words: str
    about: str
    note: str
    changes: tuple[tuple[str, str, str], ...]
    moment: str
    who: str


def history_lines(steps: list[HistoryStep]) -> list[HistoryLine]:
    """The steps in words, in the order given."""
    return [
        HistoryLine(
            words=str(STEPS.get(step.kind, step.kind)),
            about=_about(step),
            note=step.note,
            changes=_changes(step) if step.kind != "registered" else (),
            moment=moment_in_words(step.at),
            who=step.by,
        )
        for step in steps
    ]


def _about(step: HistoryStep) -> str:
    if not step.language:
        return ""
    language = language_in_words(step.language)
    return _("%(language)s, version %(n)s") % {"language": language, "n": step.version} if step.version else language


def _changes(step: HistoryStep) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (str(NAMES.get(key, key)), value_in_words(key, step.before.get(key)), value_in_words(key, value))
        for key, value in step.after.items()
    )


def value_in_words(key: str, value: object) -> str:
    """A value of a document as people write it."""
    if value in (None, ""):
        return _("nothing")
    text = str(value)
    if key in {"meeting_on", "due_on"}:
        return days_in_words(text)
    words: dict[str, Callable[[str], str]] = {
        "kind": kind_in_words,
        "original_language": language_in_words,
        "convention": convention_in_words,
        "circle": lambda code: circle_in_words(cast("Circle", code)),
        "said": lambda code: str(STATES[cast("TranslationState", code)]),
    }
    return words[key](text) if key in words else text
