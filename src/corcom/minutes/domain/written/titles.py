"""How a meeting is called at the head of a document."""

from __future__ import annotations

from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.meeting import Heading
from corcom.register.domain.conventions import conventions


def convention_name(code: str, wording: Wording = ENGLISH) -> str:
    """The full name of a convention; the code itself where nobody knows it.

    >>> convention_name("CCM"), convention_name("")
    ('Convention on Cluster Munitions', '')
    """
    known = conventions().get(code)
    return wording.gettext(known.name) if known else code


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
