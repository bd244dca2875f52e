"""Which addresses fail, from what came back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from corcom.outbox.domain.failing import FailingAddress, Returned, failing_addresses

START = datetime(2016, 4, 28, 9, tzinfo=UTC)


def returned(address: str, code: str, *, day: int = 0, message: int = 1) -> Returned:
    return Returned(address=address, message=message, code=code, words=f"said {code}", at=START + timedelta(days=day))


def test_one_report_that_there_is_no_such_address_is_enough() -> None:
    found = failing_addresses([returned("Old@zmb.example", "5.1.1", message=7)], settled={})
    assert found == [
        FailingAddress(
            address="old@zmb.example",
            is_dead=True,
            since=START,
            last_at=START,
            times=1,
            code="5.1.1",
            words="said 5.1.1",
            messages=(7,),
        )
    ]


def test_a_full_mailbox_is_doubtful_the_third_time_and_never_dead() -> None:
    full = [returned("full@zmb.example", "5.2.2", day=day, message=day) for day in range(3)]
    assert failing_addresses(full[:2], settled={}) == []
    (found,) = failing_addresses(full, settled={})
    assert (found.is_dead, found.times, found.messages) == (False, 3, (0, 1, 2))
    assert (found.since, found.last_at) == (START, START + timedelta(days=2))


def test_what_was_said_for_good_is_told_even_where_something_milder_came_later() -> None:
    (found,) = failing_addresses(
        [returned("a@x.example", "5.1.1"), returned("A@x.example", "4.4.1", day=1)], settled={}
    )
    assert (found.is_dead, found.code, found.times, found.messages) == (True, "5.1.1", 2, (1,))


def test_an_address_that_works_again_is_listed_again_only_for_what_comes_back_later() -> None:
    told = [returned("a@x.example", "5.1.1"), returned("a@x.example", "5.4.4", day=2, message=2)]
    settled = {"A@x.example": START + timedelta(days=1)}
    assert [(one.code, one.messages) for one in failing_addresses(told, settled=settled)] == [("5.4.4", (2,))]
    assert failing_addresses(told, settled={"a@x.example": START + timedelta(days=2)}) == []


def test_a_report_about_the_address_of_the_sender_takes_nobody_off() -> None:
    assert failing_addresses([returned("a@x.example", "5.1.8")], settled={}) == []


def test_the_latest_stand_first() -> None:
    told = [returned("a@x.example", "5.1.1"), returned("b@x.example", "5.1.1", day=1)]
    assert [one.address for one in failing_addresses(told, settled={})] == ["b@x.example", "a@x.example"]
