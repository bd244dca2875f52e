"""Where a session goes when it is moved by a step: to the next day, or to the next slot, keeping its length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, get_args

from corcom.kernel.errors import CorcomError
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session, SessionRefused, check_times, clock_of, minutes_of
from corcom.rulebooks.programmes import SlotHours

Direction = Literal["day_before", "day_after", "slot_before", "slot_after"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_MIDNIGHT = 24 * 60


class NoNextSlot(CorcomError):
    """There is no day, or no slot in which the session fits, in this `direction`."""

    def __init__(self, direction: Direction) -> None:
        super().__init__(f"nothing there: {direction}")
        self.direction = direction


def moved_by_step(session: Session, direction: Direction, programme: Programme) -> Session:
    """The session one day or one slot on.

    One within a slot keeps its distance from the start of it; one that runs over several takes as many.
    Errors: `NoNextSlot`.
    """
    if direction in {"day_before", "day_after"}:
        return replace(session, day=_next_day(session.day, direction, programme))
    start, end = _next_hours(session, direction, sorted(programme.slots, key=lambda slot: slot.start))
    return replace(session, start=start, end=end)


def moved_to(session: Session, *, day: date, start: str) -> Session:
    """The session at another place, as long as before.

    Errors: `SessionRefused` for what is no time, and where it would end after midnight.
    """
    check_times(start)
    begins = minutes_of(start)
    ends = begins + minutes_of(session.end) - minutes_of(session.start)
    if ends >= _MIDNIGHT:
        raise SessionRefused("order", f"{start}–{clock_of(ends % _MIDNIGHT)}")
    return replace(session, day=day, start=start, end=clock_of(ends))


def _next_day(day: date, direction: Direction, programme: Programme) -> date:
    """The next day of the meeting; from outside it, its nearest one."""
    if direction == "day_after":
        following = max(day + timedelta(days=1), programme.starts_on)
        if following <= programme.ends_on:
            return following
    else:
        following = min(day - timedelta(days=1), programme.ends_on)
        if following >= programme.starts_on:
            return following
    raise NoNextSlot(direction)


def _next_hours(session: Session, direction: Direction, slots: Sequence[SlotHours]) -> tuple[str, str]:
    over = [at for at, slot in enumerate(slots) if slot.start < session.end and session.start < slot.end]
    step = 1 if direction == "slot_after" else -1
    if not over:
        return _nearest(session, direction, slots)
    first, last = over[0] + step, over[-1] + step
    if first < 0 or last >= len(slots):
        raise NoNextSlot(direction)
    start = minutes_of(slots[first].start) + minutes_of(session.start) - minutes_of(slots[over[0]].start)
    end = minutes_of(slots[last].start) + minutes_of(session.end) - minutes_of(slots[over[-1]].start)
    if start < 0 or end > max(minutes_of(slots[last].end), minutes_of(slots[last].start)) or end <= start:
        raise NoNextSlot(direction)
    return clock_of(start), clock_of(end)


def _nearest(session: Session, direction: Direction, slots: Sequence[SlotHours]) -> tuple[str, str]:
    """From outside all slots to the beginning of the nearest in that direction."""
    length = minutes_of(session.end) - minutes_of(session.start)
    ahead = [slot for slot in slots if slot.start >= session.end]
    behind = [slot for slot in slots if slot.end <= session.start]
    found = ahead[:1] if direction == "slot_after" else behind[-1:]
    for slot in found:
        if minutes_of(slot.start) + length <= minutes_of(slot.end):
            return slot.start, clock_of(minutes_of(slot.start) + length)
    raise NoNextSlot(direction)
