"""Languages in words."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext as _

from corcom.kernel.languages import LANGUAGES, written_as

_NAMES = {
    **{code: info["name"] for code, info in LANG_INFO.items() if "name" in info},
    **LANGUAGES,
    **{written_as(code): name for code, name in LANGUAGES.items()},
}


def language_in_words(code: str) -> str:
    """What a language is called in the reader's; its code where nobody knows it."""
    return _(_NAMES[code]) if code in _NAMES else code


def languages_in_words(codes: Iterable[str]) -> str:
    """Several languages in a line."""
    return _(", ").join(map(language_in_words, codes))


def language_by_itself(code: str) -> str:
    """What a language calls itself; its code where nobody knows it."""
    return str(LANG_INFO.get(written_as(code), {}).get("name_local", code))
