"""How a State lets its answer be used, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from corcom.kernel.marked import gettext_noop

Quoting = Literal["by_name", "without_name", "counted_only"]
QUOTINGS: tuple[Quoting, ...] = get_args(Quoting)

QUOTING_WORDS: Mapping[Quoting, str] = {
    "by_name": gettext_noop("it may be quoted by name"),
    "without_name": gettext_noop("it may be quoted, but without our name"),
    "counted_only": gettext_noop("it may only be counted: figures and choices go into totals, and no words are quoted"),
}

FEWEST_UNNAMED = 3
"""From how many States on that are not named their answers are quoted, and from how many on that are not quoted totals are
told. Of fewer, the list of those who answered would tell whose words they are, and a total, less what is quoted, whose figure."""


def quotes_unnamed(choices: Iterable[Quoting], *, is_open: bool = False) -> bool:
    """Whether so many States are not named that answers can be quoted without telling whose they are.

    Never while answers come in (`is_open`): from one day to the next the list of those who answered grows by one State, and
    the answers by those of that State.
    """
    return not is_open and sum(choice != "by_name" for choice in choices) >= FEWEST_UNNAMED


def tells_totals(unquoted: int, *, of: int, is_open: bool = False) -> bool:
    """Whether the totals and counts of a question tell the answer of no single State to those who see only what is quoted.

    `unquoted`: how many States answered it that are not quoted, `of` all those in the questionnaire. None of some is as little
    told as one: it would say that a State left the question open. Never while answers come in (`is_open`), for the same reason.

    >>> [tells_totals(unquoted, of=4) for unquoted in range(5)], tells_totals(0, of=0)
    ([False, False, False, True, True], True)
    """
    return of == 0 or (not is_open and unquoted >= FEWEST_UNNAMED)


def strictest(*choices: Quoting) -> Quoting:
    """The one that allows least.

    >>> strictest("by_name", "counted_only", "without_name")
    'counted_only'
    """
    return max(choices, key=QUOTINGS.index)
