"""Letters as audiences ask about them: when one went out, to which States, and which of them answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """A letter that went out. `audience` is the number of the audience it went to, None for one that went to none.

    `sent_on` is the day on which the first of it left; `to` says of each State, by ISO3, when its copy left, by e-mail or on
    paper; `answered` of those that answered, when they first did.
    """

    sent_on: date
    audience: int | None = None
    to: Mapping[str, date] = field(default_factory=dict)
    answered: Mapping[str, date] = field(default_factory=dict)

    def had_answered(self, day: date) -> frozenset[str]:
        """The States that had answered by a day."""
        return frozenset(iso3 for iso3, on in self.answered.items() if on <= day)


LettersSent = Mapping[int, LetterSent]
"""Letters by their number."""

NO_LETTERS: LettersSent = {}


def last_letter(letters: LettersSent, audience: int | None, day: date) -> int | None:
    """The number of the last letter to an audience that had gone out by a day; None where none had."""
    sent = [(told.sent_on, number) for number, told in letters.items() if told.audience == audience]
    return max(((on, number) for on, number in sent if on <= day), default=(day, None))[1] if audience else None
