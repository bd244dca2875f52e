"""Amounts as they are written."""

from __future__ import annotations

from decimal import Decimal


def written(value: Decimal) -> str:
    """An amount in digits, with no more of them than it needs.

    >>> written(Decimal("1.20E+3")), written(Decimal("0.50"))
    ('1200', '0.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
