"""A time-line in words: its days, the numbers of its steps, who does them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import who as who_in_words
from corcom.web.spoken_in import spoken
from corcom.web.wording import days_in_words, in_words


def days_of(drawn: Timeline) -> str:
    """The days of the meeting in words."""
    return period_in_words(drawn.events.meeting_start, drawn.events.meeting_end)


def period_in_words(first: date, last: date) -> str:
    return in_words(last) if first == last else days_in_words(f"{first.isoformat()}/{last.isoformat()}")


def numbered(step: PlannedStep, drawn: Timeline) -> str:
    """A step with its number, by which others say what they come after."""
    return _("%(number)d. %(step)s") % {"number": number_of(drawn, step.code), "step": _(step.name)}


def number_of(drawn: Timeline, code: str) -> int:
    return 1 + next(at for at, step in enumerate(drawn.steps) if step.code == code)


def who(names: Sequence[str]) -> str:
    """Those who do something, in the reader's language."""
    return who_in_words(names, spoken())
