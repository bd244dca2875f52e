"""The deadline chip: the day, how far it is in words, and on a click how it was computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from corcom.web import distances, wording
from corcom.web.pieces.markup import joined, markup
from corcom.web.pieces.on_page import OnPage
from corcom.web.pieces.status import Status


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a day: "entry into force", 1 November 2015, "Article 17(2)"."""

    words: str
    on: date | None = None
    source: str = ""

    def html(self) -> SafeString:
        source = markup(' <span class="quiet">{}</span>', self.source) if self.source else ""
        return markup("<li><span>{}{}</span>{}</li>", self.words, source, _time(self.on, wording.in_words(self.on)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """`status` is what the domain found on `day`; the chip never decides it.

    `due_on` is the last day of what was said (None where no day was); `shown` is the day as it was known ("May 2016",
    `2016-05`); `said` the words of the source ("by the next meeting"). `verdict` stands in the place of how far it is, where that would say
    more than is known.
    """

    due_on: date | None
    day: date
    status: Status
    shown: str = ""
    said: str = ""
    met_on: date | None = None
    extended_to: date | None = None
    verdict: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def day_in_words(self) -> str:
        return wording.days_in_words(self.shown) if self.shown else wording.in_words(self.due_on)

    @property
    def words(self) -> str:
        """How far, as people say it: "in 12 days", "overdue by 3 months", "met 4 days early"; or the `verdict`."""
        if self.verdict:
            return self.verdict
        if self.status == "met":
            return self._met()
        if self.due_on is None:
            return _("no day was set")
        if self.status == "extended" and self.extended_to:
            return _("extended to %(day)s") % {"day": wording.in_words(self.extended_to)}
        if self.day <= self.due_on:
            return distances.from_today(self.due_on, self.day)
        apart = distances.distance(self.day, self.due_on)
        if self.status == "overdue":
            return distances.counted(distances.OVERDUE, apart)
        when = distances.counted(distances.FELL_DUE, apart)
        return _("%(when)s, not known whether met") % {"when": when} if self.status == "unknown" else when

    def _met(self) -> str:
        if self.met_on is None or self.due_on is None:
            return _("met")
        if self.met_on == self.due_on:
            return _("met on the day")
        words = distances.MET_EARLY if self.met_on < self.due_on else distances.MET_LATE
        return distances.counted(words, distances.distance(self.met_on, self.due_on))

    def html(self, page: OnPage) -> SafeString:
        icon, far = page.icon(self.status), self._how_far()
        if not (self.steps or self.said):
            return markup('<span class="deadline is-{}">{}<span>{}</span></span>', self.status, icon, far)
        return markup(
            '<details class="deadline is-{}"><summary>{}<span>{}</span>{}</summary>{}{}</details>',
            self.status,
            icon,
            far,
            page.icon("down"),
            markup('<p class="deadline-said">{}</p>', _("“%(words)s”") % {"words": self.said}) if self.said else "",
            self._computed(),
        )

    def _how_far(self) -> SafeString:
        words = markup('<span class="deadline-words">{}</span>', self.words)
        day = self.day_in_words
        if not day:
            return words
        dot = SafeString('<span class="deadline-dot" aria-hidden="true">·</span>')
        return markup("{} {} {}", _time(self.due_on, day), dot, words)

    def _computed(self) -> SafeString | str:
        if not self.steps:
            return ""
        steps = joined(step.html() for step in self.steps)
        return markup('<ol class="steps" aria-label="{}">{}</ol>', _("How this day was computed"), steps)


def _time(day: date | None, words: str) -> SafeString | str:
    """A day that programs can read, too."""
    return markup('<time datetime="{}">{}</time>', day.isoformat(), words) if day else words
