"""The head of minutes: which convention, which body, its number, day, hours, place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field

from corcom.kernel.plain import words
from corcom.kernel.source import Evidence
from corcom.minutes.domain.dates.date_words import ORDINAL_NUMBERS
from corcom.minutes.domain.head.body import body_name, find_body
from corcom.minutes.domain.head.hours import read_hours
from corcom.minutes.domain.head.mail_head import mail_head
from corcom.minutes.domain.head.meeting_day import day_of_meeting
from corcom.minutes.domain.head.other_meeting import without_next_meeting
from corcom.minutes.domain.head.place import place_of
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.conventions import Convention, conventions_in

_NUMBERED = re.compile(
    r"\b(?P<number>\d{1,3})(?:st|nd|rd|th)\b|\b(?P<word>"
    + "|".join(sorted(ORDINAL_NUMBERS, key=len, reverse=True))
    + r")\b|\b(?P<no>No\.?\s*\d{1,3})\b"
    r"|\b(?P<tail>meeting|session)\s*,?\s*(?:no\.?|number|nr\.?|#|n°)?\s*(?P<plain>\d{1,3})\b(?!\s*[:.h]\s?\d)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bthe\s+(?:convention|treaty|protocol)\b(?!\s+(?:on|against|for|to|concerning)\b)")
"""Words of a text that has a convention of its own."""
_OFTEN = 2
"""How often a text names a convention that its head does not, to be all about it."""
_MONTH_BEHIND = re.compile(
    r"\s*(?:st|nd|rd|th)?(?:\s*(?:-|and|to)\s*\d+)?\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_BEFORE_MEETING = frozenset(
    "regular ordinary formal informal joint virtual online of the ccm apmbc att committee bureau group coordination coordinating open-ended special extraordinary annual".split()
)
_SCOPE = re.compile(
    r"\s*(?:regular\s+|ordinary\s+)?(?:meeting|session)?\s+(?P<scope>(?:of|in|for)\s+(?:19|20)\d\d|since\s+the\s+\d+(?:MSP|CSP|RC))\b",
    re.IGNORECASE,
)
_SINCE_A_DAY = re.compile(r"\s+since\b(?!\s+the\s+(?:\w+\s+)?(?:\d*msp|\d*csp|\d*rc|meeting\s+of|conference|review)\b)")
"""Behind the number of a meeting that is not its own; meetings are counted since a meeting of States Parties."""
_CONVENTION = re.compile(
    r"\W*((?:Convention|Treaty|Protocol|Agreement|Covenant)\s+(?:on|for|to|concerning|against|of)\s+[^,(:\n]{5,90})",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\b(?:of|to|under)\s+the\s+(?=(?:Convention|Treaty|Protocol|Agreement)\b)")


@dataclass(slots=True)
class Header:
    """What the head says, each with its words in `evidence`; None where it is silent."""

    convention: str | None = None
    code: str | None = None
    body: str | None = None
    number: int | None = None
    scope: str | None = None
    date: str | None = None
    start_time: str | None = None
    end_time: str | None = None
    venue: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)

    @property
    def day(self) -> dt.date | None:
        """The (first) day of the meeting, where it is known to the day."""
        first = (self.date or "").split("/")[0]
        return dt.date.fromisoformat(first) if len(first) == 10 else None


def _head_end(minutes: MinutesText) -> int:
    """The offset up to which a text is its head: before the first heading, at most a page."""
    sections = minutes.outline.sections
    first = sections[0].at if sections else len(minutes.blocks)
    first = min(first, 18, len(minutes.blocks))
    end = 0
    for block in minutes.blocks[:first]:
        if block.end - block.start > 900:
            break
        end = block.end
    return max(end, min(len(minutes.text), end or 200))


def read_header(minutes: MinutesText) -> Header:
    """The head of the minutes; what it does not say is looked for in the opening sentences."""
    header = Header()
    end = _head_end(minutes)
    opening = _opening(minutes, end)
    own = without_next_meeting(minutes, opening)
    _date(own, header, end, opening)
    if header.date is None:
        _date(minutes, header, end, opening)
    _convention(minutes, header, end)
    _body(minutes, header, end, opening)
    _number(minutes, header, end, opening)
    _times(own, header, end, opening)
    _venue(own, header, end, opening)
    return header


def _opening(minutes: MinutesText, end: int) -> int:
    """The end of the first paragraphs of running text, where a meeting is said to have been opened."""
    seen = 0
    for block in minutes.blocks:
        if block.start >= end and block.end - block.start > 80:
            seen += 1
            if seen == 3:
                return block.end
    return min(len(minutes.text), end + 3000)


def _date(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    if mention := day_of_meeting(minutes, end, opening):
        header.date = mention.value
        header.evidence["date"] = minutes.evidence(mention.start, mention.end)


def _convention(minutes: MinutesText, header: Header, end: int) -> None:
    """The convention of the head's titles; else of its sentences; else the one that the text is all about."""
    titles = [
        hit
        for block in minutes.blocks
        if block.start < end and not says_something(minutes.shadow[block.start : block.end])
        for hit in _conventions(minutes, block.start, min(block.end, end))
    ]
    if not titles and _unknown_convention(minutes, header, end):
        return
    hits = titles or _conventions(minutes, 0, end)
    everywhere = [] if hits else _conventions(minutes, 0, len(minutes.text))
    counts = Counter(convention.code for _, _, convention in hits or everywhere)
    if not counts:
        return
    first = {convention.code: start for start, _, convention in reversed(hits or everywhere)}
    code = max(counts, key=lambda name: (counts[name], -first[name]))
    own = len(counts) == 1 and _OWN.search(minutes.low)
    if not hits and not own and (counts[code] < _OFTEN or counts[code] * 2 <= counts.total()):
        return
    start, stop, convention = next(hit for hit in hits or everywhere if hit[2].code == code)
    header.convention, header.code = f"{convention.name} ({convention.code})", convention.code
    header.evidence["convention"] = minutes.evidence(start, stop)


