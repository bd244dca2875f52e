from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import clerk
from tests.factories.plans import a_plan
from tests.factories.polls import CLOSES, CROATIA, DATES, NORWAY, ZAMBIA, a_poll, offered, said
from tests.factories.rows import AT

from corcom.access.queries import LinkRefused, link_of
from corcom.kernel.errors import CorcomError
from corcom.kernel.wording import ENGLISH
from corcom.meetings.actions import MeetingExists, confirm_meeting
from corcom.meetings.queries import NotPlanned, plan_history, planned_meeting
from corcom.outbox.actions import release_messages
from corcom.outbox.domain.writing import Writing
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage
from corcom.polls.actions import (
    ClosesTooSoon,
    NobodyAsked,
    NoSuchDate,
    NotAsked,
    NothingSaid,
    NotTentative,
    PollEnded,
    PollOpenAlready,
    answer_poll,
    confirm_date,
    end_poll,
    prepare_poll_letters,
)
from corcom.polls.models import Poll, PollAnswer
from corcom.polls.queries import NoSuchPoll, PollStanding, poll, polls

LATER = AT + timedelta(days=2)


def standing(number: int) -> PollStanding:
    return poll(number=number)


def numbers(number: int) -> list[int]:
    return [one.number for one in standing(number).dates]


def answer(number: int, party: str, letters: str, **more: Any) -> None:
    own = {"at": LATER, **more}
    answer_poll(poll=number, party=party, choices=said(numbers(number), letters), **own)


