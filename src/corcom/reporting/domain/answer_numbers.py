"""A number out of what somebody typed, in the ways of the six languages of the United Nations."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from corcom.kernel.amounts import written
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import WITH_FRACTIONS, Field

MOST_DIGITS = 15
_GROUPED = re.compile(r"([1-9]\d{0,2})((?:(?P<mark>[\s'’.,])\d{3})(?:(?P=mark)\d{3})*)(?:(?!(?P=mark))[.,](\d+))?")
"""Thousands that are all set apart by the same mark, and perhaps a fraction behind another one."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_SPACES = "\u00a0\u202f\u2009"
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""Thousands set apart, or a fraction."""
_ARABIC_THOUSANDS, _ARABIC_FRACTION = "\u066c", "\u066b"


def read_number(field: Field, text: str) -> str:
    """Thousands may be set apart by a space, a point, a comma or an apostrophe; a fraction follows a point or a comma.

    Errors: `ValueRefused`.
    """
    plain = _in_plain_signs(text)
    fractions = field.unit in WITH_FRACTIONS
    if fractions and _EITHER.fullmatch(plain):
        whole, fraction = re.sub(r"[.,]", "", plain), plain.replace(",", ".")
        words = gettext_noop("“%(typed)s” can mean %(whole)s or %(fraction)s. Write %(whole)s, or %(fraction)s0.")
        raise ValueRefused(Filled(words, typed=text[:40], whole=whole, fraction=fraction), text)
    bare = _without_groups(plain)
    if not _DIGITS.fullmatch(bare) or len(bare) > MOST_DIGITS:
        words = gettext_noop("“%(typed)s” is no number. Write digits only, such as 1250, and remarks beside it.")
        raise ValueRefused(Filled(words, typed=text[:40]), text)
    number = Decimal(bare.replace(",", "."))
    if not fractions and number != number.to_integral_value():
        raise ValueRefused(Filled(gettext_noop("“%(typed)s” is no whole number."), typed=text[:40]), text)
    return written(number)


def _in_plain_signs(text: str) -> str:
    """Digits of any script as ASCII; a small raised one, which marks a footnote, is none."""
    plain = text.replace(_ARABIC_THOUSANDS, "’")
    if _ARABIC_FRACTION in plain:
        # It can set no thousands apart: with a zero more nobody takes it for a point that does.
        plain = f"{plain.replace(_ARABIC_FRACTION, '.')}0"
    for space in _SPACES:
        plain = plain.replace(space, " ")
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)


def _without_groups(text: str) -> str:
    """Without what sets thousands apart, where every group is whole; else as it is.

    >>> _without_groups("1.250.000,5"), _without_groups("1234.567"), _without_groups("12,34,567")
    ('1250000.5', '1234.567', '12,34,567')
    """
    found = _GROUPED.fullmatch(text)
    if found is None:
        return text
    whole = found[1] + re.sub(r"\D", "", found[2])
    return f"{whole}.{found[4]}" if found[4] else whole
