"""What is no value of a field."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled


class ValueRefused(CorcomError):
    """What was typed is no value of the field; `reason` says why, for whoever typed it."""

    def __init__(self, reason: Filled, typed: str) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.typed = typed
