"""Who presided: from the attendance list, the opening sentence, or the presidency that the text names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corcom.kernel.plain import words
from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.reading import Attendance, Chair
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_OPENING = 14
_PRESIDING = re.compile(
    r"\b(?:president|presidency|chair(?:person|man|woman)?|in\s+the\s+chair|presiding)\b", re.IGNORECASE
)
_NOT_NOW = re.compile(
    r"\b(?:designate|past|former|vice|elect|incoming|co-chair|immediate|friend|review\s+conference)\b", re.IGNORECASE
)
_CHAIRED = re.compile(
    r"\b(?:chaired|opened|presided\s+over|convened|moderated)\s+by\b|\b(?:opened|chaired|declared)\s+the\s+(?:\w+\s+){0,6}?(?:meeting|session|consultations)\b|\bmoderated\b|\bunder\s+(?:the\s+)?|\bchairmanship\s+of\b|\bpresidency\s+of\b|\bpresiding\b|\btook\s+the\s+chair\b|\bin\s+the\s+chair\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    rf"(?:{HONORIFIC.pattern}\s*)+(?P<name>(?:[A-Z][\w.'’-]*|van|der|de|la|al|von|bin)(?:\s+(?:[A-Z][\w.'’-]*|van|der|de|la|al|von|bin))*)"
)


def read_chair(minutes: MinutesText, attendance: Sequence[Attendance]) -> Chair | None:
    """The chair of the meeting; None where nothing says."""
    for item in attendance:
        role = item.role or ""
        if _PRESIDING.search(role) and not _NOT_NOW.search(role):
            person = item.people[0] if item.people else None
            return Chair(
                delegation=item.delegation, person=person, role=role, evidence=item.evidence, certainty="certain"
            )
    return _from_sentences(minutes, attendance) or _from_presidency(minutes) or _nameless(minutes)


def _from_sentences(minutes: MinutesText, attendance: Sequence[Attendance]) -> Chair | None:
    """Such as "was opened by CCM President, Ambassador X of the Netherlands", "under the Lao PDR chairmanship"."""
    for sentence in minutes.sentences[:_OPENING]:
        text = minutes.shadow[sentence.start : sentence.end]
        chaired = _CHAIRED.search(text)
        role = _PRESIDING.search(text)
        person = _PERSON.search(text)
        if (
            not chaired
            or not (role or person or "chairmanship" in text)
            or (role and _NOT_NOW.search(text[: chaired.start()]))
        ):
            continue
        delegation = _state_near(minutes, sentence, chaired, role) or _by_surname(attendance, person)
        if delegation is None:
            continue
        return Chair(
            delegation=delegation,
            person=words(person[0]) if person else _closing_person(minutes, delegation),
            role="President" if role and role[0].lower().startswith("pres") else "Chair",
            evidence=minutes.evidence(sentence.start, sentence.end),
        )
    return None


def _state_near(
    minutes: MinutesText, sentence: Sentence, chaired: re.Match[str], role: re.Match[str] | None
) -> str | None:
    """The State nearest to the office in a sentence."""
    begin = sentence.start + max(0, chaired.start() - 120)
    names = [hit for hit in minutes.names_between(begin, sentence.end) if hit.party.kind == "state"]
    anchor = sentence.start + (role or chaired).start()
    return min(names, key=lambda hit: abs(hit.start - anchor)).party.name if names else None


def _by_surname(attendance: Sequence[Attendance], person: re.Match[str] | None) -> str | None:
    """The delegation of a person who is named without it."""
    surname = person[0].split()[-1] if person else ""
    found = [
        item.delegation
        for item in attendance
        for name in item.people
        if surname and name.split(" (")[0].endswith(surname)
    ]
    return found[0] if found else None


def _closing_person(minutes: MinutesText, delegation: str) -> str | None:
    """The person of the presiding delegation who closes the meeting: "Ambassador Yong from Lao PDR thanked all"."""
    for sentence in reversed(minutes.sentences[-4:]):
        person = _PERSON.match(minutes.shadow, sentence.start, sentence.end)
        names = minutes.names_between(sentence.start, sentence.end)
        if person and names and names[0].party.name == delegation:
            return words(person[0])
    return None


def _from_presidency(minutes: MinutesText) -> Chair | None:
    """The State whose presidency the text speaks of as of today: "the mandate of the Lebanese Presidency"."""
    found: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for hit in minutes.names:
        if hit.party.kind != "state":
            continue
        after = re.match(r"\s+(?:presidency|chairmanship)\b", minutes.low[hit.end : hit.end + 20])
        before = minutes.low[max(0, hit.start - 40) : hit.start]
        if after and not re.search(
            r"\b(?:friends\s+of|former|previous|past|next|under|incoming)\s+(?:the\s+)?\Z", before
        ):
            found[hit.party.name] += 1
            first.setdefault(hit.party.name, (hit.start, hit.end + after.end()))
    if not found:
        return None
    name = max(found, key=lambda state: (found[state], first[state][0]))
    return Chair(delegation=name, role="President", evidence=minutes.evidence(*first[name]), certainty="doubtful")


def _nameless(minutes: MinutesText) -> Chair | None:
    found = re.search(
        r"\b(?:The\s+)?(President|Chairperson|Chair)\b(?='s\s+Summary|\s+(?:briefed|opened|welcomed|thanked|presented|highlighted))",
        minutes.shadow,
    )
    if not found:
        return None
    return Chair(role=found[1], evidence=minutes.evidence(found.start(), found.end()), certainty="doubtful")
