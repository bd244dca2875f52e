"""Soundings: who was approached for an office or came forward, and what they answered. Confidential throughout.

A later sounding of the same holder for the same office and meeting takes the place of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.source import Certainty
from corcom.mandates.domain.planning import Candidate
from corcom.mandates.domain.terms import offices_of, themes_of
from corcom.register.domain.gazetteer import parties

Answer = Literal["nominated", "approached", "considering", "accepted", "declined"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""`nominated`: came forward or was named by others. `approached`: asked, no answer yet. The others are answers."""
WILLING: frozenset[Answer] = frozenset(("nominated", "accepted"))


class SoundingRefused(CorcomError):
    """A sounding that cannot be: `key` is the part that is wrong, `why` says it in words that can be translated."""

    def __init__(self, key: str, why: Filled) -> None:
        super().__init__(f"{key}: {why}")
        self.key = key
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Sounding:
    """One sounding. `meeting` is the code of the one from whose close on; `themes` the dearest first, none for any."""

    convention: str
    meeting: str
    office: str
    themes: tuple[str, ...] = ()
    holder: str
    answer: Answer
    on: date
    source: str
    certainty: Certainty = "certain"
    note: str = ""
    number: int = 0


def check_sounding(sounding: Sounding) -> None:
    """Refuse a sounding of an office, a theme or a holder that nobody knows. Errors: `SoundingRefused`."""
    code = Filled(gettext_noop("a code that the rulebook or the register has"))
    if sounding.office not in offices_of(sounding.convention):
        raise SoundingRefused("office", code)
    if not set(sounding.themes) <= set(themes_of(sounding.convention)):
        raise SoundingRefused("themes", code)
    if sounding.holder not in parties():
        raise SoundingRefused("holder", code)
    if not sounding.meeting.strip():
        raise SoundingRefused("meeting", Filled(gettext_noop("a meeting, such as 7MSP")))


def latest_answers(soundings: Iterable[Sounding]) -> list[Sounding]:
    """What each holder said last for each office and meeting."""
    found: dict[tuple[str, str, str], Sounding] = {}
    for each in sorted(soundings, key=lambda one: (one.on, one.number)):
        found[each.meeting, each.office, each.holder] = each
    return list(found.values())


def candidates_from(soundings: Iterable[Sounding], *, meeting: str, office: str) -> list[Candidate]:
    """Who is willing to take an office from a meeting on, with the themes that they offer."""
    return [
        Candidate(holder=each.holder, themes=each.themes)
        for each in latest_answers(soundings)
        if each.answer in WILLING and each.meeting == meeting and each.office == office
    ]
