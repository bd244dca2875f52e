"""Which links open a questionnaire."""

from __future__ import annotations

PURPOSE = "questionnaire"
"""Of the links by which States answer."""


def subject_of(number: int) -> str:
    """What a link to a questionnaire opens."""
    return f"{PURPOSE}:{number}"


def number_in(subject: str) -> int:
    """The number of the questionnaire that a link opens; 0 for none.

    >>> number_in("questionnaire:12"), number_in("meeting:x")
    (12, 0)
    """
    number = subject.partition(":")[2]
    return int(number) if number.isdecimal() else 0
