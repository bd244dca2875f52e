"""What the end notes of a status table say of a State that left: the sentence, the day of the notice and of its effect."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from corcom.register.domain.depositary_cells import days_in

_LEAVES: Final = re.compile(r"withdr[ae]w|denounc|denunciation|retrait|retir|dénonc", re.IGNORECASE)
_OF_LESS: Final = re.compile(r"reserv|réserv|d[ée]clar|objection", re.IGNORECASE)
"""Of what else a State may withdraw: from no convention."""
_EFFECT: Final = re.compile(r"effect|effet", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawal of which a note speaks. `effect` is the day on which it took effect, where the note names one."""

    sentence: str
    notice: date
    effect: date | None


def numbered(notes: Iterable[str]) -> dict[str, str]:
    """Notes by the number with which each begins; what begins with none is no note.

    >>> numbered(["1 Applied provisionally.", "(2) It left.", "See above"])
    {'1': 'Applied provisionally.', '2': 'It left.'}
    """
    found: dict[str, str] = {}
    for note in notes:
        number = re.match(r"\W*(\d{1,3})\W*\s(.+)", note)
        if number:
            found.setdefault(number[1], number[2])
    return found


def speaks_of_leaving(said: str) -> bool:
    """Whether notes speak of leaving the convention."""
    return any(_leaves(sentence) for sentence in _sentences(said))


def leaving(said: str) -> Withdrawal | None:
    """The withdrawal of which notes speak: a sentence with the day of the notice; that of the effect in it or after it.

    >>> leaving("On 6 September 2024 it withdrew from the Convention, with effect from 6 March 2025.").notice
    datetime.date(2024, 9, 6)
    """
    sentences = _sentences(said)
    for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
        notice, effect = _before_and_after_effect(sentence)
        if _leaves(sentence) and len(notice) == 1:
            effect = effect or _before_and_after_effect(following)[1]
            return Withdrawal(sentence, notice[0], effect[0] if len(effect) == 1 else None)
    return None


def _sentences(said: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+(?=[A-ZÀ-Þ])", said)


def _leaves(sentence: str) -> bool:
    """Whether a sentence speaks of leaving the convention, and not of taking back a reservation or the like."""
    return bool(_LEAVES.search(sentence)) and not _OF_LESS.search(sentence)


def _before_and_after_effect(sentence: str) -> tuple[list[date], list[date]]:
    """The days that a sentence names before and after it speaks of an effect; all of them before where it does not."""
    effect = _EFFECT.search(sentence)
    place_of_effect = effect.start() if effect else len(sentence)
    days = list(days_in(sentence))
    return (
        [day for place, day in days if place < place_of_effect],
        [day for place, day in days if place >= place_of_effect],
    )
