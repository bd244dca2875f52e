"""A date as minutes mention it: the words, what they can mean, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from corcom.kernel.calendar import NotADate, latest

DateKind = Literal["day", "month", "year", "period", "relative", "event"]
Bound = Literal["on", "by", "before", "after", "within", "from", "until", "since", "in", "around"]
Part = Literal["early", "mid", "end"]


class DateMention(NamedTuple):
    """One date, period or moment that a text names.

    `words` are exactly the words of `start:end`, with the preposition that bounds them ("no later than 5 December");
    the date proper begins at `named_at`. `value` is ISO 8601, None where it hangs on an `event` without a known day or
    is too vague. An event's `offset_months` and `offset_days` are negative for "two weeks before".
    """

    start: int
    end: int
    words: str
    value: str | None
    kind: DateKind
    named_at: int
    bound: Bound | None = None
    part: Part | None = None
    approximate: bool = False
    tentative: bool = False
    year_inferred: bool = False
    recurring: bool = False
    label: bool = False
    """The date only names something else: "the 2014 reports", "the 2016-2018 Coordinators"."""
    event: str | None = None
    offset_months: int = 0
    offset_days: int = 0
    weekday: str | None = None
    weekday_conflict: bool = False

    @property
    def due(self) -> str | None:
        """The value as a deadline: what is due "by the end of May" is due on the 31st."""
        return self.last_day if self.part == "end" else self.value

    @property
    def last_day(self) -> str | None:
        """The last day on which something due then is in time: "by the end of May" is the 31st."""
        if self.value is None:
            return None
        try:
            return latest(self.value).isoformat()
        except NotADate:
            return None


def worth_listing(mention: DateMention, *, meeting_on: str | None = None) -> bool:
    """Whether a reader who lists the dates of a record would list this one.

    Left out: the day of the meeting itself, years that only name something ("the 2014 reports"), this or last year and
    the like, and events that are not a deadline.
    """
    if mention.label or mention.recurring or (meeting_on is not None and mention.value == meeting_on):
        return False
    if mention.kind == "event":
        return mention.event is not None and mention.bound in {"by", "before", "until"}
    if mention.kind == "relative":
        if mention.value is None or mention.approximate or len(mention.value) < len("2016-05"):
            return False
        # "This week" is no date of its own; "within two weeks" is.
        running = "/" in mention.value and mention.bound not in {"by", "before", "within", "until"}
        last, first = latest(mention.value).isoformat(), mention.value.partition("/")[0]
        return meeting_on is None or (last > meeting_on and not (running and first <= meeting_on))
    return mention.value is not None


def dates_to_list(mentions: Iterable[DateMention], *, meeting_on: str | None = None) -> list[DateMention]:
    """The mentions that belong in a list of the dates of a record.

    A month that only names something ("the February meetings") counts where no listed date is finer.
    """
    mentions = list(mentions)
    worth = [mention for mention in mentions if worth_listing(mention, meeting_on=meeting_on)]
    known = {part for mention in worth if mention.value for part in mention.value.split("/")}
    months = [
        mention
        for mention in mentions
        if mention.label
        and mention.kind == "month"
        and mention.value
        and not any(value.startswith(mention.value) for value in known)
    ]
    return sorted([*worth, *months], key=lambda mention: mention.start)
