"""Exact amounts: digits in and out, and areas of other units in km². Nothing here is ever a float.

An amount has at most `MOST_DIGITS` digits, so that a spreadsheet that opens and saves a table does not change it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from corcom.kernel.amounts import written

MOST_DIGITS = 15
"""Digits that count, before and after the point together: what every spreadsheet keeps."""

_DIGITS = re.compile(r"\d{1,15}(?:\.\d{1,20})?", re.ASCII)

AREA_UNITS: Mapping[str, int] = {"km2": 0, "ha": -2, "m2": -6}
"""Powers of ten: 100 hectares are a km², and 1,000,000 m²."""


def amount(text: str) -> Decimal:
    """An amount out of digits with a point for the fraction. Errors: `ValueError`.

    >>> amount("0.750"), amount("12")
    (Decimal('0.75'), Decimal('12'))
    """
    if not _DIGITS.fullmatch(text):
        raise ValueError(text)
    return Decimal(written(Decimal(text)))


def in_km2(value: Decimal, unit: str) -> Decimal:
    """An area in km², exactly. Errors: `KeyError` for what is no unit of area.

    >>> in_km2(Decimal(250_000), "m2"), in_km2(Decimal(5), "ha")
    (Decimal('0.25'), Decimal('0.05'))
    """
    return Decimal(written(value.scaleb(AREA_UNITS[unit])))


def is_exact(value: Decimal) -> bool:
    """Whether an amount can be kept as it is: not negative, and with no more digits than every table keeps.

    >>> is_exact(Decimal("0.00000001")), is_exact(Decimal("1234567890.123456")), is_exact(Decimal(-1))
    (True, False, False)
    """
    if not value.is_finite() or value < 0:
        return False
    return len(written(value).replace(".", "").lstrip("0")) <= MOST_DIGITS
