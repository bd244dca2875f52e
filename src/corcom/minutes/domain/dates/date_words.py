"""The words that dates are made of: months, weekdays, number words, and pieces of pattern over them.

Patterns are written for a plain shadow of the text (see `corcom.kernel.plain`): the only white space inside a date is
the space, there may be several, and every dash is "-".
"""

from __future__ import annotations

from corcom.kernel.english import MONTHS

_ENGLISH = ([*MONTHS], [month[:3] for month in MONTHS])
_FRENCH = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_SPANISH = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]

MONTH_NUMBERS: dict[str, int] = {
    name.lower(): number for names in (*_ENGLISH, _FRENCH, _SPANISH) for number, name in enumerate(names, start=1)
} | {"sept": 9, "fevrier": 2, "aout": 8, "decembre": 12, "setiembre": 9}

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAY_NUMBERS: dict[str, int] = {
    name.lower(): number
    for names in (
        WEEKDAYS,
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    )
    for number, name in enumerate(names)
} | {"tues": 1, "thur": 3, "thurs": 3}

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SMALL_NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_ONES)} | _TENS
NUMBER_WORDS = "|".join(sorted((word for word in SMALL_NUMBERS if word != "zero"), key=len, reverse=True))

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINAL_NUMBERS: dict[str, int] = {word: number for number, word in enumerate(_ORDINALS, start=1)} | {
    "inaugural": 1,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    **{
        f"{tens}-{one}": _TENS[tens] + number
        for tens in ("twenty", "thirty", "forty", "fifty")
        for number, one in enumerate(_ORDINALS[:9], start=1)
    },
}


def any_of(words: list[str]) -> str:
    """An alternation, longest first, so that "Sept" is not cut to "Sep".

    >>> any_of(["Sep", "Sept"])
    'Sept|Sep'
    """
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))


def cased(names: list[str]) -> list[str]:
    """Each name as it stands and in capitals.

    >>> cased(["May"])
    ['May', 'MAY']
    """
    return [form for name in names for form in (name, name.upper())]


MONTH_NAMES = any_of(cased(_ENGLISH[0]))
"""English month names in full: the only ones that stand alone."""
MONTH_SHORT = any_of(cased([*_ENGLISH[0], *_ENGLISH[1], "Sept"]))
"""English month names, full or short: beside a number."""
MONTH_ANY = any_of([*MONTH_SHORT.split("|"), *_FRENCH, *_SPANISH, "fevrier", "aout", "decembre"])
"""Month names in English, French and Spanish: after a number."""
WEEKDAY = any_of(cased(WEEKDAYS))
WEEKDAY_ANY = any_of([*WEEKDAY.split("|"), *(word.capitalize() for word in WEEKDAY_NUMBERS), *WEEKDAY_NUMBERS])

YEAR = r"(?:19|20)\d\d(?!\d)"
JOIN = r"(?: {0,9}[-/] {0,9}| {1,9}(?:to|until|till|through|and|&|au|al|et|y|a|TO|UNTIL|AND) {1,9}(?:the {1,9})?)"
"""What joins two dates: into a period, or into a list."""


def lists(join: str) -> bool:
    """Whether the words between two dates list them ("5 and 19 May") instead of making them a period.

    >>> lists(" and "), lists(" to "), lists(", ")
    (True, False, True)
    """
    return "," in join or any(word.lower() in {"and", "&", "et", "y"} for word in join.split())


def number_of(word: str) -> int | None:
    """The value of digits or of an English number word up to "ninety-nine"; "a" and "an" are one.

    >>> number_of("twenty-one"), number_of("12"), number_of("several")
    (21, 12, None)
    """
    if word.isdecimal() and word.isascii():
        return int(word[:9])
    low = word.lower()
    if low in {"a", "an"}:
        return 1
    tens, _, one = low.replace(" ", "-").partition("-")
    if not one:
        return SMALL_NUMBERS.get(tens)
    return _TENS[tens] + SMALL_NUMBERS[one] if tens in _TENS and 0 < SMALL_NUMBERS.get(one, 0) < 10 else None


def ordinal_of(word: str) -> int | None:
    """The value of "third", "3rd" or "23rd".

    >>> ordinal_of("Third"), ordinal_of("7th"), ordinal_of("next")
    (3, 7, None)
    """
    digits = word.lower().rstrip("stndrh")
    if digits.isdecimal() and digits.isascii():
        return int(digits[:4])
    return ORDINAL_NUMBERS.get(word.lower())
