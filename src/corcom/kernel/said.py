"""Marked words with their values, in the language of a `Wording`."""

from __future__ import annotations

from datetime import date

from corcom.kernel.marked import Filled
from corcom.kernel.wording import ENGLISH, Wording


def said(words: Filled | str, wording: Wording = ENGLISH) -> str:
    """Words with their values, all of them in the language of the wording, days written out.

    >>> said(Filled("until %(day)s", day=date(2016, 4, 29)))
    'until 29 April 2016'
    """
    if isinstance(words, str):
        return wording.gettext(words) if words else ""
    return wording.gettext(words.template) % {key: _value(value, wording) for key, value in words.values.items()}


def _value(value: object, wording: Wording) -> object:
    if isinstance(value, date):
        return wording.day(value.isoformat())
    return said(value, wording) if isinstance(value, Filled | str) else value
