"""Extension requests: asked for, analysed, decided, one after the other."""

from __future__ import annotations

from datetime import date

from tests.factories.treaties import a_fact, owed

from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.why import why

MEETINGS = {"9MSP": date(2020, 9, 2), "13MSP": date(2024, 9, 3)}
LAND = a_fact("applies", "2011-09-01", "clearance")
ASKED = a_fact("asked", "2019-11-20", "clearance", until=date(2025, 6, 1), meeting="9MSP")
ANALYSED = a_fact("analysed", "2020-07-01", "clearance", meeting="9MSP")
GRANTED = a_fact("granted", "2020-09-04", "clearance", until=date(2025, 6, 1), meeting="9MSP")
REFUSED = a_fact("refused", "2020-09-04", "clearance", meeting="9MSP")
AGAIN = a_fact("asked", "2024-02-01", "clearance", until=date(2028, 6, 1), meeting="13MSP")
AGAIN_GRANTED = a_fact("granted", "2024-09-06", "clearance", until=date(2028, 6, 1), meeting="13MSP")
ORIGINAL = date(2021, 6, 1)


def clearance(*facts: Fact, day: str) -> Owed:
    return owed([LAND, *facts], day=date.fromisoformat(day), obligation="clearance", meetings=MEETINGS)


def test_the_deadline_stands_until_it_is_extended() -> None:
    states = [
        (found.status, found.due_on, [request.outcome for request in found.chain])
        for found in (
            clearance(ASKED, ANALYSED, GRANTED, day=day)
            for day in ("2019-11-19", "2019-11-20", "2020-07-01", "2020-09-04", "2025-06-01", "2025-06-02")
        )
    ]
    assert states == [
        ("due", ORIGINAL, []),
        ("due", ORIGINAL, ["asked"]),
        ("due", ORIGINAL, ["analysed"]),
        ("extended", date(2025, 6, 1), ["granted"]),
        ("extended", date(2025, 6, 1), ["granted"]),
        ("unknown", date(2025, 6, 1), ["granted"]),
    ]


def test_an_extended_deadline_is_not_overdue() -> None:
    # Not finished after the first deadline, which holds no more.
    not_met = a_fact("outstanding", "2022-01-01", "clearance")
    assert clearance(not_met, day="2023-01-01").status == "overdue"
    assert clearance(not_met, ASKED, GRANTED, day="2023-01-01").status == "extended"
    after = a_fact("outstanding", "2025-07-01", "clearance")
    assert clearance(after, ASKED, GRANTED, day="2025-08-01").status == "overdue"


def test_each_request_extends_the_deadline_that_the_one_before_it_left() -> None:
    found = clearance(AGAIN_GRANTED, GRANTED, AGAIN, ASKED, ANALYSED, day="2026-01-01")
    assert [(each.of, each.outcome, each.until) for each in found.chain] == [
        (ORIGINAL, "granted", date(2025, 6, 1)),
        (date(2025, 6, 1), "granted", date(2028, 6, 1)),
    ]
    assert (found.original, found.due_on, found.status) == (ORIGINAL, date(2028, 6, 1), "extended")


def test_a_request_in_time_and_one_that_came_too_late() -> None:
    in_time, too_late = clearance(ASKED, AGAIN, GRANTED, day="2024-03-01").chain
    assert (in_time.ask_by, in_time.too_late) == (date(2019, 12, 2), False)
    assert (too_late.ask_by, too_late.too_late) == (date(2023, 12, 3), True)
    steps = [str(step) for step in why(clearance(ASKED, AGAIN, GRANTED, day="2024-03-01"))]
    assert "the request came too late; it could be asked for until this day = 2023-12-03" in steps
    assert steps[-1] == "nothing is decided yet; the deadline stands = 2025-06-01"


def test_a_request_for_a_meeting_without_a_day_is_not_called_too_late() -> None:
    (request,) = owed([LAND, ASKED], day=date(2020, 1, 1), obligation="clearance").chain
    assert (request.ask_by, request.too_late) == (None, False)


def test_a_refused_request_leaves_the_deadline() -> None:
    found = clearance(ASKED, ANALYSED, REFUSED, day="2021-01-01")
    assert (found.status, found.due_on, found.chain[0].outcome) == ("due", ORIGINAL, "refused")


def test_more_than_the_convention_allows_is_said() -> None:
    long = a_fact("granted", "2020-09-04", "clearance", until=date(2026, 6, 2), meeting="9MSP")
    (request,) = clearance(long, day="2021-01-01").chain
    assert request.too_long
    assert [each.too_long for each in clearance(GRANTED, day="2021-01-01").chain] == [False]
    assert "that is longer than the convention allows at a time" in [
        str(step) for step in why(clearance(long, day="2021-01-01"))
    ]


def test_the_steps_tell_the_whole_chain() -> None:
    found = clearance(ASKED, ANALYSED, GRANTED, day="2021-01-01")
    assert [str(step) for step in why(found)] == [
        "entry into force for the State = 2011-06-01",
        "plus 10 years = 2021-06-01 (CCM, Article 4(1)(a) and (b))",
        (
            "as the rulebook reads it: Ten years from entry into force; for land that was contaminated after it, ten years from"
            " the end of those hostilities. Land found after the deadline follows decisions of meetings, which are recorded as"
            " they are taken."
        ),
        "extension asked for = 2019-11-20 (made up)",
        "request analysed = 2020-07-01 (made up)",
        "extension granted by the 9MSP = 2025-06-01 (made up)",
    ]


def test_declared_complete_within_an_extension() -> None:
    done = a_fact("declared", "2024-05-01", "clearance")
    found = clearance(ASKED, GRANTED, done, day="2026-01-01")
    assert (found.status, found.due_on) == ("completed", date(2025, 6, 1))
    assert str(list(why(found))[-1]) == "declared complete = 2024-05-01 (made up)"


def test_a_grant_that_nobody_dated_counts_from_the_deadline_that_it_extends() -> None:
    undated = a_fact("granted", "", "clearance", until=date(2025, 6, 1))
    assert clearance(undated, day="2021-05-31").due_on == ORIGINAL
    assert clearance(undated, day="2021-06-01").due_on == date(2025, 6, 1)
    assert "the day of that decision is not recorded" in [
        str(step) for step in why(clearance(undated, day="2022-01-01"))
    ]
