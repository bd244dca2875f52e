"""Why a returned form is not taken as one."""

from __future__ import annotations

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled


class FormRefused(CorcomError):
    """A file that is not the form that was asked for; `reason` says what it is, and what to do."""

    def __init__(self, reason: Filled) -> None:
        super().__init__(str(reason))
        self.reason = reason