def test_delegations_answer_and_change_their_answer(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    number = a_poll()
    answer(number, "ZMB", "ynm", note="Not before ten.")
    answer(number, "HRV", "yy-")
    answer(number, "ZMB", "nyy", at=LATER + timedelta(hours=1))
    with django_assert_num_queries(4):
        found = standing(number)
    first, second, third = (one.number for one in found.dates)
    assert found.answers == {
        "ZMB": {first: "no", second: "yes", third: "yes"},
        "HRV": {first: "yes", second: "yes"},
    }
    assert [(one.name, one.changes) for one in found.parties] == [("Croatia", 1), ("Norway", 0), ("Zambia", 2)]
    assert [one.name for one in found.waiting] == ["Norway"]
    assert PollAnswer.objects.count() == 3
    assert [one.number for one in polls(meeting=found.meeting.number)] == [number]


def test_confirming_a_date_moves_and_confirms_the_meeting_and_ends_the_poll() -> None:
    number = a_poll()
    answer(number, "ZMB", "nyy")
    link = standing(number).parties[0].link
    meeting = confirm_date(poll=number, date=numbers(number)[1], by=clerk(), at=LATER)
    found = planned_meeting(number=meeting)
    plan = found.plan
    assert (found.said, plan.starts_on, plan.start_time, plan.end_time) == (
        "confirmed",
        date(2016, 6, 28),
        "15:00",
        "16:00",
    )
    assert [step.kind for step in plan_history(number=meeting)] == ["scheduled", "moved", "changed", "confirmed"]
    ended = standing(number)
    assert (ended.chosen, ended.ended_at, ended.ended_by) == (numbers(number)[1], LATER, "Carl Clerk")
    with pytest.raises(LinkRefused) as refused:
        link_of(token=link.token, purpose="poll", at=LATER)
    assert refused.value.why == "withdrawn"
    with pytest.raises(PollEnded):
        answer(number, "HRV", "yyy", by=clerk())


def test_confirming_the_date_that_was_planned_moves_nothing() -> None:
    number = a_poll()
    meeting = confirm_date(poll=number, date=numbers(number)[2], by=clerk(), at=LATER)
    assert [step.kind for step in plan_history(number=meeting)] == ["scheduled", "confirmed"]


def test_a_date_that_another_meeting_took_is_refused_and_nothing_is_half_done() -> None:
    number = a_poll()
    a_plan(clerk(), on="2016-06-23")
    with pytest.raises(MeetingExists):
        confirm_date(poll=number, date=numbers(number)[0], by=clerk(), at=LATER)
    found = standing(number)
    assert (found.ended_at, found.meeting.said, found.meeting.plan.starts_on) == (None, "tentative", date(2016, 6, 30))


def test_after_the_last_day_the_secretariat_may_still_write_down_what_was_said() -> None:
    number = a_poll()
    with pytest.raises(PollEnded) as refused:
        answer(number, "ZMB", "yyy", at=CLOSES)
    assert refused.value.at == CLOSES
    answer(number, "ZMB", "yyy", at=CLOSES, by=clerk())
    last = standing(number).parties[2].answer
    assert last is not None
    assert last.by == "Carl Clerk"


def test_letters_carry_each_its_own_link_and_reminders_go_to_those_who_are_silent() -> None:
    number = a_poll()
    writing = Writing(
        mail=mail_settings(), address=lambda link: f"https://x/?key={link.token}", wording=lambda _code: ENGLISH
    )

    def prepare(at: Any = LATER) -> int:
        made = prepare_poll_letters(number=number, language="en", writing=writing, by=clerk(), at=at)
        return made.count

    assert (prepare(), prepare()) == (2, 0)
    rows = list(OutgoingMessage.objects.order_by("recipient"))
    links = {one.address: one.link.token for one in standing(number).parties if one.address}
    assert [row.recipient for row in rows] == [CROATIA.address, ZAMBIA.address]
    assert [links[row.recipient] in row.text for row in rows] == [True, True]
    release_messages(messages=[row.pk for row in rows], by=clerk(), at=LATER)
    with mail_server(Postbox()) as server:
        list(send_due(mail=mail_settings(server), now=lambda: LATER))
    answer(number, "HRV", "yyy")
    assert prepare() == 1
    reminder = OutgoingMessage.objects.latest("pk")
    assert (reminder.recipient, reminder.subject.partition(":")[0]) == (ZAMBIA.address, "Reminder")
    assert [one.closes_at for one in polls(first=date(2016, 6, 10), last=date(2016, 6, 10))] == [CLOSES]
    with pytest.raises(PollEnded):
        prepare(CLOSES)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"parties": ()}, NobodyAsked),
        ({"closes_at": AT}, ClosesTooSoon),
        ({"dates": DATES[:1]}, CorcomError),
        ({"dates": (DATES[0], offered("2016-06-30", end="09:00"))}, CorcomError),
        ({"meeting": 999}, NotPlanned),
    ],
)
def test_a_poll_that_cannot_be_is_refused(changes: dict[str, Any], error: type[CorcomError]) -> None:
    with pytest.raises(error):
        a_poll(**changes)
    assert Poll.objects.count() == 0


def test_one_poll_at_a_time_and_only_while_the_meeting_is_tentative() -> None:
    meeting = a_plan(clerk())
    number = a_poll(meeting)
    with pytest.raises(PollOpenAlready):
        a_poll(meeting)
    end_poll(poll=number, by=clerk(), at=LATER)
    with pytest.raises(PollEnded):
        end_poll(poll=number, by=clerk(), at=LATER)
    a_poll(meeting)
    confirm_meeting(meeting=a_plan(clerk(), on="2016-07-14"), by=clerk(), at=AT)
    with pytest.raises(NotTentative):
        a_poll(planned_meeting(number=meeting + 1).number)


def test_answers_that_cannot_be_are_refused() -> None:
    number = a_poll(parties=(NORWAY,))
    for party, choices, error in (
        ("ZMB", {numbers(number)[0]: "yes"}, NotAsked),
        ("NOR", {0: "yes"}, NoSuchDate),
        ("NOR", {}, NothingSaid),
    ):
        with pytest.raises(error):
            answer_poll(poll=number, party=party, choices=choices, at=LATER)  # type: ignore[arg-type]  # of a test
    with pytest.raises(NoSuchPoll):
        answer_poll(poll=0, party="NOR", choices={1: "yes"}, at=LATER)
    with pytest.raises(NoSuchPoll):
        poll(number=0)
    assert PollAnswer.objects.count() == 0
