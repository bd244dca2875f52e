"""Recording when other forums meet."""

from __future__ import annotations

from datetime import date, datetime

from corcom.access.models import User
from corcom.kernel.errors import CorcomError
from corcom.meetings.models import ForumDates


class ForumRefused(CorcomError):
    """Dates of another forum need a name, a source and an end that is not before the start; `wrong` names what is not so."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"dates of a forum: {wrong}")
        self.wrong = wrong


class NoSuchForum(CorcomError):
    """There are no such dates, or not any more."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no forum dates {number}")
        self.number = number


def record_forum_dates(
    *, name: str, starts_on: date, ends_on: date, source: str, by: User, at: datetime, place: str = ""
) -> ForumDates:
    """Record when another forum meets, both ends among the days. Errors: `ForumRefused`."""
    wrong = "name" if not name.strip() else "source" if not source.strip() else ""
    if wrong or ends_on < starts_on:
        raise ForumRefused(wrong or "ends_on")
    return ForumDates.objects.create(
        name=name.strip()[:200],
        starts_on=starts_on,
        ends_on=ends_on,
        place=place.strip()[:200],
        source=source.strip()[:500],
        recorded_by=by,
        recorded_at=at,
    )


def withdraw_forum_dates(*, number: int, by: User, at: datetime) -> None:
    """Take back dates that were wrong; who recorded them and who took them back is kept. Errors: `NoSuchForum`."""
    if not ForumDates.objects.filter(pk=number, withdrawn_at=None).update(withdrawn_at=at, withdrawn_by=by):
        raise NoSuchForum(number)
