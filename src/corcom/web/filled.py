"""Words of the pure parts with their values, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from corcom.kernel.marked import Filled
from corcom.web.wording import in_words

NO_NAMES: Mapping[str, str] = {}


def filled(words: Filled, names: Mapping[str, str] = NO_NAMES) -> str:
    """Words as they stand in a `Filled`, translated, with their values, of which some are words themselves.

    `names` says what to call a value that is a code.
    """
    return filled_template(words.template, words.values, names)


def filled_template(template: str, values: Mapping[str, object], names: Mapping[str, str] = NO_NAMES) -> str:
    """The same where template and values come apart."""
    return _(template) % {key: _value(value, names) for key, value in values.items()} if template else ""


def _value(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, Filled):
        return filled(value, names)
    if isinstance(value, date):
        return in_words(value)
    return names.get(value) or _(value) if isinstance(value, str) and value else value
