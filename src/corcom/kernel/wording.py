"""The words in which a document is written that leaves the house: labels, days, the side from which one reads.

Writers of documents are pure and know no translations. They ask the `Wording` that their caller gives them, by its
method `gettext`, so that the translators' tool finds every label where it is used. `ENGLISH` is what they fall back on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corcom.kernel.actor import Actor

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
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
ARABIC_MARKS = {",": "،", ";": "؛"}


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


def _as_written(text: str) -> str:
    return text


def _as_named(actor: Actor) -> str:
    return actor.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """`language` is a code such as "fr"; `gettext` translates a label; `day` writes an ISO 8601 date out.

    `name` calls an actor as the reader's language does.
    """

    language: str = "en"
    gettext: Callable[[str], str] = _as_written
    day: Callable[[str], str] = english_day
    name: Callable[[Actor], str] = _as_named

    @property
    def right_to_left(self) -> bool:
        """Whether documents in this language are set from right to left."""
        return self.language.partition("-")[0] in RIGHT_TO_LEFT

    def listed(self, parts: Iterable[str], *, between: str = ",") -> str:
        """Parts in a row, with the comma (or the semicolon) of the language; empty ones are left out.

        >>> Wording(language="ar").listed(["CCM", "", "APMBC"])
        'CCM، APMBC'
        """
        mark = ARABIC_MARKS[between] if self.right_to_left else between
        return f"{mark} ".join(part for part in parts if part)


ENGLISH = Wording()
