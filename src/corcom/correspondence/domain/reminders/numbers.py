"""The numbers under which reminders stand in the register of letters."""

from __future__ import annotations

from datetime import date
from typing import Final

from corcom.outbox.domain.letter_numbers import LetterNumber

SERIES: Final = "R"
"""What tells the number of a reminder from that of a letter."""


def reminder_number(convention: str, on: date, position: int) -> str:
    """The number of a reminder: the convention, the year, and which one it is.

    >>> reminder_number("CCM", date(2026, 3, 31), 12)
    'CCM/R/2026/12'
    """
    return str(LetterNumber(convention, on.year, position, series=SERIES))


def number_to_come(convention: str, on: date) -> str:
    """What stands for the number of a reminder before it is prepared.

    >>> number_to_come("CCM", date(2026, 3, 31))
    'CCM/R/2026/…'
    """
    return f"{convention}/{SERIES}/{on.year}/…"
