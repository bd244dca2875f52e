"""The numbers under which letters and their copies stand in the register of letters."""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = re.compile(r"\b([A-Z]{2,12})/L/(\d{4})/(\d{1,6})(?:-([A-Z]{3}))?\b")


def letter_number(convention: str, year: int, position: int) -> str:
    """The number of a letter: the convention, the year, and which one of the year it is, from 1.

    >>> letter_number("CCM", 2026, 3)
    'CCM/L/2026/3'
    """
    return f"{convention}/L/{year}/{position}"


def numbers_in(text: str) -> tuple[tuple[str, str], ...]:
    """The numbers of letters that a text names, each with the State of the copy, or "".

    >>> numbers_in("Re: CCM/L/2026/3-ZMB and CCM/L/2026/4")
    (('CCM/L/2026/3', 'ZMB'), ('CCM/L/2026/4', ''))
    """
    found = {
        (letter_number(code, int(year), int(position)), iso3 or "")
        for code, year, position, iso3 in _NUMBER.findall(text)
    }
    return tuple(sorted(found))
