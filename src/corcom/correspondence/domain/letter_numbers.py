"""The numbers under which letters and their copies stand in the register of letters."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NUMBER: Final = re.compile(r"\b([A-Z]{2,12})/L/(\d{4})/(\d{1,6})(?:-([A-Z]{3}))?\b")


class LetterNumber(NamedTuple):
    """The number of a letter, or of the copy of one State; `position` is which letter of the year it is, from 1."""

    convention: str
    year: int
    position: int
    iso3: str = ""

    def __str__(self) -> str:
        return letter_number(self.convention, self.year, self.position) + (f"-{self.iso3}" if self.iso3 else "")


def letter_number(convention: str, year: int, position: int) -> str:
    """The number of a letter.

    >>> letter_number("CCM", 2026, 3)
    'CCM/L/2026/3'
    """
    return f"{convention}/L/{year}/{position}"


def numbers_in(text: str) -> tuple[LetterNumber, ...]:
    """The numbers of letters that a text names, each once.

    >>> [str(one) for one in numbers_in("Re: CCM/L/2026/3-ZMB and CCM/L/2026/4")]
    ['CCM/L/2026/3-ZMB', 'CCM/L/2026/4']
    """
    found = [LetterNumber(code, int(year), int(at), iso3) for code, year, at, iso3 in _NUMBER.findall(text)]
    return tuple(dict.fromkeys(found))
