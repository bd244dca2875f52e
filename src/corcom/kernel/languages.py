"""The six languages of the United Nations, in which everything official is written."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.kernel.marked import gettext_noop

LANGUAGES: Mapping[str, str] = {
    "ar": gettext_noop("Arabic"),
    "zh": gettext_noop("Chinese"),
    "en": gettext_noop("English"),
    "fr": gettext_noop("French"),
    "ru": gettext_noop("Russian"),
    "es": gettext_noop("Spanish"),
}
"""Their names by their codes (ISO 639-1), in the order in which the United Nations lists them."""

_WRITTEN_AS: Mapping[str, str] = {"zh": "zh-hans"}


def written_as(language: str) -> str:
    """The code of a language as it is written: it says the script where there are several (see `docs/decisions/0029`).

    >>> written_as("zh"), written_as("fr")
    ('zh-hans', 'fr')
    """
    return _WRITTEN_AS.get(language, language)


WRITTEN: tuple[str, ...] = tuple(map(written_as, ("en", "fr", "es", "ar", "ru", "zh")))
"""The codes under which words are kept that somebody writes in several languages, in the order in which they are offered."""
