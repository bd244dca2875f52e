"""Dates that count from the day of the meeting: "the following Thursday", "within two weeks", "by the end of the week"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from corcom.minutes.domain.dates.date_context import is_tentative, take_bound
from corcom.minutes.domain.dates.date_mention import Bound, DateMention
from corcom.minutes.domain.dates.date_resolution import points_back, sentence_start
from corcom.minutes.domain.dates.date_words import NUMBER_WORDS, WEEKDAY, WEEKDAY_NUMBERS, number_of
from corcom.minutes.domain.dates.relative_days import AHEAD, BEHIND, Seen, relative_value
from corcom.minutes.domain.dates.words_before import WordsBefore, places, word_set

_COUNT = rf"(?:an?|\d{{1,3}}|(?:a )?couple of|(?:a )?few|several|(?:{NUMBER_WORDS})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_NEXT, _LAST = "|".join(AHEAD), "|".join(BEHIND)
_UNIT = r"(?:(?:working|calendar|business) {1,9})?(?:day|week|month|year|quarter|fortnight)"
_FORMS: dict[str, str] = {
    "weekday": rf"(?:(?i:the|this) {{1,9}})?(?:(?P<way>(?i:{_NEXT}|{_LAST}|this)) {{1,9}})?(?P<weekday>{WEEKDAY})\b",
    "end": rf"(?:the {{1,9}})?(?P<part>end|close|beginning|start|middle) {{1,9}}of {{1,9}}(?:(?:the|this|that) {{1,9}})?"
    rf"(?:(?P<which>{_NEXT}|{_LAST}|same|current|calendar) {{1,9}})?(?P<unit>day|week|month|quarter|year)\b",
    "part": r"(?:the {1,9})?(?P<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th) {1,9}(?P<part>quarter|half) {1,9}of {1,9}"
    rf"(?:(?:the|this|that) {{1,9}})?(?:(?P<way>{_NEXT}|{_LAST}|same|current|calendar) {{1,9}})?year\b",
    "dayth": rf"(?P<weekday>{WEEKDAY}),? {{1,9}}(?:the {{1,9}})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?! {{0,9}}(?:of {{1,9}})?[A-Z])",
    "thatday": r"(?:(?:either|later) {1,9}on {1,9})?(?:that|the {1,9}same) {1,9}day\b"
    r"(?P<ornext> {1,9}or {1,9}(?:on {1,9})?the {1,9}(?:next|following)(?: {1,9}day)?\b)?",
    "nextday": rf"(?:(?i:the) {{1,9}})?(?P<way>(?i:{_NEXT}|{_LAST})) {{1,9}}day\b",
    "today": r"(?P<today>(?i:today|tomorrow|yesterday))\b",
    "ago": rf"(?P<count>(?i:{_COUNT})) {{1,9}}(?P<unit>{_UNIT})s?'?s? {{1,9}}(?P<way>ago|earlier|later|hence|from {{1,9}}now|time)\b",
    "span": rf"(?:(?i:the) {{1,9}})?(?:course {{1,9}}of {{1,9}})?(?:(?:the|this) {{1,9}})?(?P<way>(?i:{_NEXT}|{_LAST})) {{1,9}}"
    rf"(?:(?P<count>{_COUNT}) {{1,9}})?(?P<unit>{_UNIT})s?\b",
    "within": rf"(?:at {{1,3}}most {{1,9}}|the {{1,9}}(?:space|period) {{1,9}}of {{1,9}})?(?P<count>{_COUNT}|the) {{1,9}}(?P<unit>{_UNIT})s?\b",
    "this": r"(?:(?i:later {1,9}(?:on {1,9})?|earlier {1,9}|early {1,9}|late {1,9}))?(?:in {1,9})?(?:(?i:this)|the {1,9}current) {1,9}"
    r"(?P<unit>week|month|quarter|year)\b",
    "often": rf"(?:\(approximately\) {{1,9}})?(?:(?i:once|twice|{_COUNT} {{1,9}}times?) {{1,9}}(?:an?|every|each|per) {{1,9}}"
    rf"|(?i:every|each) {{1,9}}(?:(?:other|second|{_COUNT}) {{1,9}})?)(?P<unit>{_UNIT})s?\b|(?:monthly|weekly|yearly|daily) {{1,9}}basis\b",
}
_PATTERNS = {name: re.compile(rf"(?<![\w-])(?:{form})") for name, form in _FORMS.items()}
_OF_EVENT = re.compile(r" {1,9}(?:of|after|from|following|before|prior {1,9}to|later|in {1,9}advance) {1,9}(?!now\b)")
_OF_TODAY = re.compile(
    r" {1,9}(?:of|after|from|following) {1,9}(?:today\b|(?:this|today's|the present) {1,9}(?:meeting|session)\b)"
)
_TRIGGERS = (
    "Christmas",
    "Easter",
    "fortnight",
    "day",
    "DAY",
    "week",
    "month",
    "year",
    "quarter",
    "tomorrow",
    "Tomorrow",
    "yesterday",
    "Yesterday",
)
_REACH = 52
_OF_DAYS = ("end", "thatday", "nextday", "ago", "span", "often", "within")
_OF_OTHERS = ("part", "end", "ago", "span", "this", "often", "within")
_LEADS = frozenset((*AHEAD, *BEHIND)) | word_set(
    "this that the current same calendar of few several couple working business each every other second a an per"
)


def relative_mentions(
    plain: str, meeting_on: date | None, named: Sequence[DateMention], start: int, end: int
) -> list[DateMention]:
    """Dates in `plain[start:end]` that count from the meeting, or from a day `named` just before in the same sentence."""
    mentions: list[DateMention] = []
    ends = [mention.end for mention in named]
    cursor = start
    for at, word in places(plain, _TRIGGERS, start, end):
        forms = _forms(plain, at, word, cursor)
        found = _first(plain, (at, at + len(word)), max(cursor, at - _REACH), end, forms) if forms else None
        if found is None:
            continue
        index = bisect_right(ends, found[1].start()) - 1
        mention = _mention(
            plain, *found, _seen_from(plain, *found, meeting_on, named[index] if index >= 0 else None), cursor
        )
        if mention:
            mentions.append(mention)
            cursor = mention.end
    return mentions


def _forms(plain: str, at: int, hit: str, cursor: int) -> tuple[str, ...]:
    """The forms that the words before the one that was hit leave open; none for most."""
    if at < cursor:
        return ()
    if "morrow" in hit or "ester" in hit:
        return ("today",)
    if at > cursor and plain[at - 1].isalpha():
        word = plain[max(cursor, at - 6) : at + 3].rsplit(maxsplit=1)[-1].lstrip("(\"'[-").lower()
        return ("dayth", "weekday") if word in WEEKDAY_NUMBERS else ("today",) if word == "today" else ()
    if plain.startswith(("monthly basis", "weekly basis", "yearly basis"), at):
        return ("often",)
    before = plain[max(cursor, at - 16) : at].split()
    word = before[-1].lstrip("(\"'[").lower() if before else ""
    if word in _LEADS or number_of(word) is not None:
        return _OF_DAYS if hit == "day" else _OF_OTHERS
    return ()


def _first(
    plain: str, hit: tuple[int, int], low: int, end: int, forms: tuple[str, ...]
) -> tuple[str, re.Match[str]] | None:
    """The first form, in order, that covers the word that was hit."""
    high = min(end, hit[1] + 30)
    for form in forms:
        at = low
        pattern = _PATTERNS[form]
        while found := pattern.search(plain, at, high):
            if found.start() <= hit[0] and found.end() >= hit[1]:
                return form, found
            if found.start() > hit[0]:
                break
            at = found.end()
    return None


def _seen_from(
    plain: str, form: str, found: re.Match[str], meeting_on: date | None, before: DateMention | None
) -> date | None:
    """The day from which "the following day" counts: one named before in the sentence, or that of the meeting."""
    if before and form in {"thatday", "nextday", "ago"} and before.start >= sentence_start(plain, found.start()):
        return _day_of(before) or meeting_on
    return meeting_on


def _mention(plain: str, form: str, found: re.Match[str], seen_from: date | None, cursor: int) -> DateMention | None:
    """The mention of a form, or None where its words say no date after all."""
    lead = WordsBefore(plain, found.start(), cursor)
    bound, _ = take_bound(lead)
    phrase = " ".join(plain[lead.at : found.start()].lower().split())
    if _is_empty(form, found, bound, phrase):
        return None
    event = form == "within" and _OF_EVENT.match(plain, found.end()) is not None
    event = event and not _OF_TODAY.match(plain, found.end())
    value = None
    if seen_from and not event and form != "often":
        value = relative_value(form, found, Seen(seen_from, bound, phrase, points_back(plain, found.start())))
    return DateMention(
        start=lead.at,
        end=found.end(),
        words=plain[lead.at : found.end()],
        value=value,
        kind="event" if event else "relative",
        named_at=found.start(),
        bound=bound,
        approximate=_is_vague(form, found, bound),
        tentative=is_tentative(plain, lead.at, found.end()),
        recurring=form == "often",
        weekday=found["weekday"] if form == "weekday" else None,
    )


def _day_of(mention: DateMention) -> date | None:
    """The day that a mention names, None where it names more or less than one."""
    return date.fromisoformat(mention.value) if mention.value and len(mention.value) == len("2016-05-26") else None


def _is_empty(form: str, found: re.Match[str], bound: Bound | None, phrase: str) -> bool:
    """Whether the words only look like a date: a weekday that nothing leads to, a bare duration."""
    if form == "weekday":
        return bound is None and not found["way"]
    if form == "within" and bound != "within":
        return phrase != "in" or found["count"] == "the"
    return False


def _is_vague(form: str, found: re.Match[str], bound: Bound | None) -> bool:
    """Whether the words leave the day open: "in the coming month", "two weeks ago", "over the next six months"."""
    if form == "span":
        running = found["count"] is not None or found["way"] in {"coming", "past"} or found[0].endswith("s")
        return bound != "within" and running
    return form in {"ago", "often"} or (form == "within" and bound != "within")
