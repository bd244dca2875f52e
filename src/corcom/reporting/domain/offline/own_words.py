"""The words of a form in a language of the United Nations in which CorCom has no pages: those beside its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final, cast

from corcom.kernel.wording import Wording
from corcom.rulebooks.loading import loaded

FOLDER: Final = Path(__file__).parents[2] / "data"


@cache
def own_words() -> Mapping[str, Mapping[str, str]]:
    """What a form says beside its questions, by language (ISO 639-1) and English text."""
    return cast("Mapping[str, Mapping[str, str]]", loaded(FOLDER, "offline_words"))


def in_own_words(wording: Wording, language: str) -> Wording:
    """The wording of a language, with the words of forms where they stand here; the days and names are left as they are.

    >>> in_own_words(Wording(language="ru"), "ru").gettext("yes"), in_own_words(Wording(language="fr"), "fr").gettext("yes")
    ('да', 'yes')
    """
    own = own_words().get(language, {})
    return replace(wording, gettext=lambda text: own[text] if text in own else wording.gettext(text))
