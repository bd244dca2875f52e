"""The way to a day, step by step, as a lawyer can follow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.events import DUE, NAMES
from corcom.rulebooks.timeline_events import is_timeline_event, timeline_event_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: words with their values, the day it leads to, and what says so (an article or another source)."""

    words: Filled
    on: date | None = None
    source: str = ""

    def __str__(self) -> str:
        """In English, on one line."""
        day = f" = {self.on.isoformat()}" if self.on else ""
        return f"{self.words}{day}" + (f" ({self.source})" if self.source else "")


def event_step(event: str, on: date, source: str = "") -> Step:
    """The event from which a rule counts.

    >>> from datetime import date
    >>> str(event_step("deposit", date(2015, 5, 28)))
    'deposit of the instrument = 2015-05-28'
    """
    if event.startswith(DUE):
        words = Filled(gettext_noop("day on which “%(obligation)s” falls due"), obligation=event.removeprefix(DUE))
        return Step(words=words, on=on, source=source)
    words = timeline_event_words(event) if is_timeline_event(event) else Filled(NAMES[event])
    return Step(words=words, on=on, source=source)
