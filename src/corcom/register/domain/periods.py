"""From when until when something holds, and that one thing does not hold twice on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FOREVER = date.max


@dataclass(frozen=True, slots=True)
class Period:
    """From `since`, a day that belongs to it, until `until`, the first day that does not.

    `since` None: as far back as is known. `until` None: to this day.
    """

    since: date | None = None
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the period holds on a day.

        >>> Period(date(2002, 9, 10)).covers(date(2002, 9, 10)), Period(until=date(2002, 9, 10)).covers(date(2002, 9, 10))
        (True, False)
        """
        return (self.since or date.min) <= day < (self.until or FOREVER)

    def overlaps(self, other: Period) -> bool:
        """Whether there is a day that both cover.

        >>> Period(until=date(2006, 6, 3)).overlaps(Period(date(2006, 6, 3)))
        False
        """
        return max(self.since or date.min, other.since or date.min) < min(self.until or FOREVER, other.until or FOREVER)
