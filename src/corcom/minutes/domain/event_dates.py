"""Moments that hang on an event: "no later than the 3MSP", "two weeks before the meeting", "at a later date"."""

from __future__ import annotations

import re

from corcom.minutes.domain.date_context import BOUND_WORDS
from corcom.minutes.domain.date_mention import Bound, DateMention
from corcom.minutes.domain.date_words import NUMBER_WORDS, number_of
from corcom.minutes.domain.meeting_names import meeting_name

_NOUN = (
    r"\d{1,2}(?:st|nd|rd|th)? ?(?:MSPs?|RC|RevCon|CSP|PrepCom)\b|MSPs?\b|RevCon\b|[Cc]onferences?\b|MEETINGS?\b|[Ii]nter-?sessionals?\b"
    r"|[Ww]orkshops?\b|[Ss]ymposium\b|[Ss]eminars?\b|[Ss]ummit\b|[Rr]etreats?\b|[Bb]riefings?\b|[Cc]onsultations?\b|[Ll]aunch(?: {1,9}event)?\b"
    r"|[Ss]essions?\b|[Gg]eneral {1,9}Assembly\b|First {1,9}Committee\b|[Ee]vent\b|[Ee]ntry {1,9}into {1,9}force\b|[Hh]olidays\b|[Rr]eception\b|[Oo]pening\b"
    r"|[Mm]eetings?\b"
)
_WORD = (
    r"(?!(?:of|in|at|to|for|on|by|and|or|that|with|from|was|were|is|are|had|has|have|be|been|will|would|before|after|during|until|which|who|where"
    r"|[Tt]he|[Tt]his|[Tt]hat|a|an|as|it|President|Chair|they|he|she|any|all|each|every|no|not|such|members?|States?|participants)\b)[A-Za-z0-9][\w'/-]{0,30} {1,9}"
)
_EVENT = (
    rf"(?P<which>(?:the|this|that|its|their|our|an?) {{1,9}})?(?P<event>(?:{_WORD}){{0,5}}?(?:{_NOUN})"
    r"(?: {1,9}[Mm]eetings?\b)?(?: {1,9}of {1,9}(?:the {1,9})?(?:States|High Contracting) {1,9}Parties\b| {1,9}of {1,9}the {1,9}(?:Coordination|Coordinating) {1,9}Committee\b)?)"
)
_BOUNDS = (
    r"no(?:t)? {1,9}later {1,9}th[ae]n|prior {1,9}to|in {1,9}advance {1,9}of|ahead {1,9}of|in {1,9}time {1,9}for|in {1,9}the {1,9}(?:lead-? ?|run-? ?)up {1,9}to"
    r"|leading {1,9}up {1,9}to|[io]n {1,9}the {1,9}margins {1,9}of|by {1,9}the {1,9}time {1,9}of|as {1,9}of|before|after|following|until|upon"
    r"|during|since|by|at|in(?= {1,9}(?:the {1,9})?(?:next|coming|forthcoming|upcoming|following)\b)"
)
_UNITS = r"days?|weeks?|months?"
_MOMENT = re.compile(
    rf"(?<![A-Za-z-])(?:(?:at {{1,9}}least {{1,9}}|about {{1,9}})?(?P<count>an?|\d{{1,3}}|{NUMBER_WORDS}) {{1,9}}(?P<unit>{_UNITS}) {{1,9}}(?:in {{1,9}}advance {{1,9}}of|(?=\w)))?"
    rf"(?P<bound>(?i:{_BOUNDS})) {{1,9}}(?P<named>{_EVENT})"
)
_VAGUE = re.compile(
    r"(?<![A-Za-z-])(?:at {1,9}(?:a|some) {1,9}later {1,9}(?:date|stage|point)|in {1,9}due {1,9}course"
    r"|(?:at )?as {1,9}(?:soon|early|quickly)(?: {1,9}a {1,9}(?:point|date|stage))? {1,9}as {1,9}(?:possible|feasible|practicable|available)"
    r"|thereafter\b|without {1,9}delay|at {1,9}(?:an {1,9}appropriate|the {1,9}earliest|a {1,9}convenient) {1,9}\w+"
    r"|(?:once|as {1,9}soon {1,9}as|when) {1,9}(?:it|they|this|these|the {1,9}\w+) {1,9}(?:was|were|is|are|has {1,9}been|have {1,9}been|had {1,9}been) {1,9}(?P<done>\w+ed|ready|available|known|concluded)\b)"
)
_TRIGGER = re.compile(
    r"[omMcCiIwWsSrRbleEhG](?:(?<=[mM])eeting|(?<=M)(?:SP|EETING)|(?<=[cC])on(?:ference|sultation)|(?<=R)C\b|(?<=R)evCon|(?<=C)SP\b|(?<=[iI])nter-?sess"
    r"|(?<=[wW])orkshop|(?<=[sS])(?:eminar|ummit|ession|ymposium)|(?<=r)e(?:treat|ception)|(?<=[bB])riefing|(?<=l)aunch|(?<=o)pening\b|(?<=e)(?:vent\b|ntry +into +force)"
    r"|(?<=h)olidays|(?<=G)eneral +Assembly)"
)
_VAGUE_TRIGGER = re.compile(
    r"[dlstac](?:(?<=d)ue +course|(?<=l)ater +(?:date|stage|point)|(?<=t)hereafter|(?<=a)s +(?:soon|early|quickly)\b)|once +(?:it|the)|without +delay"
)
_REACH = 90
_PER_UNIT = {"day": (0, 1), "week": (0, 7), "month": (1, 0)}


def event_mentions(plain: str, start: int, end: int) -> list[DateMention]:
    """The moments in `plain[start:end]` that hang on an event, and the vague ones."""
    mentions: list[DateMention] = []
    cursor = start
    for hit in _TRIGGER.finditer(plain, start, end):
        if hit.start() < cursor:
            continue
        found = _last(plain, hit, max(cursor, hit.start() - _REACH), min(end, hit.end() + 50))
        if found:
            mentions.append(_mention(found))
            cursor = found.end()
    vague = [_vague(found) for found in _vague_at(plain, start, end)]
    return _merged(mentions, vague)


def _last(plain: str, hit: re.Match[str], low: int, high: int) -> re.Match[str] | None:
    """The match that covers the hit."""
    at = low
    while found := _MOMENT.search(plain, at, high):
        if found.start() > hit.start():
            return None
        if found.end() > hit.start():
            return found
        at = found.end()
    return None


def _mention(found: re.Match[str]) -> DateMention:
    bound = _bound(found["bound"])
    months = days = 0
    if found["count"] and (count := number_of(found["count"])):
        per_months, per_days = _PER_UNIT[found["unit"].rstrip("s")]
        sign = 1 if bound in {"after", "since", "from"} else -1
        months, days = sign * count * per_months, sign * count * per_days
    return DateMention(
        start=found.start(),
        end=found.end(),
        words=found[0],
        value=None,
        kind="event",
        named_at=found.start("named"),
        bound=bound,
        event=meeting_name(found["event"]),
        offset_months=months,
        offset_days=days,
    )


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
    for hit in _VAGUE_TRIGGER.finditer(plain, start, end):
        match = _VAGUE.search(plain, max(cursor, hit.start() - 14), min(end, hit.end() + 60))
        if match and match.start() <= hit.start():
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
