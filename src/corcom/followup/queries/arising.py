"""Matters arising: what the next meeting of a body has to look back on and ahead to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.followup.domain.commitment import Followed, Wanted
from corcom.followup.queries.commitments import action_points, decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersArising:
    """What stands before a meeting on `next_on`, after one on `since` and before one on `following_on`.

    Every action point that is open, or was closed since the last meeting, stands in exactly one of the lists.
    """

    convention: str
    body: str
    since: date
    next_on: date
    following_on: date
    overdue: tuple[Followed, ...]
    """Due before the last meeting and still open."""
    fell_due: tuple[Followed, ...]
    """Due from the day of the last meeting on, and before this one."""
    falls_due: tuple[Followed, ...]
    """Due from this meeting on, and up to the one after it."""
    open: tuple[Followed, ...]
    """Open without a due date, or due later."""
    done: tuple[Followed, ...]
    """Closed since the last meeting."""
    decisions: tuple[Followed, ...]
    """Decisions that are still to be carried out."""


def matters_arising(*, convention: str, body: str, since: date, next_on: date, following_on: date) -> MattersArising:
    """The matters arising for the meeting of `body` on `next_on`. Four SQL queries.

    How things stand on `next_on` is taken from what is recorded so far.
    """
    wanted = Wanted(convention=convention, body=body)
    points = action_points(day=next_on, wanted=wanted)
    pending = [point for point in points if point.is_open]
    decided = decisions(day=next_on, wanted=wanted)

    def due(start: date | None, end: date | None) -> tuple[Followed, ...]:
        """Those due from `start`, before `end`."""
        return tuple(
            point
            for point in pending
            if (on := point.terms.due_on) is not None and (start is None or start <= on) and (end is None or on < end)
        )

    overdue, fell_due = due(None, since), due(since, next_on)
    falls_due = tuple(point for point in due(next_on, None) if _until(point, following_on))
    named = {point.ref for point in (*overdue, *fell_due, *falls_due)}
    return MattersArising(
        convention=convention,
        body=body,
        since=since,
        next_on=next_on,
        following_on=following_on,
        overdue=overdue,
        fell_due=fell_due,
        falls_due=falls_due,
        open=tuple(point for point in pending if point.ref not in named),
        done=tuple(point for point in points if point.state == "done" and point.turned_on >= since),
        decisions=tuple(item for item in decided if item.is_open),
    )


def _until(point: Followed, day: date) -> bool:
    return point.terms.due_on is not None and point.terms.due_on <= day
