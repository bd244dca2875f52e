"""A session of a programme of work as a value: what it is about, when, where, who presides, and its parts.

Times are those of the clock at the place of the meeting (`HH:MM`); a session begins and ends on one day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corcom.kernel.errors import CorcomError
from corcom.mandates.domain.terms import bodies_of, themes_of
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.programmes import SlotHours

MOST_PARTS = 20
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class SessionRefused(CorcomError):
    """What is said of a session cannot be. `wrong` names what, `value` is what was written.

    `title`: neither title nor theme; `time`: no time of the clock; `order`: it ends before it starts, or after midnight;
    `theme`, `body`, `chair`: not known; `part`: a part without a title or with too many minutes; `share`: shares of more
    than 100 per cent; `slot`: slots that overlap, or none; `given`: shares of themes of more than 100 per cent.
    """

    def __init__(self, wrong: str, value: str = "") -> None:
        super().__init__(f"session: {wrong} {value}".strip())
        self.wrong = wrong
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPart:
    """A part of a session: `minutes`, or a `share` of its time in per cent; 0 where nothing is said.

    `most`: it is to have more time than any other part.
    """

    title: str
    minutes: int = 0
    share: int = 0
    most: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session. `theme` and `body` are codes of the rulebook, `chairs` codes of States and organisations.

    `people` are those who have to be there, by name. `number` is its row, `uid` its name in calendars, `version` grows
    with each change; 0 and "" where it is not stored.
    """

    day: date
    start: str
    end: str
    title: str = ""
    theme: str = ""
    body: str = ""
    room: str = ""
    chairs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    parts: tuple[SessionPart, ...] = ()
    note: str = ""
    number: int = 0
    uid: str = ""
    version: int = 0

    def overlaps(self, other: Session) -> bool:
        """Whether both are held at some moment. One that begins when the other ends does not.

        >>> at = date(2004, 2, 9)
        >>> Session(day=at, start="10:00", end="13:00").overlaps(Session(day=at, start="13:00", end="14:00"))
        False
        """
        return self.day == other.day and self.start < other.end and other.start < self.end


def minutes_of(at: str) -> int:
    """A time of the clock as minutes since midnight.

    >>> minutes_of("10:30")
    630
    """
    return int(at[:2]) * 60 + int(at[3:])


def clock_of(minutes: int) -> str:
    """Minutes since midnight as a time of the clock.

    >>> clock_of(630)
    '10:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def check_times(*values: str) -> None:
    """Raise `SessionRefused` for what is no time of the clock."""
    for value in values:
        if not _TIME.fullmatch(value):
            raise SessionRefused("time", value)


def working_minutes(session: Session, slots: Sequence[SlotHours]) -> int:
    """How long a session sits: from its start to its end, without the breaks between slots that lie within it.

    >>> hours = [SlotHours(code="a", name="", start="10:00", end="13:00")]
    >>> hours += [SlotHours(code="b", name="", start="15:00", end="18:00")]
    >>> working_minutes(Session(day=date(2004, 2, 9), start="10:00", end="18:00"), hours)
    360
    """
    start, end = minutes_of(session.start), minutes_of(session.end)
    ordered = sorted(slots, key=lambda slot: slot.start)
    breaks = [(minutes_of(one.end), minutes_of(two.start)) for one, two in pairwise(ordered)]
    return end - start - sum(last - first for first, last in breaks if start < first < last < end)


def part_minutes(session: Session, slots: Sequence[SlotHours]) -> tuple[int, ...]:
    """The minutes of each part, those said or those of its share; 0 where neither is said."""
    whole = working_minutes(session, slots)
    return tuple(part.minutes or whole * part.share // 100 for part in session.parts)


def check_session(session: Session, convention: str) -> None:
    """Raise `SessionRefused` for what cannot be; what may be and is unwise is for the checks of a programme."""
    if not (session.title.strip() or session.theme):
        raise SessionRefused("title")
    check_times(session.start, session.end)
    if session.end <= session.start:
        raise SessionRefused("order", f"{session.start}–{session.end}")
    for wrong, value, known in (
        ("theme", session.theme, themes_of(convention)),
        ("body", session.body, bodies_of(convention)),
    ):
        if value and value not in known:
            raise SessionRefused(wrong, value)
    for chair in session.chairs:
        if chair not in parties():
            raise SessionRefused("chair", chair)
    _check_parts(session.parts)


def _check_parts(parts: Sequence[SessionPart]) -> None:
    if len(parts) > MOST_PARTS:
        raise SessionRefused("part", str(len(parts)))
    for part in parts:
        if not part.title.strip() or not 0 <= part.minutes <= 24 * 60 or not 0 <= part.share <= 100:
            raise SessionRefused("part", part.title)
    if sum(part.share for part in parts) > 100:
        raise SessionRefused("share", str(sum(part.share for part in parts)))


def check_slots(slots: Sequence[SlotHours]) -> None:
    """Raise `SessionRefused` for slots that cannot be: none, no time, an end before a start, or two that overlap."""
    if not slots:
        raise SessionRefused("slot")
    for slot in slots:
        check_times(slot.start, slot.end)
        if slot.end <= slot.start:
            raise SessionRefused("order", f"{slot.start}–{slot.end}")
    ordered = sorted(slots, key=lambda slot: slot.start)
    for one, two in pairwise(ordered):
        if two.start < one.end:
            raise SessionRefused("slot", f"{one.start}–{one.end}, {two.start}–{two.end}")


def in_time_order(sessions: Iterable[Session]) -> list[Session]:
    """By day and time, then by number."""
    return sorted(sessions, key=lambda one: (one.day, one.start, one.end, one.number))
