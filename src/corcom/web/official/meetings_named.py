"""The meetings to which a document can belong: held, planned, and the formal ones that come with CorCom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corcom.meetings.queries import meetings, planned_ahead
from corcom.register.domain.convention_meetings import convention_meetings
from corcom.rulebooks.naming import body_named
from corcom.rulebooks.reading import conventions
from corcom.web.official.asked import meeting_key, meeting_of
from corcom.web.official.words import meeting_in_words

MOST = 300
"""Meetings with a record that are offered, the latest first."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class OfferedMeeting:
    """A meeting to choose; `number` counts within its series, None where nobody says."""

    convention: str
    body: str
    on: date
    number: int | None

    @property
    def key(self) -> str:
        """How a form sends it: "CCM|2016-09-05/Meeting of States Parties"."""
        return f"{self.convention}|{meeting_key(self.body, self.on)}"


def offered_meetings() -> dict[str, OfferedMeeting]:
    """Every meeting that is offered, by its key, the latest first. Two SQL queries."""
    found = [
        *(OfferedMeeting(row.convention, row.body, row.starts_on, row.number) for row in meetings()[:MOST]),
        *(
            OfferedMeeting(one.plan.convention, one.plan.body, one.plan.starts_on, one.plan.number)
            for one in planned_ahead(day=date.min)
        ),
        *_formal(),
    ]
    known: dict[str, OfferedMeeting] = {}
    for one in sorted(found, key=lambda one: (one.on, one.body), reverse=True):
        if one.convention in conventions():
            known.setdefault(one.key, one)
    return known


def _formal() -> list[OfferedMeeting]:
    found = []
    for convention in conventions():
        for one in convention_meetings(convention):
            body, number = body_named(convention, one.title), _NUMBER.match(one.code)
            name = body.name if body else one.title
            found.append(OfferedMeeting(convention, name, one.starts_on, int(number[0]) if number else None))
    return found


def meeting_choices(found: dict[str, OfferedMeeting], kept: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """The meetings as a form offers them, by convention; `kept` is offered too where nobody knows it any more."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, one in found.items():
        groups.setdefault(one.convention, []).append((key, meeting_in_words(one.body, one.on)))
    if kept and kept not in found and (parts := parted(kept)):
        groups.setdefault(parts[0], []).insert(0, (kept, meeting_in_words(parts[1], parts[2])))
    return sorted(groups.items())


def parted(key: str) -> tuple[str, str, date | None] | None:
    """Convention, body and first day of what a form sent; None where it is no meeting."""
    convention, _, rest = key.partition("|")
    found = meeting_of(rest)
    return (convention, *found) if found else None
