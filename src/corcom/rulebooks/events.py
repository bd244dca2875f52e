"""The events from which rules count: a closed list. What a State did or what happened to it, by name and day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from corcom.kernel.marked import gettext_noop

Events = Mapping[str, date]
"""The day of each event that is known, by name; `due:initial-report` is the day on which that obligation falls due."""

DUE = "due:"

NAMES: Mapping[str, str] = {
    "signature": gettext_noop("signature"),
    "deposit": gettext_noop("deposit of the instrument"),
    "nth_deposit": gettext_noop("deposit that was needed for the entry into force in general"),
    "general_entry_into_force": gettext_noop("entry into force in general"),
    "entry_into_force": gettext_noop("entry into force for the State"),
    "succession": gettext_noop("day from which the State succeeds"),
    "withdrawal_notice": gettext_noop("notice of withdrawal"),
    "end_of_conflict": gettext_noop("end of the armed conflict"),
    "end_of_hostilities": gettext_noop("end of the hostilities that contaminated the land"),
    "discovery": gettext_noop("discovery of contaminated land"),
    "meeting": gettext_noop("first day of the meeting that decides"),
}
"""Each event and its words."""

CONVENTION = ("nth_deposit",)
STATE = ("deposit", "succession", "general_entry_into_force")
NOTICE = ("withdrawal_notice", "end_of_conflict")
"""What is known when the entry into force is computed: in general, for a State, and when a State withdraws."""


def is_event(name: str) -> bool:
    """Whether a rule may count from this.

    >>> is_event("deposit"), is_event("due:initial-report"), is_event("full moon")
    (True, True, False)
    """
    return name in NAMES or (name.startswith(DUE) and len(name) > len(DUE))
