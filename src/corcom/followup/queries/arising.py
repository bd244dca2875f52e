"""Matters arising: what the next meeting of a body has to look back on and ahead to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries.commitments import action_points, decisions


def matters_arising(*, convention: str, body: str, since: date, next_on: date, following_on: date) -> MattersArising:
    """The matters arising for the meeting of `body` on `next_on`. Four SQL queries.

    How things stand on `next_on` is taken from what is recorded so far.
    """
    wanted = Wanted(convention=convention, body=body)
    points = action_points(day=next_on, wanted=wanted)
    pending = [point for point in points if point.is_open]
    decided = decisions(day=next_on, wanted=replace(wanted, state="pending"))

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
        decisions=tuple(decided),
    )


def _until(point: Followed, day: date) -> bool:
    return point.terms.due_on is not None and point.terms.due_on <= day
