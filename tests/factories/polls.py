"""Polls of dates, for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.factories.messages import clerk
from tests.factories.plans import a_plan
from tests.factories.rows import AT

from corcom.polls.actions import open_poll
from corcom.polls.domain.poll import Asked, Choice, OfferedDate

CLOSES = datetime(2016, 6, 10, 22, 0, tzinfo=UTC)
CROATIA = Asked(code="HRV", name="Croatia", address="mission@croatia.example")
ZAMBIA = Asked(code="ZMB", name="Zambia", address="mission@zambia.example")
NORWAY = Asked(code="NOR", name="Norway")


def offered(on: str, start: str = "10:00", end: str = "11:30") -> OfferedDate:
    day = date.fromisoformat(on)
    return OfferedDate(starts_on=day, ends_on=day, start_time=start, end_time=end)


DATES = (offered("2016-06-23"), offered("2016-06-28", "15:00", "16:00"), offered("2016-06-30"))


def a_poll(meeting: int | None = None, **changes: Any) -> int:
    """The number of a poll of three dates among three delegations, of whom one has no address."""
    own: dict[str, Any] = {
        "meeting": meeting or a_plan(clerk()),
        "dates": DATES,
        "parties": (CROATIA, NORWAY, ZAMBIA),
        "closes_at": CLOSES,
        "by": clerk(),
        "at": AT,
    }
    return open_poll(**{**own, **changes})


def said(numbers: list[int], letters: str) -> dict[int, Choice]:
    """What letters say of dates in their order: y, m, n; - for nothing."""
    meaning: dict[str, Choice] = {"y": "yes", "m": "if_need_be", "n": "no"}
    return {number: meaning[letter] for number, letter in zip(numbers, letters, strict=True) if letter in meaning}
