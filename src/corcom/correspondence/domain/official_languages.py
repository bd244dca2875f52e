"""The languages of the United Nations that are official in a State (`correspondence/data/official_languages.csv`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from corcom.kernel.languages import LANGUAGES
from corcom.kernel.packaged import packaged_text, rows_of
from corcom.register.domain.states import states

FILE: Final = "official_languages.csv"
COLUMNS: Final = ("iso3", "languages", "source")


def official_languages_in(text: str, file: str = FILE) -> dict[str, tuple[str, ...]]:
    """By ISO3 the languages (ISO 639-1) of a table. Raises `CellRefused`."""
    found = {}
    for row in rows_of(file, text, COLUMNS):
        code, languages = row.choice("iso3", states(), "a code of states.csv"), row.text("languages").split()
        if not set(languages) <= set(LANGUAGES):
            raise row.refused("languages", f"codes of {', '.join(LANGUAGES)}, with blanks between")
        row.text("source")
        found[code] = tuple(languages)
    return found


@cache
def official_languages() -> Mapping[str, tuple[str, ...]]:
    """By ISO3; a State of which none is official is not among them."""
    return official_languages_in(packaged_text("corcom.correspondence", "data", FILE))


def likely_language(iso3: str) -> str:
    """The one language of the six that is official in a State; "" where there is none, or more than one.

    >>> likely_language("BEL"), likely_language("IRQ"), likely_language("CMR"), likely_language("NOR")
    ('fr', 'ar', '', '')
    """
    found = official_languages().get(iso3, ())
    return found[0] if len(found) == 1 else ""
