"""A text without what does not distinguish it: case, accents, punctuation, white space. Length is not kept."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The words of `text` alone, in any script, for comparing.

    >>> folded("  Côte d’Ivoire – Universalization: ")
    'cote d ivoire universalization'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return _BETWEEN_WORDS.sub(" ", letters).strip()
