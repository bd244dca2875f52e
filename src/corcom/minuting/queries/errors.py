"""What reads of written minutes refuse."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError


class NotWritten(CorcomError):
    """Nobody has begun to write the minutes of the meeting with this number."""

    def __init__(self, meeting: int) -> None:
        super().__init__(f"no written minutes of meeting {meeting}")
        self.meeting = meeting


class NoSuchParagraph(CorcomError):
    """The minutes have no such paragraph."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no paragraph {number}")
        self.number = number


class NotPublic(CorcomError):
    """The minutes of the meeting have no public copy that is public."""

    def __init__(self, meeting: int) -> None:
        super().__init__(f"no public minutes of meeting {meeting}")
        self.meeting = meeting
