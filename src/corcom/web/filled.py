"""Words of the pure parts with their values, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from corcom.kernel.marked import Filled
from corcom.web.wording import in_words


def filled(words: Filled) -> str:
    """Words as they stand in a `Filled`, translated, with their values, of which some are words themselves."""
    return filled_template(words.template, words.values)


def filled_template(template: str, values: Mapping[str, object]) -> str:
    """The same where template and values come apart."""
    return _(template) % {key: _value(value) for key, value in values.items()} if template else ""


def _value(value: object) -> object:
    if isinstance(value, Filled):
        return filled(value)
    if isinstance(value, date):
        return in_words(value)
    return _(value) if isinstance(value, str) and value else value
