"""What writes on readings and findings refuse, with the values that an interface needs to say so."""

from __future__ import annotations

from datetime import datetime

from corcom.kernel.errors import CorcomError


class VerdictRefused(CorcomError):
    """A verdict that cannot be given."""


class AlreadyGiven(VerdictRefused):
    """The finding stands as `state` already."""

    def __init__(self, *, state: str) -> None:
        super().__init__(f"already {state}")
        self.state = state


class NothingToUndo(VerdictRefused):
    """Nobody has given a verdict, or all were undone."""

    def __init__(self) -> None:
        super().__init__("nothing to undo")


class FindingMovedOn(VerdictRefused):
    """A later reading of the file has this finding as number `to`; verdicts belong there."""

    def __init__(self, *, to: int) -> None:
        super().__init__(f"carried on as finding {to}")
        self.to = to


class VerdictSince(VerdictRefused):
    """Another verdict has come since the finding was looked at: `by` whom, what (`verdict`) and when."""

    def __init__(self, *, verdict: str, by: str, at: datetime) -> None:
        super().__init__(f"{verdict} by {by} at {at}")
        self.verdict = verdict
        self.by = by
        self.at = at


class HeadingRejected(VerdictRefused):
    """Nothing can be recorded of a meeting whose heading (finding `heading`) was rejected."""

    def __init__(self, *, heading: int) -> None:
        super().__init__(f"the meeting's heading, finding {heading}, was rejected")
        self.heading = heading


class MeetingInUse(VerdictRefused):
    """The heading cannot be taken back while `count` other findings of the reading are accepted."""

    def __init__(self, *, count: int) -> None:
        super().__init__(f"{count} accepted findings rest on this meeting")
        self.count = count
