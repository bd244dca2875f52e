"""What the agenda of a planned meeting fills itself from."""

from __future__ import annotations

from datetime import date

from corcom.followup.domain.arising import MattersArising
from corcom.followup.queries import matters_arising
from corcom.meetings.domain.agenda import Before, DraftItem
from corcom.meetings.models import AgendaItem, DraftAgendaItem, Meeting
from corcom.meetings.queries.held import USUAL_INTERVAL, meeting_days


def what_arises(*, convention: str, body: str, on: date) -> MattersArising | None:
    """The matters arising for the meeting of a body on a day; None where it never met before. Five SQL queries at most."""
    days = meeting_days(convention=convention, body=body, day=on, next_on=on, following_on=on + USUAL_INTERVAL)
    if days is None:
        return None
    return matters_arising(
        convention=convention, body=body, since=days.since, next_on=on, following_on=days.following_on
    )


def before_agenda(*, convention: str, body: str, on: date) -> Before:
    """What the agenda of a meeting fills itself from. Eight SQL queries at most."""
    arising = what_arises(convention=convention, body=body, on=on)
    if arising is None:
        return Before()
    last = Meeting.objects.get(convention=convention, body=body, starts_on=arising.since)
    drafted = list(DraftAgendaItem.objects.filter(plan__meeting=last))
    pending = (*arising.overdue, *arising.fell_due, *arising.falls_due, *arising.open, *arising.decisions)
    return Before(
        last_on=arising.since,
        usual=[_again(row) for row in drafted if not row.unfinished] if drafted else _recorded(last),
        unfinished=[_again(row) for row in drafted if row.unfinished],
        open=len(pending),
        due=len(arising.overdue) + len(arising.fell_due),
    )


def _again(row: DraftAgendaItem) -> DraftItem:
    return DraftItem(title=row.title, introduced_by=row.introduced_by, minutes=row.minutes)


def _recorded(meeting: Meeting) -> list[DraftItem]:
    """The agenda as the record has it, without what is an item of an item."""
    rows = AgendaItem.objects.filter(meeting=meeting)
    return [DraftItem(title=row.title) for row in rows if "." not in row.number.strip(".")]
