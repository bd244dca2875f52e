"""Numbers of lists as letters and Roman numerals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST: Final = 10_000
_LETTERS: Final = 26


def roman(number: int) -> str:
    """`number` in small Roman numerals.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    if not 0 < number < _LARGEST:
        return str(number)
    text = ""
    for size, letters in _ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


def letters(number: int) -> str:
    """Letters as Word counts them: after z comes aa, then bb.

    >>> letters(1), letters(26), letters(28)
    ('a', 'z', 'bb')
    """
    if not 0 < number < _LARGEST:
        return str(number)
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def numeral(number: int, kind: str) -> str:
    """`number` written as `kind`: decimal, decimalZero, lowerLetter, upperLetter, lowerRoman, upperRoman, ordinal.

    >>> numeral(3, "upperRoman"), numeral(7, "decimalZero"), numeral(2, "ordinal")
    ('III', '07', '2nd')
    """
    writing = _WRITINGS.get(kind)
    return writing(number) if writing else str(number)


def _ordinal(number: int) -> str:
    last = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


_WRITINGS: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": _ordinal,
}
