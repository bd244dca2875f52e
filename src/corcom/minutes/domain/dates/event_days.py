"""The days of meetings that a text names: "the 8MSP would be held in Geneva from 3 to 5 September 2018".

A promise for "the 8MSP" is due on those days, wherever in the text they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from corcom.minutes.domain.dates.date_mention import DateMention
from corcom.minutes.domain.dates.date_words import ORDINAL_NUMBERS
from corcom.minutes.domain.dates.meeting_names import ORDINAL, meeting_name
from corcom.minutes.domain.text.cues import matches_from

_NAME = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}(?:st|nd|rd|th)? ?(?:MSP|RevCon|RC|CSP|COP)\b|(?:CSP|COP) ?-?\d{1,2}\b|(?:MSP|RevCon|CSP|COP)\b"
    rf"|(?:{ORDINAL} )?(?:Annual )?(?:Meeting|Conference) of (?:the )?(?:States |High Contracting )?Part(?:y|ies)"
    rf"|(?:{ORDINAL} )?(?:Review Conference|[Pp]reparatory [Mm]eeting|[Ss]ession\b(?: of the (?:Conference|Meeting) of (?:the )?(?:States )?Parties)?|[Ww]orkshop\b|[Ss]eminar\b)"
    r"|[Ii]nter-?sessional(?: (?:work )?(?:[Mm]eetings?|programme|work|session))?|[Ii]nter-?sessionals)"
)
_OPENINGS = sorted(
    {
        word[1:4]
        for word in (
            *"MSP CSP COP Annual Meeting Conference Review Inter Preparatory Session Workshop Seminar".split(),
            *ORDINAL_NUMBERS,
        )
    }
)
_BEGINS = re.compile(
    rf"\d(?<![\w/.-]\d)(?=\d?(?:st|nd|rd|th)? ?[A-Z])|[A-Zispw](?<![\w/.-][A-Zispw])(?={'|'.join(_OPENINGS)})"
)
_ORDINAL_BEFORE = re.compile(rf"(?<![\w/.-]){ORDINAL} \Z")
_BETWEEN = re.compile(
    r"(?:[\s,()\[\]:-]|\b(?:which|that|is|was|were|are|will|would|shall|to|be|been|being|has|have|had|scheduled|held|hold|convened?"
    r"|meets?|opens|begins|starts|runs?|falls?|take|takes|taking|took|place|planned|foreseen|due|set|fixed|now|again|tentatively|provisionally|currently|confirmed"
    r"|for|from|on|in|at|the|of|during|opening|starting|beginning|open|start|begin|dates?|between|week|later|only|this|next|year)\b|\b[A-Z][\w'.]*)*"
)
_BEFORE = re.compile(
    rf"(?:\s*[:-]|\s+(?:as|for|are|were|is)(?:\s+the\s+(?:new\s+)?(?:dates?|days?)\s+(?:of|for))?|,?\s+[A-Z]\w+\s+(?:will|would)\s+host)\s+(?:the\s+)?(?:{ORDINAL} )?"
)
"""What stands between days and the meeting on them: "2-4 September 2019: 9MSP", "… as the dates of the 9MSP"."""
_FARTHEST = 140
_WITH_ORDINAL = (
    *("Annual", "Meeting", "Conference", "Review", "Preparatory", "Session", "Workshop", "Seminar"),
    *("preparatory", "session", "workshop", "seminar"),
)
_NO_DAY_OF_IT = frozenset({"by", "before", "until", "after", "since"})


def event_days(plain: str, mentions: Sequence[DateMention]) -> dict[str, str]:
    """The day, days or month of each meeting that the text dates, by its name; the finest wins, the first among equals.

    >>> from datetime import date
    >>> from corcom.minutes.domain.dates import find_dates
    >>> text = "The 8MSP would be held in Geneva from 3 to 5 September 2018."
    >>> event_days(text, find_dates(text, meeting_on=date(2018, 6, 14)))
    {'8MSP': '2018-09-03/2018-09-05'}
    """
    names = list(matches_from(_BEGINS, _NAME, plain))
    starts, ends = [name.start() for name in names], [name.end() for name in names]
    found: dict[str, str] = {}
    for mention in mentions:
        if not mention.value or mention.kind not in {"day", "period", "month"} or mention.bound in _NO_DAY_OF_IT:
            continue
        at = bisect_left(ends, mention.start + 1) - 1
        if at < 0 or mention.start - ends[at] > _FARTHEST or not _BETWEEN.fullmatch(plain, ends[at], mention.start):
            at = bisect_left(starts, mention.end)
            if at == len(names) or not _BEFORE.fullmatch(plain, mention.end, names[at].start()):
                continue
        name = meeting_name(_with_ordinal(plain, names[at]))
        if len(mention.value) > len(found.get(name, "")):
            found[name] = mention.value
    return found


def _with_ordinal(plain: str, name: re.Match[str]) -> str:
    """The name of a meeting with an ordinal before it that begins with no capital: "the third Review Conference"."""
    if not name[0].startswith(_WITH_ORDINAL):
        return name[0]
    ordinal = _ORDINAL_BEFORE.search(plain, max(0, name.start() - 20), name.start())
    return f"{ordinal[0]}{name[0]}" if ordinal else name[0]
