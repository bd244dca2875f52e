"""The deadline chip: the day, how far it is in words, and on a click how it was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils.translation import gettext as _

from corcom.web import wording
from corcom.web.pieces.status import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a day: "entry into force", 1 November 2015, "Article 17(2)"."""

    words: str
    on: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`status` is what the domain found on `day`; the chip never decides it.

    `due_on` is the last day of what was said (None where no day was); `shown` is the day as it was known ("May 2016",
    `2016-05`); `said` the words of the source ("by the next meeting").
    """

    template: ClassVar[str] = "pieces/deadline.html"

    due_on: date | None
    day: date
    status: Status
    shown: str = ""
    said: str = ""
    met_on: date | None = None
    extended_to: date | None = None
    steps: tuple[Step, ...] = ()

    @property
    def day_in_words(self) -> str:
        return wording.days_in_words(self.shown) if self.shown else wording.in_words(self.due_on)

    @property
    def words(self) -> str:
        """How far, as people say it: "in 12 days", "overdue by 3 months", "met 4 days early"."""
        if self.status == "met":
            return self._met()
        if self.due_on is None:
            return _("no day was set")
        if self.status == "extended" and self.extended_to:
            return _("extended to %(day)s") % {"day": wording.in_words(self.extended_to)}
        if self.day <= self.due_on:
            return wording.from_today(self.due_on, self.day)
        apart = wording.distance(self.day, self.due_on)
        if self.status == "overdue":
            return wording.counted(wording.OVERDUE, apart)
        when = wording.counted(wording.FELL_DUE, apart)
        return _("%(when)s, not known whether met") % {"when": when} if self.status == "unknown" else when

    def _met(self) -> str:
        if self.met_on is None or self.due_on is None:
            return _("met")
        if self.met_on == self.due_on:
            return _("met on the day")
        words = wording.MET_EARLY if self.met_on < self.due_on else wording.MET_LATE
        return wording.counted(words, wording.distance(self.met_on, self.due_on))
