"""A number out of what somebody typed, in the ways of the six languages of the United Nations."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from corcom.figures.domain.amounts import written
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import WITH_FRACTIONS, Field

MOST_DIGITS = 15
_GROUPS = re.compile(r"(?<=\d)[\s'’.,](?=\d{3}(?:\D|$))")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_SPACES = "\u00a0\u202f\u2009"
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
"""Thousands set apart, or a fraction."""


def read_number(field: Field, text: str) -> str:
    """Thousands may be set apart by a space, a point, a comma or an apostrophe; a fraction follows a point or a comma."""
    plain = text
    for space in _SPACES:
        plain = plain.replace(space, " ")
    plain = "".join(str(unicodedata.digit(letter, letter)) for letter in plain)
    fractions = field.unit in WITH_FRACTIONS
    if fractions and _EITHER.fullmatch(plain):
        whole, fraction = re.sub(r"[.,]", "", plain), plain.replace(",", ".")
        words = gettext_noop("“%(typed)s” can mean %(whole)s or %(fraction)s. Write %(whole)s, or %(fraction)s0.")
        raise ValueRefused(Filled(words, typed=text[:40], whole=whole, fraction=fraction), text)
    bare = _without_groups(plain, keep_last=fractions)
    if not _DIGITS.fullmatch(bare) or len(bare) > MOST_DIGITS:
        words = gettext_noop("“%(typed)s” is no number. Write digits only, such as 1250, and remarks beside it.")
        raise ValueRefused(Filled(words, typed=text[:40]), text)
    number = Decimal(bare.replace(",", "."))
    if not fractions and number != number.to_integral_value():
        raise ValueRefused(Filled(gettext_noop("“%(typed)s” is no whole number."), typed=text[:40]), text)
    return written(number)


def _without_groups(text: str, *, keep_last: bool) -> str:
    """Without what sets thousands apart. "1.250" is a fraction where fractions may be, unless another group precedes it."""
    marks = re.findall(r"[.,]", text)
    if keep_last and len(marks) == 1:
        return re.sub(r"(?<=\d)[\s'’](?=\d{3}(?:\D|$))", "", text)
    if keep_last and len(set(marks)) == 2:
        thousands = marks[0]
        return re.sub(r"[\s'’]", "", text.replace(thousands, ""))
    return _GROUPS.sub("", text)
