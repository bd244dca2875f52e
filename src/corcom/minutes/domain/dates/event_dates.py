"""Moments that hang on an event: "no later than the 3MSP", "two weeks before the meeting", "at a later date"."""

from __future__ import annotations

import re

from corcom.minutes.domain.dates.date_context import BOUND_WORDS
from corcom.minutes.domain.dates.date_mention import Bound, DateMention
from corcom.minutes.domain.dates.date_words import number_of
from corcom.minutes.domain.dates.meeting_names import meeting_name
from corcom.minutes.domain.dates.words_before import WordsBefore, by_last_word, places, word_set

_NOUN = (
    r"\d{1,2}(?:st|nd|rd|th)? ?(?:MSPs?|RC|RevCon|CSP|COP|PrepCom)\b|(?:CSP|COP|MSP) ?-?\d{1,2}\b|MSPs?\b|CSP\b|COP\b|RevCon\b|[Cc]onferences?\b|MEETINGS?\b|[Ii]nter-?sessionals?\b"
    r"|[Ww]orkshops?\b|[Ss]ymposium\b|[Ss]eminars?\b|[Ss]ummit\b|[Rr]etreats?\b|[Bb]riefings?\b|[Cc]onsultations?\b|[Ll]aunch(?: {1,9}event)?\b"
    r"|[Ss]essions?\b|Assembly\b|First {1,9}Committee\b|[Ee]vent\b|[Ee]ntry {1,9}into {1,9}force\b|[Hh]olidays\b|Easter\b|Christmas\b|(?:summer|winter|Easter|Christmas) {1,9}(?:break|recess)\b|[Rr]eception\b|[Oo]pening\b"
    r"|[Mm]eetings?\b"
)
_EVENT = re.compile(
    rf"(?:{_NOUN})(?: {{1,9}}[Mm]eetings?\b)?"
    r"(?: {1,9}of {1,9}the {1,9}(?:Conference|Meeting) {1,9}of {1,9}(?:the {1,9})?(?:States {1,9})?Parties\b"
    r"| {1,9}of {1,9}(?:the {1,9})?(?:States|High Contracting) {1,9}Parties\b| {1,9}of {1,9}the {1,9}(?:States )?Parties\b"
    r"| {1,9}of {1,9}the {1,9}(?:Coordination|Coordinating) {1,9}Committee\b)?"
)
_BOUND_WORDS = frozenset(
    {
        *(
            "no later than",
            "not later than",
            "no later then",
            "prior to",
            "in advance of",
            "ahead of",
            "in time for",
            "before",
        ),
        *(
            "in the lead-up to",
            "in the lead up to",
            "in the run-up to",
            "leading up to",
            "after",
            "following",
            "until",
            "upon",
        ),
        *(
            "in the margins of",
            "on the margins of",
            "for the margins of",
            "on the sidelines of",
            "in the sidelines of",
            "back to back with",
            "by the time of",
            "as of",
            "during",
            "since",
            "by",
            "at",
            "in",
        ),
    }
)
_BOUNDS = by_last_word(_BOUND_WORDS)
_STOPS = word_set(
    """
    of in at to for on by and or that with from was were is are had has have be been will would before after
    during until which who where as it they he she any all each every no not such member members states
    participants president chair since upon following than the a an this its their our
    """
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "our"})
_AHEAD = frozenset({"next", "coming", "forthcoming", "upcoming", "following"})
_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months"})
_LONGEST = 5
_VAGUE = re.compile(
    r"(?<![A-Za-z-])(?:at {1,9}(?:a|some) {1,9}later {1,9}(?:date|stage|point)|in {1,9}due {1,9}course"
    r"|(?:at )?as {1,9}(?:soon|early|quickly)(?: {1,9}a {1,9}(?:point|date|stage))? {1,9}as {1,9}(?:possible|feasible|practicable|available)"
    r"|thereafter\b|without {1,9}delay|at {1,9}(?:an {1,9}appropriate|the {1,9}earliest|a {1,9}convenient) {1,9}\w+"
    r"|(?:once|as {1,9}soon {1,9}as|when) {1,9}(?:it|they|this|these|the {1,9}\w+) {1,9}(?:was|were|is|are|has {1,9}been|have {1,9}been|had {1,9}been) {1,9}(?P<done>\w+ed|ready|available|known|concluded)\b)"
)
_TRIGGERS = (
    *(
        "eeting",
        "EETING",
        "MSP",
        "RC",
        "RevCon",
        "CSP",
        "COP",
        "PrepCom",
        "onference",
        "ntersess",
        "nter-sess",
        "orkshop",
        "eminar",
        "ummit",
    ),
    *(
        "ession",
        "ymposium",
        "etreat",
        "eception",
        "riefing",
        "onsultation",
        "aunch",
        "vent",
        "ntry into",
        "pening",
        "olidays",
        "Easter",
        "Christmas",
        "ummer break",
    ),
    *("Assembly", "First Committee"),
)
_VAGUE_TRIGGERS = (
    "later",
    "course",
    "hereafter",
    "soon",
    "early",
    "quickly",
    "once",
    "delay",
    "appropriate",
    "convenient",
)
_NUMBERED = re.compile(r"(?<![\w/.])\d{1,2}(?:st|nd|rd|th)? {1,2}\Z")
_NAME = re.compile(r"[A-Za-z0-9][\w'/-]{0,30}")
_PER_UNIT = {"day": (0, 1), "week": (0, 7), "month": (1, 0)}


