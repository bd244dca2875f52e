"""The lines of an e-mail that stand before what it says."""

from __future__ import annotations

import re

from corcom.minutes.domain.text.minutes_text import MinutesText

_MAIL = re.compile(r"\W*(?:from|to|cc|bcc|sent|date|subject|re|reply-to|importance)\s*:", re.IGNORECASE)
_FROM = re.compile(r"^\W*From\s*:", re.MULTILINE)
_SUBJECT = re.compile(r"\W*(?:subject|re)\s*:\s*", re.IGNORECASE)
_LINES = 8


def mail_head(minutes: MinutesText, end: int) -> int:
    """Where the head proper begins: behind the lines of an e-mail that say from whom, to whom and when it was sent."""
    last = 0
    for block in minutes.blocks[:_LINES]:
        if block.start < end and _MAIL.match(minutes.shadow, block.start, block.end):
            last = block.end
    return last if _FROM.search(minutes.shadow, 0, last) else 0


def subject_line(minutes: MinutesText, end: int) -> tuple[int, int] | None:
    """What the subject of an e-mail says, where the head has one."""
    for block in minutes.blocks[:_LINES]:
        if block.start < end and (found := _SUBJECT.match(minutes.shadow, block.start, block.end)):
            return found.end(), block.end
    return None
