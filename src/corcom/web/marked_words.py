"""The words that a pure part says, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from corcom.kernel.marked import Filled

NOTHING: Mapping[str, str] = {}


def filled(words: Filled, names: Mapping[str, str] = NOTHING) -> str:
    """Words with their values, of which some are words themselves; `names` says what to call a value that is a code."""
    return _(words.template) % {key: _value(value, names) for key, value in words.values.items()}


def _value(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, Filled):
        return filled(value, names)
    if isinstance(value, str) and value:
        return names.get(value) or _(value)
    return value
