"""How a meeting is called at the head of a document."""

from __future__ import annotations

from corcom.kernel.wording import Wording
from corcom.meetings.domain.meeting import Heading


def meeting_number(heading: Heading, wording: Wording) -> str:
    """Which of the body's meetings it was: "Meeting 4 of 2016"; "" where nobody counted."""
    if heading.number is None:
        return ""
    gettext = wording.gettext
    if heading.year:
        return gettext("Meeting %(number)s of %(year)s") % {"number": heading.number, "year": heading.year}
    number = gettext("Meeting %(number)s") % {"number": heading.number}
    return " ".join(part for part in (number, heading.number_scope) if part)


def meeting_title(heading: Heading, wording: Wording) -> str:
    """The body and the number of its meeting, for the properties of a document."""
    return wording.listed((heading.body, meeting_number(heading, wording)))
