"""Polls of dates: what was offered, who was asked, what they said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from corcom.access.queries import GivenLink
from corcom.access.queries.links import link_as_value
from corcom.kernel.errors import CorcomError
from corcom.meetings.queries import PlannedMeeting
from corcom.meetings.queries.plans import planned_of
from corcom.polls.domain.poll import Choice, OfferedDate
from corcom.polls.models import Poll, PollAnswer, PollDate, PollParty

PURPOSE = "poll"
"""Of the links by which delegations answer."""


class NoSuchPoll(CorcomError):
    """There is no poll with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no poll {number}")
        self.number = number


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAnswer:
    """What a delegation said last: by the number of each date; `by` wrote it down, "" where it came by the link."""

    choices: dict[int, Choice]
    note: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStanding:
    """A delegation that was asked, its own link, and its last answer; None while it said nothing. `changes` counts them."""

    number: int
    code: str
    name: str
    address: str
    link: GivenLink
    answer: PartyAnswer | None
    changes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollStanding:
    """A poll as it stands. `chosen` is the number of the date that became the meeting's; moments are in UTC."""

    number: int
    meeting: PlannedMeeting
    closes_at: datetime
    note: str
    opened_at: datetime
    opened_by: str
    ended_at: datetime | None
    ended_by: str
    chosen: int | None
    dates: tuple[OfferedDate, ...]
    parties: tuple[PartyStanding, ...]

    def takes_answers(self, at: datetime) -> bool:
        """Whether delegations can still answer by their links."""
        return self.ended_at is None and at < self.closes_at

    @property
    def answers(self) -> dict[str, dict[int, Choice]]:
        """What each delegation that answered says, by its code."""
        return {one.code: one.answer.choices for one in self.parties if one.answer}

    @property
    def waiting(self) -> tuple[PartyStanding, ...]:
        """Those who have not answered."""
        return tuple(one for one in self.parties if one.answer is None)


def poll(*, number: int) -> PollStanding:
    """One poll with all that was answered. Four SQL queries. Errors: `NoSuchPoll`."""
    row = Poll.objects.select_related("plan__meeting", "opened_by", "ended_by").filter(pk=number).first()
    if row is None:
        raise NoSuchPoll(number)
    told: dict[int, list[PollAnswer]] = {}
    for answer in PollAnswer.objects.filter(party__poll=row).select_related("by"):
        told.setdefault(answer.party_id, []).append(answer)
    parties = PollParty.objects.filter(poll=row).select_related("link")
    return PollStanding(
        number=row.pk,
        meeting=planned_of(row.plan),
        closes_at=row.closes_at,
        note=row.note,
        opened_at=row.opened_at,
        opened_by=row.opened_by.get_full_name(),
        ended_at=row.ended_at,
        ended_by=row.ended_by.get_full_name() if row.ended_by else "",
        chosen=row.chosen_id,
        dates=tuple(map(offered, PollDate.objects.filter(poll=row))),
        parties=tuple(_party(one, told.get(one.pk, [])) for one in parties),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLine:
    """A poll in a list, with the number, the convention and the body of its meeting, and the zone of its dates."""

    number: int
    meeting: int
    convention: str
    body: str
    closes_at: datetime
    zone: str
    opened_at: datetime
    is_open: bool


def polls(*, meeting: int | None = None, first: date | None = None, last: date | None = None) -> list[PollLine]:
    """Polls, the latest first: of one meeting, or those that close from one day (UTC) to another. One SQL query."""
    rows = Poll.objects.select_related("plan__meeting")
    if meeting is not None:
        rows = rows.filter(plan__meeting=meeting)
    if first is not None:
        rows = rows.filter(closes_at__date__gte=first)
    if last is not None:
        # A poll that is open until the end of a day in Geneva closes on the same day in UTC; farther east, the day before.
        rows = rows.filter(closes_at__date__lte=last + timedelta(days=1))
    return [
        PollLine(
            number=row.pk,
            meeting=row.plan.meeting_id,
            convention=row.plan.meeting.convention,
            body=row.plan.meeting.body,
            closes_at=row.closes_at,
            zone=row.zone,
            opened_at=row.opened_at,
            is_open=row.ended_at is None,
        )
        for row in rows
    ]


def offered(row: PollDate) -> OfferedDate:
    """A row as a value."""
    return OfferedDate(
        starts_on=row.starts_on, ends_on=row.ends_on, start_time=row.start_time, end_time=row.end_time, number=row.pk
    )


def _party(row: PollParty, told: Iterable[PollAnswer]) -> PartyStanding:
    answers = list(told)
    return PartyStanding(
        number=row.pk,
        code=row.code,
        name=row.name,
        address=row.address,
        link=link_as_value(row.link),
        answer=_answer(answers[-1]) if answers else None,
        changes=len(answers),
    )


def _answer(row: PollAnswer) -> PartyAnswer:
    return PartyAnswer(
        choices={int(number): cast("Choice", choice) for number, choice in row.choices.items()},
        note=row.note,
        at=row.at,
        by=row.by.get_full_name() if row.by else "",
    )
