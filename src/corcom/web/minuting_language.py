"""The language of a document, whatever the language of whoever asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.utils import translation

from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.web import wording
from corcom.web.state_names import state_name

P = ParamSpec("P")
R = TypeVar("R")


def wording_in(language: str) -> Wording:
    """Labels, days and names in a language; in English where CorCom does not know it."""
    known = language if translation.check_for_language(language) else "en"

    def within(words: Callable[P, R]) -> Callable[P, R]:
        def said(*args: P.args, **kwargs: P.kwargs) -> R:
            with translation.override(known):
                return words(*args, **kwargs)

        return said

    return Wording(
        language=known,
        gettext=within(translation.gettext),
        day=within(wording.days_in_words),
        name=within(_name),
    )


def _name(actor: Actor) -> str:
    return state_name(actor.code, actor.name)
