"""The head of minutes: which convention, which body, its number, day, hours, place."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field

from corcom.kernel.plain import words
from corcom.kernel.source import Evidence
from corcom.minutes.domain.dates import DateMention, find_dates, find_times
from corcom.minutes.domain.head.place import place_of
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.conventions import conventions_in

_ORDINALS = {
    word: number
    for number, word in enumerate(
        """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split(),
        start=1,
    )
} | {"inaugural": 1}
_BODY = re.compile(
    r"\b(?:(?P<committee>"
    r"(?:Coordination|Coordinating|Standing|Steering|Management|Implementation|Compliance|Preparatory|Programme|Executive"
    r"|Analysis|Analysing|Scientific|Technical|Advisory|Subsidiary|Finance|Plenary|Review|Selection)"
    r"\s+(?:and\s+[A-Z]\w+\s+)?(?:Committee|Group|Board|Body|Council)(?:\s+(?:on|for)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and|of|the|[A-Z\d]\w*))*)?)"
    r"|(?P<bureau>Bureau(?:\s+of\s+the\s+(?:(?:Meeting|Conference)\s+of\s+the\s+)?Parties)?|Executive Board|Governing Council|Joint Bureau|Troika|Donor Group|Contact Group|Sponsorship Group)"
    r"|(?P<group>(?:Open-ended\s+|Informal\s+|Ad Hoc\s+)*Working\s+Group(?:\s+on\s+(?:the\s+)?[A-Z][\w'-]+(?:\s+(?:and|of|the|[A-Z]\w+))*)?)"
    r"|(?P<consultations>(?:Open-ended\s+)?(?:Informal\s+)?Consultations?\b)"
    r"|(?P<committeeon>Committee\s+on\s+(?:the\s+)?[A-Z][\w'-]+(?:\s+(?:and|of|the|[A-Z\d]\w*))*)"
    r"|(?P<conference>Meeting\s+of\s+(?:the\s+)?States\s+Parties|Review\s+Conference|Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties"
    r"|Preparatory\s+Meeting|Intersessional\s+Meetings?|Meeting\s+of\s+(?:the\s+)?(?:High\s+Contracting\s+)?Parties|Meeting\s+of\s+Experts))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?P<number>\d{1,3})(?:st|nd|rd|th)\b|\b(?P<word>" + "|".join(_ORDINALS) + r")\b|\b(?P<no>No\.?\s*\d{1,3})\b"
    r"|\b(?P<tail>meeting|session)\s+(?P<plain>\d{1,3})\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\s*(?:regular\s+|ordinary\s+)?(?:meeting|session)?\s+(?P<scope>(?:of|in|for)\s+(?:19|20)\d\d)\b", re.IGNORECASE
)
_HELD = re.compile(r"\b(?:held|meeting|met|took\s+place|date)\b[^.;\n]{0,40}\Z")
_CONVENTION = re.compile(
    r"\W*((?:Convention|Treaty|Protocol|Agreement|Covenant)\s+(?:on|for|to|concerning|against|of)\s+[^,(:\n]{5,90})",
    re.IGNORECASE,
)


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
    _date(minutes, header, end, opening)
    _convention(minutes, header, end)
    _body(minutes, header, end, opening)
    _number(minutes, header, end, opening)
    _times(minutes, header, end, opening)
    _venue(minutes, header, end)
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
    for stop in (end, opening, len(minutes.text)):
        found = [m for m in find_dates(minutes.shadow, meeting_on=None, start=0, end=stop) if m.value and _whole(m)]
        if not found:
            continue
        # A paper's own date stands above that of the meeting, which comes with its weekday, hours or place.
        dated = [m for m in found[:4] if m.weekday or _HELD.search(minutes.low, max(0, m.start - 40), m.start)]
        mention = dated[0] if dated and stop == end else found[0]
        header.date = mention.value
        header.evidence["date"] = minutes.evidence(mention.start, mention.end)
        return


