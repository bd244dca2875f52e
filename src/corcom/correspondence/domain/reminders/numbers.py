"""The numbers under which reminders stand in the register of letters."""

from __future__ import annotations

from datetime import date

from corcom.outbox.domain.letter_numbers import REMINDERS, LetterNumber


def reminder_number(convention: str, on: date, position: int) -> str:
    """The number of a reminder: the convention, the year, and which one it is.

    >>> reminder_number("CCM", date(2026, 3, 31), 12)
    'CCM/R/2026/12'
    """
    return str(LetterNumber(convention, on.year, position, series=REMINDERS))
