"""The days between which a term runs: written as a day, or as the meeting at whose close it begins or ends.

"2MSP" is the close of the Second Meeting of States Parties, the last day of that meeting. That day belongs to those who
come, as the first day of a period does, and no more to those who leave.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from corcom.kernel.errors import CorcomError
from corcom.register.domain.convention_meetings import ConventionMeeting, convention_meetings
from corcom.rulebooks.committee import committee
from corcom.rulebooks.naming import body_named


class BoundRefused(CorcomError):
    """A bound that is no day and no meeting whose days are known: `written`; `meetings` are those of the convention."""

    def __init__(self, written: str, meetings: tuple[str, ...]) -> None:
        super().__init__(f"{written!r} is no day such as 2012-09-14, and no meeting; known are {', '.join(meetings)}")
        self.written = written
        self.meetings = meetings


@dataclass(frozen=True, slots=True)
class Reach:
    """The days that a term covers: from `since` until `until`, the first day that it does not.

    None: to this day, or as far back as is known. `said_since` and `said_until`: whether the source says it. What it does
    not say is taken no further than the closes of the meetings around the day on which somebody was seen in the office.
    """

    since: date | None
    until: date | None
    said_since: bool = True
    said_until: bool = True

    def covers(self, day: date) -> bool:
        """Whether the term runs on a day."""
        return (self.since or date.min) <= day < (self.until or date.max)

    def overlaps(self, other: Reach) -> bool:
        """Whether there is a day that both cover."""
        starts, ends = max(self.since or date.min, other.since or date.min), [self.until, other.until]
        return starts < min(end or date.max for end in ends)

    def agrees_with(self, other: Reach) -> bool:
        """Whether two sources say the same, as far as both say something."""
        since = self.since == other.since or not (self.said_since and other.said_since)
        until = self.until == other.until or not (self.said_until and other.said_until)
        return since and until and self.overlaps(other)


@cache
def closes(convention: str) -> tuple[ConventionMeeting, ...]:
    """The meetings at whose close terms begin and end, in the order of their days; as far as their days are known.

    >>> [meeting.code for meeting in closes("CCM")][:4]
    ['1MSP', '2MSP', '3MSP', '4MSP']
    """
    found = committee(convention)
    wanted = found.terms_end_at if found else ()
    meetings = (each for each in convention_meetings(convention) if _body(convention, each.code) in wanted)
    return tuple(sorted(meetings, key=lambda each: each.ends_on))


def close_named(convention: str, code: str) -> ConventionMeeting | None:
    """The meeting of a code such as "3MSP", small letters or not."""
    return next((each for each in closes(convention) if each.code == code.strip().upper()), None)


def close_on(convention: str, day: date | None) -> ConventionMeeting | None:
    """The meeting that closed on a day."""
    return next((each for each in closes(convention) if each.ends_on == day), None)


def bound_day(convention: str, written: str) -> date | None:
    """The day that a bound means; None for an empty one. Errors: `BoundRefused`.

    >>> bound_day("CCM", "3MSP"), bound_day("CCM", "2012-03-01"), bound_day("CCM", "")
    (datetime.date(2012, 9, 14), datetime.date(2012, 3, 1), None)
    """
    if not written:
        return None
    meeting = close_named(convention, written)
    if meeting is not None:
        return meeting.ends_on
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BoundRefused(written, tuple(each.code for each in closes(convention))) from None


@lru_cache(maxsize=4096)
def reach_of(convention: str, *, since: str, until: str, seen_on: date | None) -> Reach:
    """The days of a term. Errors: `BoundRefused`.

    A bound that is not written lies at the close of the nearest meeting before or after `seen_on`; without such a day,
    or where no such meeting is known, the term reaches as far as one can see.
    """
    first, last = bound_day(convention, since), bound_day(convention, until)
    days = [each.ends_on for each in closes(convention)]
    if first is None and seen_on is not None:
        before = bisect_right(days, seen_on)
        first = days[before - 1] if before else seen_on
    if last is None and seen_on is not None:
        after = bisect_right(days, seen_on)
        last = days[after] if after < len(days) else None
    return Reach(first, last, said_since=bool(since), said_until=bool(until) or seen_on is None)


def _body(convention: str, code: str) -> str:
    found = body_named(convention, code)
    return found.code if found else ""
