from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from corcom.correspondence.domain.letter_posting import Posting, PostingTold, posted_together

AT = datetime(2016, 5, 3, 9, tzinfo=UTC)
BAG = PostingTold(number=1, posting=Posting(on=date(2016, 5, 3), way="bag"), at=AT, by="A. B.")


def test_papers_that_were_written_down_at_once_stand_together() -> None:
    hand = replace(BAG, number=4, posting=Posting(on=date(2016, 5, 2), way="hand"), at=AT + timedelta(hours=1))
    found = posted_together([("ZMB", hand), ("NOR", replace(BAG, number=2)), ("HRV", BAG)])
    assert [(one.told.posting.way, one.states) for one in found] == [("bag", ("HRV", "NOR")), ("hand", ("ZMB",))]


def test_one_that_was_struck_stands_apart() -> None:
    struck = replace(BAG, number=2, struck_at=AT, struck_by="A. B.", struck_why="it lay here")
    found = posted_together([("NOR", struck), ("HRV", BAG)])
    assert [(one.told.struck_why, one.states) for one in found] == [("", ("HRV",)), ("it lay here", ("NOR",))]
