"""What was done with a letter, in words, the latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.correspondence.domain.letters_told import LetterTold
from corcom.web.letters.posting_words import posting_in_words
from corcom.web.letters.words import STEPS, states_in_words
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True)
class LetterHistoryLine:
    """One step: what was done, about what, why, when and by whom."""

    at: datetime
    words: str
    about: str
    note: str
    who: str

    @property
    def moment(self) -> str:
        """When it was done, in words."""
        return moment_in_words(self.at)


def letter_history(found: LetterTold) -> list[LetterHistoryLine]:
    """The steps of a letter and what was posted of it."""
    steps = [LetterHistoryLine(step.at, str(STEPS[step.kind]), "", step.note, step.by) for step in found.steps]
    return sorted([*steps, *_postings(found)], key=lambda line: line.at)[::-1]


def _postings(found: LetterTold) -> Iterator[LetterHistoryLine]:
    for each in found.all_posted:
        told, states = each.told, states_in_words(each.states)
        count = ngettext("%(n)d copy posted", "%(n)d copies posted", len(each.states)) % {"n": len(each.states)}
        way = posting_in_words(told.posting)
        yield LetterHistoryLine(told.at, count, f"{way} · {states}", "", told.by)
        if told.struck_at:
            words = _("Posting struck")
            yield LetterHistoryLine(told.struck_at, words, f"{way} · {states}", told.struck_why, told.struck_by)
