"""What writes in follow-up refuse, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import date

from corcom.kernel.errors import CorcomError


class FollowUpRefused(CorcomError):
    """A step that cannot be recorded about a commitment."""


class NotOpen(FollowUpRefused):
    """It stands as `state` since `since`, so this step does not apply."""

    def __init__(self, *, state: str, since: date) -> None:
        super().__init__(f"not open: {state} since {since}")
        self.state = state
        self.since = since


class AlreadyClosed(NotOpen):
    """It was closed on `since` already."""

    def __init__(self, *, since: date) -> None:
        super().__init__(state="done", since=since)


class NotClosed(FollowUpRefused):
    """Only what was closed or superseded can be opened again; this stands as `state`."""

    def __init__(self, *, state: str) -> None:
        super().__init__(f"not closed: {state}")
        self.state = state


class ClosedBeforeRaised(FollowUpRefused):
    """A step on `on`, before it was `raised_on`."""

    def __init__(self, *, on: date, raised_on: date) -> None:
        super().__init__(f"{on} is before it was raised on {raised_on}")
        self.on = on
        self.raised_on = raised_on


class OutOfOrder(FollowUpRefused):
    """A step on `on`, before the last one that changed how it stands, on `last_on`."""

    def __init__(self, *, on: date, last_on: date) -> None:
        super().__init__(f"{on} is before the last step on {last_on}")
        self.on = on
        self.last_on = last_on


class NothingShown(FollowUpRefused):
    """Closing needs a note or the words of a document that show it."""

    def __init__(self) -> None:
        super().__init__("closing needs a note or words that show it")


class NothingChanged(FollowUpRefused):
    """A correction that changes nothing."""

    def __init__(self) -> None:
        super().__init__("nothing changed")


class NotADueDate(FollowUpRefused):
    """`due` is no ISO 8601 day, month, year or period."""

    def __init__(self, due: str) -> None:
        super().__init__(f"{due!r} is no day, month, year or period")
        self.due = due


class WithoutText(FollowUpRefused):
    """A commitment without words."""

    def __init__(self) -> None:
        super().__init__("a commitment needs words")


class SupersedesItself(FollowUpRefused):
    """A decision cannot supersede itself, nor one that supersedes it."""

    def __init__(self, *, decision_id: int) -> None:
        super().__init__(f"decision {decision_id} would supersede itself")
        self.decision_id = decision_id


class AlreadyFollowedUp(FollowUpRefused):
    """It cannot be taken back: somebody recorded `steps` about it since."""

    def __init__(self, *, steps: tuple[str, ...]) -> None:
        super().__init__(f"already followed up: {', '.join(steps)}")
        self.steps = steps
