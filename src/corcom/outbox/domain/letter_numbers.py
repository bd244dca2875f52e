"""Numbers of letters as they stand in the register and in subjects, such as CCM/L/2026/3-ZMB.

They say whose letter it is, of which year, which one, and whose copy.
Reminders have a series of their own: CCM/R/2026/3-ZMB.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

LETTERS: Final = "L"
REMINDERS: Final = "R"
"""What tells the number of a letter from that of a reminder."""
_NUMBER: Final = re.compile(r"(?<![A-Z0-9/])([A-Z]+)/([LR])/(\d{4})/(\d{1,6})(?:-([A-Z]{3})(?![A-Z]))?(?![\d/])")


class LetterNumber(NamedTuple):
    """The number of a letter, or of the copy of one State; `position` is which one of its series it is, from 1.

    `series` is `LETTERS` or `REMINDERS`.

    >>> str(LetterNumber("CCM", 2026, 3)), str(LetterNumber("CCM", 2026, 3, "ZMB"))
    ('CCM/L/2026/3', 'CCM/L/2026/3-ZMB')
    """

    convention: str
    year: int
    position: int
    iso3: str = ""
    series: str = LETTERS

    def __str__(self) -> str:
        return f"{self.convention}/{self.series}/{self.year}/{self.position}" + (f"-{self.iso3}" if self.iso3 else "")

    def stands_in(self, text: str) -> bool:
        """Whether a text names the letter: the same copy, or, where this names no copy, any of them.

        >>> LetterNumber("CCM", 2026, 3).stands_in("CCM/L/2026/3-ZMB")
        True
        >>> LetterNumber("CCM", 2026, 3, "ZMB").stands_in("CCM/L/2026/31-ZMB")
        False
        """
        return any(self == (each if self.iso3 else each._replace(iso3="")) for each in letter_numbers(text))


def number_to_come(convention: str, year: int, series: str = LETTERS) -> str:
    """What stands for the number of a letter before it has one.

    >>> number_to_come("CCM", 2026), number_to_come("CCM", 2026, REMINDERS)
    ('CCM/L/2026/…', 'CCM/R/2026/…')
    """
    return f"{convention}/{series}/{year}/…"


def letter_numbers(text: str) -> tuple[LetterNumber, ...]:
    """The numbers in a text, each once, in their order; small letters count as large ones.

    >>> [str(each) for each in letter_numbers("Re: your letters CCM/L/2026/3-ZMB and ccm/l/2026/12, of May")]
    ['CCM/L/2026/3-ZMB', 'CCM/L/2026/12']
    >>> letter_numbers("CCM/R/2026/3-ZMB") == letter_numbers("CCM/L/2026/3-ZMB")
    False
    >>> letter_numbers("CCM/MSP/2026/3 and A/RES/70/54")
    ()
    """
    parts = _NUMBER.findall(text.upper())
    found = [LetterNumber(code, int(year), int(at), iso3, series) for code, series, year, at, iso3 in parts]
    return tuple(dict.fromkeys(found))
