"""Kinds of argument that several commands take, and what is said of one that does not fit."""

from __future__ import annotations

import argparse
from datetime import date


def day(words: str) -> date:
    """A day as it is written on the command line.

    >>> day("2026-05-31")
    datetime.date(2026, 5, 31)
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{words!r} is no day; write one as 2026-05-31") from error
