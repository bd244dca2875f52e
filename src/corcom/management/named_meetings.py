"""Meetings by the names that commands know them by: a number, or CONVENTION:BODY:DATE."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.meeting import Heading
from corcom.minutes.domain.written.slugs import slug
from corcom.minutes.queries import MeetingLine, meetings_list
from corcom.rulebooks.naming import body_named


class NotNamed(CorcomError):
    """No meeting goes by `words`; `known` are some that are there."""

    def __init__(self, words: str, known: Sequence[str]) -> None:
        there = f"; there are {', '.join(known)}" if known else "; there is none yet"
        super().__init__(f"there is no meeting {words}{there} (--list shows all)")
        self.words = words


def name_of(heading: Heading) -> str:
    """The name of a meeting.

    >>> name_of(Heading(convention="CCM", body="Coordination Committee", date="2016-05-26"))
    'CCM:coordination-committee:2016-05-26'
    """
    return ":".join((heading.convention or "-", slug(heading.body), heading.starts_on.isoformat()))


def meeting_named(words: str) -> MeetingLine:
    """The meeting that a number or a name means. Errors: `NotNamed`."""
    lines = meetings_list()
    wanted = _names(words)
    for line in lines:
        if words == str(line.id) or name_of(line.heading).casefold() in wanted:
            return line
    raise NotNamed(words, [name_of(line.heading) for line in lines[:3]])


def _names(words: str) -> set[str]:
    """The name as it was written, and with the body as its rulebook calls it ("6MSP" for its series)."""
    found = {words.casefold()}
    parts = words.split(":")
    if len(parts) == 3:
        convention, body, day = parts
        found.add(":".join((convention, slug(body), day)).casefold())
        known = body_named(convention.upper(), body.replace("-", " "))
        if known:
            found.add(":".join((convention, slug(known.name), day)).casefold())
    return found
