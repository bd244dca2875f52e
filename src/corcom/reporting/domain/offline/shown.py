"""A value as it stands in an offline form, so that it is read back as the same value."""

from __future__ import annotations

import re

from corcom.kernel.wording import Wording
from corcom.reporting.domain.offline.laid_out import OfflineQuestion

_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}")
"""What could be thousands as well as a fraction."""
_WITH_COMMA = frozenset(("es", "fr", "ru"))


def shown(question: OfflineQuestion, value: str, wording: Wording) -> str:
    """A choice by its name, a fraction as the language writes it; everything else as it is."""
    if question.kind != "number":
        return question.name_of(value)
    plain = unmistakable(value)
    return plain.replace(".", ",") if wording.language.partition("-")[0] in _WITH_COMMA else plain


def unmistakable(number: str) -> str:
    """A number whose fraction nobody takes for thousands.

    >>> unmistakable("1.234"), unmistakable("0.125"), unmistakable("12.5")
    ('1.2340', '0.125', '12.5')
    """
    return f"{number}0" if _EITHER.fullmatch(number) else number
