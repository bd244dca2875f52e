"""Days and numbers as an English document writes them."""

from __future__ import annotations

from decimal import Decimal

from corcom.kernel.amounts import written

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def english_number(value: Decimal) -> str:
    """An amount in groups of three, with no more digits than it has.

    >>> english_number(Decimal("1234567.50")), english_number(Decimal("1.2E+3"))
    ('1,234,567.5', '1,200')
    """
    return f"{Decimal(written(value)):,f}"


def english_day(value: str) -> str:
    """An ISO 8601 day, month, year or period as an English document writes it; anything else as it stands.

    >>> english_day("2016-05-26"), english_day("2012-04-16/2012-04-19"), english_day("2016-05"), english_day("soon")
    ('26 May 2016', '16 to 19 April 2012', 'May 2016', 'soon')
    """
    start, slash, end = value.partition("/")
    first, last = _english_part(start), _english_part(end)
    if not slash:
        return first
    if len(start) == len(end) == len("2016-05-26") and start[:7] == end[:7]:
        first = str(int(start[8:]))
    return f"{first} to {last}"


def _english_part(part: str) -> str:
    numbers = part.split("-")
    if not all(number.isdecimal() for number in numbers) or len(numbers) > 3:
        return part
    words = [str(int(numbers[2]))] if len(numbers) > 2 else []
    if len(numbers) > 1:
        month = int(numbers[1])
        if not 1 <= month <= len(MONTHS):
            return part
        words.append(MONTHS[month - 1])
    return " ".join([*words, numbers[0]])
