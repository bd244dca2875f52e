"""What polls of dates refuse, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import datetime

from corcom.polls.domain.poll import PollRefused


class NobodyAsked(PollRefused):
    """No delegation was chosen."""

    def __init__(self) -> None:
        super().__init__("nobody is asked")


class ClosesTooSoon(PollRefused):
    """Answers would be taken until `closes_at`, which has passed."""

    def __init__(self, closes_at: datetime) -> None:
        super().__init__(f"it would close at {closes_at}, which has passed")
        self.closes_at = closes_at


class NotTentative(PollRefused):
    """The meeting is `said`, so that there is nothing to choose."""

    def __init__(self, said: str) -> None:
        super().__init__(f"the meeting is {said}")
        self.said = said


class PollOpenAlready(PollRefused):
    """The poll `number` for this meeting has not ended."""

    def __init__(self, number: int) -> None:
        super().__init__(f"poll {number} is open")
        self.number = number


class PollEnded(PollRefused):
    """The poll ended, or its last day for answers passed, at `at`."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"it ended at {at}")
        self.at = at


class NotAsked(PollRefused):
    """The delegation `code` is not among those that were asked."""

    def __init__(self, code: str) -> None:
        super().__init__(f"{code} was not asked")
        self.code = code


class NoSuchDate(PollRefused):
    """The poll offers no date with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no date {number} in this poll")
        self.number = number


class NothingSaid(PollRefused):
    """An answer that says nothing of any date."""

    def __init__(self) -> None:
        super().__init__("nothing is said of any date")
