"""The events from which a time-line counts: the meeting that it leads to, committee meetings before it, its own steps."""

from __future__ import annotations

import re

from corcom.kernel.marked import Filled, gettext_noop

MEETING_START, MEETING_END = "meeting_start", "meeting_end"
COMMITTEE_MEETING = "committee_meeting:"
"""With the number of the meeting in its order: `committee_meeting:1` is the first that prepares."""
STEP = "step:"
"""With the code of a step: its last day."""

ALLOWED = f"{MEETING_START}, {MEETING_END}, {COMMITTEE_MEETING}1, {COMMITTEE_MEETING}2, …, {STEP}<code of a step>"

_EVENT = re.compile(rf"{MEETING_START}|{MEETING_END}|{COMMITTEE_MEETING}[1-9]\d?|{STEP}[a-z0-9-]+")


def is_timeline_event(name: str) -> bool:
    """Whether a step of a time-line may count from this.

    >>> [is_timeline_event(name) for name in ("meeting_end", "committee_meeting:2", "step:package", "deposit")]
    [True, True, True, False]
    """
    return _EVENT.fullmatch(name) is not None


def timeline_event_words(name: str) -> Filled:
    """An event in words; a step by its code.

    >>> str(timeline_event_words("committee_meeting:2"))
    'committee meeting 2'
    """
    if name.startswith(COMMITTEE_MEETING):
        number = int(name.removeprefix(COMMITTEE_MEETING))
        return Filled(gettext_noop("committee meeting %(number)d"), number=number)
    if name.startswith(STEP):
        return Filled(gettext_noop("last day of “%(step)s”"), step=name.removeprefix(STEP))
    if name == MEETING_START:
        return Filled(gettext_noop("first day of the meeting"))
    return Filled(gettext_noop("last day of the meeting"))
