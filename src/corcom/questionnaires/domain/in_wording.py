"""Marked words with their values, in the language of a document."""

from __future__ import annotations

from datetime import date

from corcom.kernel.marked import Filled
from corcom.kernel.wording import Wording


def in_wording(words: Filled, wording: Wording) -> str:
    """The words translated, their days written out."""
    values = {
        key: wording.day(value.isoformat()) if isinstance(value, date) else value for key, value in words.values.items()
    }
    return wording.gettext(words.template) % values
