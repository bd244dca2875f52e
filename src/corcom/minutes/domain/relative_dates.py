"""Dates that count from the day of the meeting: "the following Thursday", "within two weeks", "by the end of the week"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from corcom.minutes.domain.date_context import BOUND_WORDS, BOUNDS, is_tentative
from corcom.minutes.domain.date_mention import Bound, DateMention
from corcom.minutes.domain.date_resolution import points_back, sentence_start
from corcom.minutes.domain.date_words import NUMBER_WORDS, WEEKDAY
from corcom.minutes.domain.relative_days import AHEAD, BEHIND, Seen, relative_value

_COUNT = rf"(?:an?|\d{{1,3}}|(?:a )?couple of|(?:a )?few|several|(?:{NUMBER_WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_NEXT, _LAST = "|".join(AHEAD), "|".join(BEHIND)
_UNIT = r"(?:(?:working|calendar|business) {1,9})?(?:day|week|month|year|quarter)"
_LEAD = rf"(?<![A-Za-z-])(?:(?P<bound>(?i:{BOUNDS})) {{1,9}})?(?P<named>"
_FORMS: dict[str, str] = {
    "weekday": rf"(?:the {{1,9}}|this {{1,9}})?(?:(?P<way>{_NEXT}|{_LAST}|this) {{1,9}})?(?P<weekday>{WEEKDAY})\b",
    "end": rf"(?:the {{1,9}})?(?P<part>end|close|beginning|start|middle) {{1,9}}of {{1,9}}(?:(?:the|this|that) {{1,9}})?"
    rf"(?:(?P<which>{_NEXT}|{_LAST}|same|current|calendar) {{1,9}})?(?P<unit>day|week|month|quarter|year)\b",
    "thatday": r"(?:that {1,9}|the {1,9}same {1,9})day\b(?P<ornext> {1,9}or {1,9}(?:on {1,9})?the {1,9}(?:next|following)(?: {1,9}day)?\b)?",
    "nextday": rf"(?:the {{1,9}})?(?P<way>{_NEXT}|{_LAST}) {{1,9}}day\b",
    "today": r"(?P<today>today|tomorrow|yesterday)\b",
    "ago": rf"(?P<count>{_COUNT}) {{1,9}}(?P<unit>{_UNIT})s?'?(?:s)? {{1,9}}(?P<way>ago|earlier|later|hence|from {{1,9}}now|time)\b",
    "span": rf"(?:the {{1,9}})?(?:course {{1,9}}of {{1,9}})?(?:(?:the|this) {{1,9}})?(?P<way>{_NEXT}|{_LAST}) {{1,9}}"
    rf"(?:(?P<count>{_COUNT}) {{1,9}})?(?P<unit>{_UNIT})s?\b",
    "within": rf"(?:at {{1,3}}most {{1,9}}|the {{1,9}}(?:space|period) {{1,9}}of {{1,9}})?(?P<count>{_COUNT}|the) {{1,9}}(?P<unit>{_UNIT})s?\b",
    "this": r"(?:later {1,9}(?:on {1,9})?|earlier {1,9}|early {1,9}|late {1,9})?(?:in {1,9})?(?:this|the {1,9}current) {1,9}"
    r"(?P<unit>week|month|quarter|year)\b",
    "often": rf"(?:\(approximately\) {{1,9}})?(?:(?:once|twice|(?P<count>{_COUNT}) {{1,9}}times?) {{1,9}}(?:an?|every|each|per) {{1,9}}|(?:every|each) {{1,9}}"
    rf"(?:(?:other|second|{_COUNT}) {{1,9}})?)(?P<unit>{_UNIT})s?\b|(?:an? {{1,9}})?(?:monthly|weekly|yearly|daily) {{1,9}}basis\b",
}  # fmt: skip
_PATTERNS = {name: re.compile(f"{_LEAD}{form})") for name, form in _FORMS.items()}
_OF_EVENT = re.compile(r" {1,9}(?:of|after|from|following|before|prior {1,9}to|later|in {1,9}advance) {1,9}(?!now\b)")
_TRIGGER = re.compile(
    r"[dwmyqtD](?:(?<=[dD])(?:ay|AY)|(?<=w)eek|(?<=m)onth|(?<=y)e(?:ar|sterday)|(?<=q)uarter|(?<=t)omorrow)"
)
_REACH = 66
_ORDER = {
    "ay": ("weekday", "thatday", "nextday", "today", "ago", "end", "span", "often", "within"),
    "": ("end", "ago", "span", "this", "often", "within"),
}
_EITHER = re.compile(r"\b(?:either|later) {1,9}\Z")


def relative_mentions(
    plain: str, meeting_on: date | None, named: Sequence[DateMention], start: int, end: int
) -> list[DateMention]:
    """Dates in `plain[start:end]` that count from the meeting, or from a day `named` just before in the same sentence."""
    mentions: list[DateMention] = []
    ends = [mention.end for mention in named]
    cursor = start
    for hit in _TRIGGER.finditer(plain, start, end):
        if hit.start() < cursor:
            continue
        low = max(cursor, hit.start() - _REACH)
        order = _ORDER["ay"] if hit[0][1:].lower() == "ay" or hit[0] in {"tomorrow", "yesterday"} else _ORDER[""]
        found = _first(plain, hit, low, end, order)
        if found is None:
            continue
        before = named[bisect_right(ends, found[1].start()) - 1] if ends and ends[0] <= found[1].start() else None
        mention = _mention(plain, *found, meeting_on, before)
        if mention:
            mentions.append(mention)
            cursor = mention.end
    return mentions


def _first(
    plain: str, hit: re.Match[str], low: int, end: int, order: tuple[str, ...]
) -> tuple[str, re.Match[str]] | None:
    """The first form, in order, that covers the word that was hit."""
    high = min(end, hit.end() + 30)
    for form in order:
        at = low
        pattern = _PATTERNS[form]
        while found := pattern.search(plain, at, high):
            if found.start() <= hit.start() and found.end() >= hit.end():
                return form, found
            if found.start() > hit.start():
                break
            at = found.end()
    return None


def _mention(
    plain: str, form: str, found: re.Match[str], meeting_on: date | None, before: DateMention | None
) -> DateMention | None:
    """The mention of a form, or None where its words say no date after all."""
    bound = BOUND_WORDS.get(" ".join((found["bound"] or "").lower().split()))
    if _is_empty(form, found, bound):
        return None
    event = form == "within" and _OF_EVENT.match(plain, found.end()) is not None
    seen_from = meeting_on
    if before and form in {"thatday", "nextday", "ago"} and before.start >= sentence_start(plain, found.start()):
        seen_from = _day_of(before) or meeting_on
    value: str | None = None
    if seen_from and not event and form != "often":
        value = relative_value(form, found, Seen(seen_from, bound, points_back(plain, found.start())))
    start = found.start()
    if form == "thatday" and (either := _EITHER.search(plain, max(0, start - 10), start)):
        start = either.start()
    return DateMention(
        start=start,
        end=found.end(),
        words=plain[start : found.end()],
        value=value,
        kind="event" if event else "relative",
        named_at=found.start("named"),
        bound=bound,
        approximate=_is_vague(form, found, bound),
        tentative=is_tentative(plain, start, found.end()),
        recurring=form == "often",
        weekday=found["weekday"] if form == "weekday" else None,
    )


def _day_of(mention: DateMention) -> date | None:
    """The day that a mention names, None where it names more or less than one."""
    return date.fromisoformat(mention.value) if mention.value and len(mention.value) == len("2016-05-26") else None


def _is_empty(form: str, found: re.Match[str], bound: Bound | None) -> bool:
    """Whether the words only look like a date: a weekday that nothing leads to, a bare duration."""
    if form == "weekday":
        return bound is None and not found["way"]
    if form == "within":
        if bound == "within":
            return False
        return " ".join((found["bound"] or "").split()).lower() != "in" or found["count"] == "the"
    return False


def _is_vague(form: str, found: re.Match[str], bound: Bound | None) -> bool:
    """Whether the words leave the day open: "in the coming month", "two weeks ago", "over the next six months"."""
    if form == "span":
        return bound != "within" and (
            found["count"] is not None or found["way"] in {"coming", "past"} or found[0].endswith("s")
        )
    return form in {"ago", "often"} or (form == "within" and bound != "within")