def _whole(mention: DateMention) -> bool:
    parts = (mention.value or "").split("/")
    return all(len(part) == 10 for part in parts) and not mention.year_inferred


def _convention(minutes: MinutesText, header: Header, end: int) -> None:
    """The convention of the head; else the one that the whole text names most."""
    hits = conventions_in(minutes.low, 0, end)
    if not hits and _unknown_convention(minutes, header, end):
        return
    hits = hits or conventions_in(minutes.low)
    if not hits:
        return
    counts = Counter(convention.code for _, _, convention in hits)
    first = {convention.code: start for start, _, convention in reversed(hits)}
    code = max(counts, key=lambda name: (counts[name], -first[name]))
    start, stop, convention = next(hit for hit in hits if hit[2].code == code)
    header.convention, header.code = f"{convention.name} ({convention.code})", convention.code
    header.evidence["convention"] = minutes.evidence(start, stop)


def _unknown_convention(minutes: MinutesText, header: Header, end: int) -> bool:
    """A convention that is not in the list, where the head names it at the beginning of a line."""
    for block in minutes.blocks:
        if block.start < end and (found := _CONVENTION.match(minutes.shadow, block.body, block.end)):
            header.convention = _titled(words(minutes.text[found.start(1) : found.end(1)]))
            header.evidence["convention"] = minutes.evidence(found.start(1), found.end(1))
            return True
    return False


def _body(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    for span in [*((b.start, min(b.end, end)) for b in minutes.blocks if b.start < end), (0, opening)]:
        if found := _BODY.search(minutes.shadow, *span):
            start = found.start() + len(_lead(found[0]))
            header.body = _titled(words(minutes.text[start : found.end()]))
            header.evidence["body"] = minutes.evidence(start, found.end())
            return


def _lead(name: str) -> str:
    """Words before a body's name that belong to the title of the paper, not to the body."""
    lead = re.match(
        r"(?:(?:minutes|summary|draft|record|report|synopsis|notes?|of|the|meeting|held|ccm|apmbc|att|bwc|cms|[A-Z]{2,6}|convention|inaugural|first"
        r"|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|regular|informal(?=\s+meeting))\s+)+",
        name,
        re.IGNORECASE,
    )
    return lead[0] if lead and lead.end() < len(name) else ""


def _titled(name: str) -> str:
    """A name in capitals as a name in plain case."""
    if not name.isupper():
        return name
    return " ".join(
        word.lower() if word in {"OF", "ON", "AND", "THE", "FOR"} else word.capitalize() for word in name.split()
    )


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
            if re.search(
                r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)",
                after[:12],
            ):
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


def _value(found: re.Match[str]) -> int:
    if found["word"]:
        return _ORDINALS[found["word"].lower()]
    return int(re.sub(r"\D", "", found["number"] or found["no"] or found["plain"]))


def _times(minutes: MinutesText, header: Header, end: int, opening: int) -> None:
    """The hours of the meeting, where the head or the opening sentence gives them."""
    times = find_times(minutes.shadow, 0, end) or [
        time
        for time in find_times(minutes.shadow, end, opening)
        if re.search(
            r"\b(?:opened|began|started|convened|called to order)\b", minutes.low[max(0, time.start - 120) : time.start]
        )
    ]
    if not times:
        return
    header.start_time = times[0].at
    header.evidence["start_time"] = minutes.evidence(times[0].start, times[0].end)
    header.end_time = times[0].until or (times[1].at if len(times) > 1 else None)
    if header.end_time:
        last = times[0] if times[0].until else times[1]
        header.evidence["end_time"] = minutes.evidence(last.start, last.end)


def _venue(minutes: MinutesText, header: Header, end: int) -> None:
    """The place, wherever the head names it."""
    if found := place_of(minutes, end):
        header.venue = words(minutes.text[found[0] : found[1]]).strip("*_ ")
        header.evidence["venue"] = minutes.evidence(*found)