def _conventions(minutes: MinutesText, start: int, end: int) -> list[tuple[int, int, Convention]]:
    """The conventions named between two offsets; "Basel" alone is a town."""
    return [
        (begin, stop, convention)
        for begin, stop, convention in conventions_in(minutes.low, start, end)
        if minutes.low[begin:stop] != convention.code.lower() or not _is_called_after(convention)
    ]


def _is_called_after(convention: Convention) -> bool:
    """Whether the code of a convention is also the town that it is called after."""
    town = f"{convention.code.lower()} "
    return any(name.lower().startswith(town) for name in (convention.name, *convention.aliases))


def _unknown_convention(minutes: MinutesText, header: Header, end: int) -> bool:
    """A convention that is not in the list, where the head names it at the beginning of a line or as whose body it is."""
    for block in minutes.blocks:
        if block.start >= end:
            return False
        line = minutes.shadow[block.body : block.end]
        behind = _OF_THE.search(line) if not says_something(line) else None
        found = _CONVENTION.match(minutes.shadow, block.body, block.end) or (
            behind and _CONVENTION.match(minutes.shadow, block.body + behind.end(), block.end)
        )
        if found:
            header.convention = body_name(minutes, found.span(1))
            header.evidence["convention"] = minutes.evidence(found.start(1), found.end(1))
            return True
    return False


def _body(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    if span := find_body(minutes, end, opening):
        header.body = body_name(minutes, span)
        header.evidence["body"] = minutes.evidence(*span)


def _number(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    """Such as "3rd meeting of the Committee", "the 3rd Committee meeting of 2016", "inaugural meeting"."""
    if not header.body:
        return
    body = re.escape(header.body.lower()).replace(r"\ ", r"\s+")
    near = re.compile(rf"(?:{body})|\bmeeting\b|\bsession\b")
    for stop in (end, opening):
        for found in _NUMBERED.finditer(minutes.shadow, 0, stop):
            after = minutes.low[found.end() : found.end() + 60]
            named = near.search(after)
            if not found["plain"] and not (
                named and not re.search(r"[.;:\n]|states\s+part|review|msp", after[: named.start()])
            ):
                continue
            if named and not _leads_to_meeting(minutes, found.end(), named):
                continue
            if _MONTH_BEHIND.match(minutes.low, found.end()):
                continue
            if named and re.match(r"\s+of\s+(?:the\s+)?states", after[named.end() :]) and "states" not in body:
                continue
            header.number = _value(found)
            stop_at = found.end() + (named.end() if named else 0)
            header.evidence["meeting_number"] = minutes.evidence(found.start(), stop_at)
            if scope := _SCOPE.match(minutes.shadow, stop_at):
                header.scope = words(scope["scope"])
                header.evidence["meeting_number_scope"] = minutes.evidence(scope.start("scope"), scope.end("scope"))
            return


def _leads_to_meeting(minutes: MinutesText, at: int, named: re.Match[str]) -> bool:
    """Whether nothing but names stands between a number and the meeting, and the number is not that since some day."""
    between = minutes.shadow[at : at + named.start()].split()
    plain = all(word[:1].isupper() or word.lower() in _BEFORE_MEETING for word in between)
    return plain and not _SINCE_A_DAY.match(minutes.low, at + named.end(), at + named.end() + 60)


def _value(found: re.Match[str]) -> int:
    if found["word"]:
        return ORDINAL_NUMBERS[found["word"].lower()]
    return int(re.sub(r"\D", "", found["number"] or found["no"] or found["plain"]))


def _times(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    first, last = read_hours(minutes, end, opening)
    if first:
        header.start_time = first.at
        header.evidence["start_time"] = minutes.evidence(first.start, first.end)
    if last:
        header.end_time = last.until or last.at
        header.evidence["end_time"] = minutes.evidence(last.start, last.end)


def _venue(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    """The place, wherever the head names it, or the sentence that opens the text."""
    if found := place_of(minutes, mail_head(minutes, end), end, opening):
        header.venue = words(minutes.text[found[0] : found[1]]).strip("*_ ")
        header.evidence["venue"] = minutes.evidence(*found)
