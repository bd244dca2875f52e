"""What makes a finding the same finding for another version of the reader: its kind, what it is about, and its words.

What a better reader adds (an owner, a due date, a year) is not part of it, so that a verdict outlives the improvement.
"""

from __future__ import annotations

import hashlib
from typing import Any

from corcom.kernel.folding import folded

_ESSENTIAL: dict[str, tuple[str, ...]] = {
    "meeting": (),
    "attendance": ("delegation", "people"),
    "absence": ("delegation", "kind"),
    "speaker": ("initials",),
    "agenda_item": ("number", "title"),
    "action_point": ("text",),
    "decision": ("text",),
    "reported_decision": ("text",),
    "next_meeting": (),
    "mandate": ("theme", "holders"),
    "date": ("date", "date_text"),
    "figure": ("value",),
    "intervention": ("speaker", "text"),
    "position": ("delegation", "text"),
    "progress": ("state", "text"),
    "reference": ("kind", "target"),
    "warning": ("text",),
    "unread": (),
}
_ONE_PER_RECORD = frozenset({"meeting", "next_meeting"})


def essence(kind: str, payload: dict[str, Any]) -> str:
    """What a finding is about, normalised: enough to say that two at one place are the same.

    >>> essence("action_point", {"text": "Circulate the  draft.", "due": "2016-05"})
    'circulate the draft'
    """
    return "|".join(_plain(payload.get(key)) for key in _ESSENTIAL[kind])


def fingerprint(kind: str, payload: dict[str, Any], quote: str) -> str:
    """64 hex digits; the same for the same kind, essence and words."""
    words = "" if kind in _ONE_PER_RECORD else folded(quote)
    return hashlib.sha256(f"{kind}\n{essence(kind, payload)}\n{words}".encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, list | tuple):
        return ",".join(_plain(part) for part in value)
    return folded(str(value)) if value is not None else ""
