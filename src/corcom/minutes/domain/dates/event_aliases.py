"""Other words for a meeting whose days a text gives: "the Review Conference" for the second, "the March meeting" for the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from corcom.kernel.calendar import latest
from corcom.minutes.domain.dates.date_mention import DateMention

_NUMBERED = re.compile(r"(\d{1,2}) ?(MSP|RC|CSP|COP|session|preparatory meeting)")
_ALONE = {
    "MSP": ("MSP", "next MSP"),
    "RC": ("Review Conference", "RC", "next RC"),
    "CSP": ("CSP", "next CSP"),
    "COP": ("COP", "next COP"),
    "session": ("session", "Session", "next session"),
    "preparatory meeting": ("preparatory meeting", "next preparatory meeting"),
}
_CONFERENCES = ("RC", "CSP", "COP")
_MEETING_BEHIND = re.compile(
    r" {1,3}(?:(?:coordination|coordinating|committee|bureau) {1,3}){0,2}(?:meeting|session)\b", re.IGNORECASE
)
_LIMITS = frozenset({"by", "before", "until"})
_MONTH = len("2016-05")


def short_names(events: Mapping[str, str], mentions: Iterable[DateMention], day: date | None) -> dict[str, str]:
    """The days of events under the names without a number, and the other way round, where only one can be meant.

    >>> short_names({"9MSP": "2019-09-02/2019-09-04"}, [], date(2019, 5, 9))["MSP"]
    '2019-09-02/2019-09-04'
    """
    found: dict[str, str] = {}
    for kind, names in _ALONE.items():
        days = {value for name, value in events.items() if _kind(name) == kind and _ahead(value, day)}
        if len(days) == 1:
            found |= dict.fromkeys((name for name in names if name not in events), days.pop())
    conferences = {
        value for name, value in (found | dict(events)).items() if _is_conference(name) and _ahead(value, day)
    }
    if len(conferences) == 1:
        found["Conference"] = found["conference"] = conferences.pop()
    for mention in mentions:
        kind = _kind(mention.event or "")
        alone = next((events[name] for name in _ALONE.get(kind, ()) if name in events), None)
        if alone and mention.event and mention.event not in events and not any(_kind(name) == kind for name in events):
            found[mention.event] = alone
    return found


def _kind(name: str) -> str:
    """The kind of a meeting with a number, or nothing."""
    found = _NUMBERED.fullmatch(name)
    return found[2] if found else ""


def _is_conference(name: str) -> bool:
    return _kind(name) in _CONFERENCES or name in {"Review Conference", *_CONFERENCES}


def _ahead(value: str, day: date | None) -> bool:
    return day is None or latest(value) >= day


def by_month(plain: str, mentions: Sequence[DateMention], following: str) -> list[DateMention]:
    """The mentions with "the March meeting" as the next meeting (`following`), where that is in March."""
    first, month = following.partition("/")[0], following[:_MONTH]
    found: list[DateMention] = []
    for mention in mentions:
        named = mention.kind == "month" and mention.value == month
        behind = _MEETING_BEHIND.match(plain, mention.end) if named else None
        if behind:
            words = plain[mention.start : behind.end()]
            value = first if mention.bound in _LIMITS else following
            mention = mention._replace(end=behind.end(), words=words, value=value, kind="event", label=False)  # noqa: PLW2901  # the mention as it is meant
        found.append(mention)
    return found