def event_mentions(plain: str, start: int, end: int) -> list[DateMention]:
    """The moments in `plain[start:end]` that hang on an event, and the vague ones."""
    mentions: list[DateMention] = []
    cursor = start
    for hit, word in places(plain, _TRIGGERS, start, end):
        if hit < cursor:
            continue
        at = _noun_start(plain, hit, cursor, word)
        noun = _EVENT.match(plain, at, end)
        mention = _mention(plain, noun, at, cursor) if noun else None
        if mention:
            mentions.append(mention)
            cursor = mention.end
    vague = [_vague(found) for found in _vague_at(plain, start, end)]
    return _merged(mentions, vague)


def _noun_start(plain: str, hit: int, cursor: int, word: str) -> int:
    """Where the noun begins of which a piece was found."""
    at = hit
    while at > cursor and (plain[at - 1].isalnum() or plain[at - 1] == "-"):
        at -= 1
    if word in {"MSP", "RC", "CSP", "COP"} and at == hit and at > cursor + 4:
        number = _NUMBERED.search(plain, max(cursor, at - 6), at)
        return number.start() if number else at
    return at


def _mention(plain: str, noun: re.Match[str], at: int, cursor: int) -> DateMention | None:
    """The mention of an event to which a bound leads; most have none."""
    lead = WordsBefore(plain, at, cursor)
    named = _name_size(lead.words)
    article = len(lead.words) > named and lead.words[-named - 1].lstrip("(") in _ARTICLES
    leads = len(lead.words) - named - article
    if leads < 1 or lead.words[leads - 1].lstrip("(") not in _BOUNDS:
        return None
    if named:
        lead.take(named)
    event = plain[lead.at : noun.end()]
    if article:
        lead.take()
    named_at = lead.at
    phrase = lead.longest(_BOUNDS)
    if not phrase or (phrase == "in" and not _AHEAD.intersection(event.lower().split())):
        return None
    bound = _bound(phrase)
    months, days = _offset(lead, 1 if bound in {"after", "since", "from"} else -1)
    return DateMention(
        start=lead.at,
        end=noun.end(),
        words=plain[lead.at : noun.end()],
        value=None,
        kind="event",
        named_at=named_at,
        bound=bound,
        event=meeting_name(event),
        offset_months=months,
        offset_days=days,
    )


def _name_size(words: list[str]) -> int:
    """How many of the last words belong to the name of an event."""
    size = 0
    while size < min(_LONGEST, len(words)) and words[-size - 1] not in _STOPS and _NAME.fullmatch(words[-size - 1]):
        size += 1
    return size


def _offset(lead: WordsBefore, sign: int) -> tuple[int, int]:
    """Months and days of "two weeks" before a bound, taken."""
    if lead.last not in _UNITS or len(lead.words) < 2:
        return 0, 0
    count = number_of(lead.words[-2].lstrip("("))
    if count is None:
        return 0, 0
    months, days = _PER_UNIT[lead.last.rstrip("s")]
    lead.take(2)
    if lead.back(2) == "at least":
        lead.take(2)
    return sign * count * months, sign * count * days


def _bound(words: str) -> Bound | None:
    phrase = " ".join(words.lower().split())
    if phrase.startswith(("no later", "not later")):
        return "by"
    if "lead" in phrase or "run" in phrase:
        return "before"
    return BOUND_WORDS.get(phrase)


def _vague_at(plain: str, start: int, end: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    cursor = start
    for at, word in places(plain, _VAGUE_TRIGGERS, start, end):
        if at < cursor:
            continue
        match = _VAGUE.search(plain, max(cursor, at - 18), min(end, at + 60))
        if match and match.start() <= at < match.end() and at + len(word) <= match.end():
            found.append(match)
            cursor = match.end()
    return found


def _vague(found: re.Match[str]) -> DateMention:
    return DateMention(
        start=found.start(),
        end=found.end(),
        words=found[0],
        value=None,
        kind="event" if found["done"] else "relative",
        named_at=found.start(),
        bound="after" if found["done"] else None,
        approximate=True,
        event=found["done"],
    )


def _merged(one: list[DateMention], two: list[DateMention]) -> list[DateMention]:
    """Both lists in order, the earlier winning where they overlap."""
    merged: list[DateMention] = []
    for mention in sorted([*one, *two], key=lambda each: each.start):
        if not merged or mention.start >= merged[-1].end:
            merged.append(mention)
    return merged
