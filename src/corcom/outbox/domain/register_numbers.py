"""Numbers of letters as they stand in subjects, such as CCM/L/2026/3-ZMB: whose letter, which year, which one, whose copy."""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = re.compile(r"(?<![A-Z0-9/])[A-Z]+/L/\d{4}/\d{1,6}(?:-[A-Z]{3}(?![A-Z]))?(?![\d/])")


def register_numbers(text: str) -> tuple[str, ...]:
    """The numbers in a text, each once, in their order; small letters count as large ones.

    >>> register_numbers("Re: your letters CCM/L/2026/3-ZMB and ccm/l/2026/12, of May")
    ('CCM/L/2026/3-ZMB', 'CCM/L/2026/12')
    >>> register_numbers("CCM/MSP/2026/3 and A/RES/70/54")
    ()
    """
    return tuple(dict.fromkeys(found[0] for found in _NUMBER.finditer(text.upper())))


def is_of_letter(number: str, text: str) -> bool:
    """Whether a text names the letter with this number: the same copy, or, where it names no copy, any of them.

    >>> is_of_letter("CCM/L/2026/3", "CCM/L/2026/3-ZMB"), is_of_letter("CCM/L/2026/3-ZMB", "CCM/L/2026/31-ZMB")
    (True, False)
    """
    return any(
        each == number or ("-" not in number and each.startswith(f"{number}-")) for each in register_numbers(text)
    )


def state_of_number(number: str) -> str:
    """The ISO3 code of the State whose copy has a number; "" where it names none.

    >>> state_of_number("CCM/L/2026/3-ZMB"), state_of_number("CCM/L/2026/3")
    ('ZMB', '')
    """
    return number.partition("-")[2]
