"""The part of a message that is for calendars and not for people.

A calendar that gets `text/calendar` with a method beside the words of a message offers to accept the meeting, to move it or
to take it away (RFC 6047). What stands in it is made by whoever prepares the message; the outbox only carries it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

CalendarMethod = Literal["REQUEST", "CANCEL", "PUBLISH"]
METHODS: tuple[CalendarMethod, ...] = get_args(CalendarMethod)
FILE_NAME: Final = "invite.ics"
"""Under which it is attached too, for programs that do not look at the part itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPart:
    """A whole iCalendar object as text, and its method, which stands in it too."""

    method: CalendarMethod
    content: str

    @property
    def is_whole(self) -> bool:
        """Whether it begins and ends as an iCalendar object and says the method that is given."""
        lines = self.content.replace("\r\n", "\n").strip().split("\n")
        return (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR") and f"METHOD:{self.method}" in lines
