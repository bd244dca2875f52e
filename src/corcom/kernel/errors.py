"""The root of all errors that CorCom foresees, and the one that every package has: somebody else was quicker."""

from __future__ import annotations

from datetime import datetime


class CorcomError(Exception):
    """An error that was foreseen: it carries values, and the interface turns it into words."""


class ChangedMeanwhile(CorcomError):
    """Somebody else changed it since it was read, and nothing was written: `by` whom, `at` what moment, at which `version` it is.

    What is not known of these is "", None and 0. What stands there now is read again by whoever shows it; an error that has
    it at hand carries it as well. `words` are for those who read the code.

    >>> str(ChangedMeanwhile(version=2, by="Anna"))
    'changed by Anna, now version 2'
    """

    def __init__(self, words: str = "", *, version: int = 0, by: str = "", at: datetime | None = None) -> None:
        told = [
            "changed",
            f" by {by}" if by else "",
            f" at {at}" if at else "",
            f", now version {version}" if version else "",
        ]
        super().__init__(words or "".join(told))
        self.version = version
        self.by = by
        self.at = at
