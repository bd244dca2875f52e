"""Who presided: from the attendance list, the opening sentence, or the presidency that the text names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corcom.kernel.plain import words
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.reading import Attendance, Chair
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_OPENING = 14
_INTRODUCED = 40
_PRESIDING = re.compile(
    r"\b(?:president|presidency|(?:co-)?chairs?(?:person|man|woman)?|in\s+the\s+chair|presiding|chairing)\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:designate|past|former|vice|elect|incoming|outgoing|co-chair|immediate|friend|review\s+conference)\b",
    re.IGNORECASE,
)
_IN_THE_CHAIR = re.compile(
    r"\((?:in\s+the\s+)?chair(?:ing)?\)|\bpresiding\b|\b(?:in|took)\s+the\s+chair\b", re.IGNORECASE
)
_LONGEST_ROLE = 90
_CO_CHAIRS = re.compile(r"(?:The\s+)?co-chairs\b", re.IGNORECASE)
_CHAIRED = re.compile(
    r"\b(?:chaired|opened|presided\s+over|convened|moderated)\s+by\b|\b(?:opened|chaired|declared)\s+the\s+(?:\w+\s+){0,6}?(?:meeting|session|consultations)\b|\bmoderated\b|\bunder\s+(?:the\s+)?|\bchairmanship\s+of\b|\bpresidency\s+of\b|\bpresid(?:ing|ed)\b|\btook\s+the\s+chair\b|\bin\s+the\s+chair\b",
    re.IGNORECASE,
)
_MEETING_CHAIRED = re.compile(
    r"\bchaired\s+the\s+(?:meeting|session|consultations)\b|\b(?:meeting|session|consultations?|committee|call)\b[^.]{0,60}\bchaired\s+by\b",
    re.IGNORECASE,
)
_NAME = r"(?:van|der|de|la|al|von|bin|(?![a-z])[^\W\d_][\w.'’-]*)"
_PERSON = re.compile(rf"(?:{HONORIFIC.pattern}\s*)+(?P<name>{_NAME}(?:\s+{_NAME}){{0,7}})")
_LABEL = re.compile(
    r"\W*(?:\d*\w{2,6}\s+)?(?P<role>(?:co-)?chair(?:s|person|man|woman)?|president|presidency|chaired\s+by|presided\s+by|presiding(?:\s+officer)?|in\s+the\s+chair|moderat(?:or|ed\s+by))[\W_]*[:|][\W_]*",
    re.IGNORECASE,
)
_OFFICE_HOLDER = re.compile(
    rf"\b(?P<role>President|Presidency|Chair(?:person|man|woman)?)\b(?:,?\s+(?:of|for|represented\s+by)\s+[^.;:()]{{1,90}}?)?,?\s+(?P<who>{_PERSON.pattern})"
)
_WAS_IN_THE_CHAIR = re.compile(
    rf"(?P<who>{_PERSON.pattern})(?:\s{{1,3}}(?:of|from)\s{{1,3}}|\s{{0,3}}\()[^.,;()]{{3,40}}\)?(?:\s{{0,3}},\s{{0,3}}(?P<office>[^.,;()]{{3,60}}))?\s{{0,3}},?\s{{1,3}}(?:was\s+in|took)\s+the\s+chair\b"
)
_OTHER_PRESIDENCY = re.compile(r"\b(?:friends\s+of|former|previous|past|next|under|incoming)\s+(?:the\s+)?\Z")
_OF_STATE = re.compile(r"\s*(?:\(|,|of\s|from\s)\s*(?:the\s+)?")


def read_chair(minutes: MinutesText, attendance: Sequence[Attendance]) -> Chair | None:
    """The chair of the meeting; None where nothing says."""
    found = (
        _told(minutes)
        or _listed(attendance)
        or _labelled(minutes, attendance)
        or _from_sentences(minutes, attendance)
        or _introduced(minutes, attendance)
        or _from_presidency(minutes)
        or _nameless(minutes)
    )
    if found and found.delegation and not found.person:
        named = _introduced(minutes, attendance, found.delegation) or _from_sentences(minutes, attendance)
        return replace(found, person=named.person) if named and named.delegation == found.delegation else found
    return found


def _told(minutes: MinutesText) -> Chair | None:
    """Such as "Ambassador Siri Dahl of Norway, the CSP9 President, was in the chair"."""
    for sentence in minutes.sentences[:_OPENING]:
        chaired = _IN_THE_CHAIR.search(minutes.shadow, sentence.start, sentence.end)
        found = chaired and _WAS_IN_THE_CHAIR.search(
            minutes.shadow, max(sentence.start, chaired.start() - 240), sentence.end
        )
        states = minutes.names_between(found.end("who"), found.end()) if found else ()
        if found and states and _OF_STATE.fullmatch(minutes.shadow, found.end("who"), states[0].start):
            said = _PRESIDING.search(found["office"] or "")
            return Chair(
                delegation=states[0].party.name,
                person=words(found["who"]),
                role=words(found["office"]).removeprefix("the ") if said else "Chair",
                evidence=minutes.evidence(sentence.start, sentence.end),
                certainty="certain",
            )
    return None


def _listed(attendance: Sequence[Attendance]) -> Chair | None:
    """The delegation, or the person, whom the attendance list calls President or Chair."""
    for item in attendance:
        role = item.role or ""
        if _presides(role):
            person = item.people[0] if item.people else None
            return Chair(
                delegation=item.delegation, person=person, role=role, evidence=item.evidence, certainty="certain"
            )
    for item in attendance:
        for name in item.people:
            person, _, role = name.partition(" (")
            if _PRESIDING.match(role) and _presides(role):
                return Chair(delegation=item.delegation, person=person, role=role.rstrip(")"), evidence=item.evidence)
    return None


def _presides(role: str) -> bool:
    """Whether a role in the list is that of the one who presides, be it for once: "President-designate (chair)"."""
    if len(role) > _LONGEST_ROLE or not _PRESIDING.search(role):
        return False
    return not _NOT_NOW.search(role) or _IN_THE_CHAIR.search(role) is not None


def _labelled(minutes: MinutesText, attendance: Sequence[Attendance]) -> Chair | None:
    """Such as "Chair: Ms. Siri Dahl (Norway)" before the first heading."""
    sections = minutes.outline.sections
    for block in minutes.blocks[: min(sections[0].at, _INTRODUCED) if sections else _INTRODUCED]:
        label = _LABEL.match(minutes.shadow, block.body, min(block.end, block.body + 60))
        if not label:
            continue
        stop = minutes.shadow.find(". ", label.end() + 20, min(block.end, label.end() + 200))
        stop = stop if stop > 0 else min(block.end, label.end() + 200)
        rest = minutes.shadow[label.end() : stop]
        person = _PERSON.search(rest) or re.match(rf"(?P<name>{_NAME}(?:\s+{_NAME}){{1,4}})(?=\s*[(,])", rest)
        states = [hit for hit in minutes.names_between(label.end(), stop) if hit.party.kind == "state"]
        if says_something(rest) or not (person or states):
            continue
        if person and states and states[0].start < label.end() + person.end() and not HONORIFIC.match(person[0]):
            person = None
        presidency = _from_presidency(minutes)
        delegation = states[0].party.name if states else _by_surname(attendance, person)
        return Chair(
            delegation=delegation or (presidency.delegation if presidency else None),
            person=words(person[0]) if person else None,
            role=label["role"].capitalize() if "by" not in label["role"] else "Chair",
            evidence=minutes.evidence(block.start, stop),
            certainty="certain",
        )
    return None


def _introduced(minutes: MinutesText, attendance: Sequence[Attendance], delegation: str | None = None) -> Chair | None:
    """Such as "The President, Ambassador Siri Dahl of Norway, thanked members"; of `delegation` where it is known."""
    for sentence in minutes.sentences[:_INTRODUCED]:
        found = _OFFICE_HOLDER.search(minutes.shadow, sentence.start, sentence.end)
        if not found or _NOT_NOW.search(minutes.shadow, max(sentence.start, found.start() - 16), found.start("who")):
            continue
        behind = _OF_STATE.match(minutes.shadow, found.end("who"), sentence.end)
        states = minutes.names_between(behind.end(), behind.end() + 20) if behind else ()
        said = next((hit.party.name for hit in states if behind and hit.start == behind.end()), None)
        said = said or _by_surname(attendance, found) or delegation
        if said and delegation in {None, said}:
            return Chair(
                delegation=said,
                person=words(found["who"]),
                role="President" if found["role"].startswith("Pres") else "Chair",
                evidence=minutes.evidence(sentence.start, sentence.end),
            )
    return None


def _from_sentences(minutes: MinutesText, attendance: Sequence[Attendance]) -> Chair | None:
    """Such as "was opened by CCM President, Ambassador X of the Netherlands", "under the Lao PDR chairmanship"."""
    for sentence in minutes.sentences[:_OPENING]:
        text = minutes.shadow[sentence.start : sentence.end]
        chaired = _CHAIRED.search(text)
        role = _PRESIDING.search(text)
        person = _PERSON.search(text)
        if (
            not chaired
            or not (role or person or "chairmanship" in text or _MEETING_CHAIRED.search(text))
            or (role and _NOT_NOW.search(text[: chaired.start()]) and not _CO_CHAIRS.match(text))
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
    surname = person["name"].split()[-1] if person else ""
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
    sections = minutes.outline.sections
    head = minutes.blocks[sections[0].at].start if sections else 0
    for hit in minutes.names:
        if hit.party.kind != "state":
            continue
        after = re.match(r"\s+(?:presidency|chairmanship)\b", minutes.low[hit.end : hit.end + 20])
        before = minutes.low[max(0, hit.start - 40) : hit.start]
        other = _OTHER_PRESIDENCY.search(before)
        if after and (not other or (hit.start < head and other[0].startswith("under"))):
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
