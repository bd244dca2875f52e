"""What reads of readings do not find."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError


class NoSuchReading(CorcomError):
    """There is no reading with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no reading {number}")
        self.number = number


class NoSuchFinding(CorcomError):
    """There is no finding with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no finding {number}")
        self.number = number


class NoSuchQuestion(CorcomError):
    """There is no question with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no question {number}")
        self.number = number


class NoSuchActor(CorcomError):
    """No record names an actor with this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"nobody with the code {code}")
        self.code = code
