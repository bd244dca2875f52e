"""How long to wait before the next try: longer each time, and after three days not again."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 480, 720, 1440, 1440))
"""After the first try, the second, and so on."""
MOST_TRIES: Final = len(WAITS) + 1


def wait_after(tries: int) -> timedelta | None:
    """The wait after so many tries, at least one; None where it is to be given up.

    >>> wait_after(1), wait_after(4), wait_after(10)
    (datetime.timedelta(seconds=60), datetime.timedelta(seconds=3600), None)
    """
    return WAITS[tries - 1] if tries < MOST_TRIES else None
