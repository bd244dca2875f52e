"""Who was there in running sentences: "Ana Luz (Peru), Ben Ode from the ISU; Chad came with A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corcom.kernel.plain import words
from corcom.minutes.domain.people.people_table import Roll
from corcom.minutes.domain.people.person_names import OFFICE, looks_like_a_name
from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import party

_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|zu|y)"
_NAME = r"(?![a-z\d_])\w[\w'’-]*"
_PERSON = re.compile(
    rf"\b(?P<title>(?:{HONORIFIC.pattern}\.?\s{{1,3}}){{1,3}})?(?P<name>{_NAME}\.?(?:\s{{1,4}}(?:{_PARTICLE}\s{{1,4}}){{0,2}}{_NAME}){{0,5}})"
)
_BRACKET = re.compile(r"\(([^()]{1,160})\)")
_OF = re.compile(r"\b(?:of|from|for|representing)\s{1,4}(?:the\s{1,4})?\Z", re.IGNORECASE)
_NEAR = 40
_BRINGS = re.compile(r"\b(?:with|by|sent|through|namely|were|was)\b|[:(]\s{0,3}\Z")
_SINGLE = re.compile(r"\s{0,3}(?:,|\(|and\b|from\b|of\b|for\b|\.|\Z|&|;|\))")
_BEFORE_ONE = re.compile(r"(?:\A|[,(&;.:\n]|\band|\bwith|\bby)\s{0,3}\Z")
"""What stands before a person who is called by one name."""
_SECRETARIAT = re.compile(r"\b(?:[A-Z]{2,6}\s{1,4})?[Ss]ecretariat\b")
_OUR_SIDE = re.compile(r"\b(?:from|on)\s+our\s+(?:own\s+)?(?:side|mission|team)\b", re.IGNORECASE)
_OFFICE_BEHIND = re.compile(
    r"\s{0,3},\s{0,3}((?:(?:the|one\s+of\s+the|as|its)\s+)?[^,;.()]{0,30}?(?:[Pp]resident|[Cc]hair|[Rr]apporteur|[Cc]oordinator)[^,;.()]{0,60})"
)
_ALSO = re.compile(
    r"\W*(?:(?:also|both|all|again|likewise)\b\s*)?(?:(?:of|from|for)\b\s*)?(?:the\b\s*)?", re.IGNORECASE
)
_PRESIDES = re.compile(r"\b(?:president|presidency|chair|coordinator|rapporteur)", re.IGNORECASE)
_MAIL_LINES = 8
_IDLE = frozenset(
    """
    The Then Also And From For In On At With Besides Observers Observer Others Further Present Participants Those She He It They We Our Her His
    Regrets Apologies Both All Moreover Finally Excused Absent Nobody Members Delegations Delegates States Room Online There This That
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """.split()
)


class _Part(NamedTuple):
    """A person, a delegation or a bracket of a sentence."""

    kind: Literal["person", "delegation", "bracket"]
    start: int
    end: int
    name: str = ""


@dataclass(slots=True)
class _Hearing:
    """What was heard so far of a sentence: people whose delegation is still to come, and the one that brought others."""

    rolls: list[Roll] = field(default_factory=list)
    waiting: list[_Part] = field(default_factory=list)
    with_whom: Roll | None = None
    role: str | None = None

    def give(self, name: str, part: _Part, role: str | None) -> Roll:
        """The people who wait, to a delegation; a person behind "came with" whose own delegation follows is not of the one before."""
        people = [words(person.name) for person in self.waiting]
        start = min([part.start, *(person.start for person in self.waiting)])
        roll = Roll(name, start, max(part.end, start + 1), "present", role or self.role, people)
        self.rolls.append(roll)
        self.waiting, self.role, self.with_whom = [], None, None
        return roll

    def take_back(self) -> None:
        """The last person of the delegation that brought somebody: their own follows."""
        if self.with_whom and self.with_whom.people and not self.waiting:
            self.waiting.append(_Part("person", self.with_whom.end, self.with_whom.end, self.with_whom.people.pop()))


def told_rolls(
    minutes: MinutesText, start: int, end: int, own: str | None = None, *, titled: bool = False
) -> list[Roll]:
    """The delegations and people that one sentence names, those with a title alone where `titled`.

    `own` is the State of those who say "from our side".
    """
    heard = _Hearing()
    before: _Part | None = None
    for part in _parts(minutes, start, end, own):
        if part.kind == "person":
            if not HONORIFIC.match(part.name) and (titled or (heard.with_whom and _only_beside(minutes, part, before))):
                continue
            _person(heard, part)
        elif part.kind == "bracket":
            _bracket(minutes, heard, part, before)
        else:
            _delegation(minutes, heard, part, before, end)
        before = part
    return [roll for roll in heard.rolls if roll.name]


def _only_beside(minutes: MinutesText, part: _Part, before: _Part | None) -> bool:
    """Whether a name without a title stands behind a delegation as another of a list: "Control Arms and Small Arms"."""
    if before is None or before.kind != "delegation":
        return False
    return not _BRINGS.search(minutes.shadow, before.end, part.start)


def _person(heard: _Hearing, part: _Part) -> None:
    if heard.with_whom:
        heard.with_whom.people.append(words(part.name))
        heard.with_whom.end = max(heard.with_whom.end, part.end)
    else:
        heard.waiting.append(part)


def _bracket(minutes: MinutesText, heard: _Hearing, part: _Part, before: _Part | None) -> None:
    """Behind people their delegation, or what they do; behind a delegation its people or its role."""
    lead = _ALSO.match(minutes.shadow, part.start, part.end)
    begin = lead.end() if lead else part.start
    named = [hit for hit in minutes.names_between(part.start, part.end) if hit.start <= begin]
    if named and (before is None or before.kind == "person" or heard.with_whom is None):
        if before and before.kind == "person":
            heard.take_back()
        role = minutes.shadow[named[0].end : part.end].strip(" ,.;:-\n") or None
        roll = heard.give(shown(minutes, named[0].start, named[0].end), part, role)
        heard.with_whom = roll if not roll.people else None
    elif before and before.kind == "delegation" and heard.with_whom:
        people = list(_people(minutes, part.start, part.end))
        heard.with_whom.people.extend(words(person.name) for person in people)
        if not people:
            heard.with_whom.role = heard.with_whom.role or words(minutes.shadow[part.start : part.end])
    elif before and before.kind == "person":
        _said_of_person(heard, words(minutes.shadow[part.start : part.end]))


def _said_of_person(heard: _Hearing, said: str) -> None:
    """What brackets say of a person: the office of the delegation, or what they are themselves."""
    if _PRESIDES.search(said):
        if heard.with_whom:
            heard.with_whom.role = heard.with_whom.role or said
        else:
            heard.role = said
    elif heard.with_whom and heard.with_whom.people:
        heard.with_whom.people[-1] += f" ({said})"
    elif heard.waiting:
        heard.waiting[-1] = heard.waiting[-1]._replace(name=f"{heard.waiting[-1].name} ({said})")


def _delegation(minutes: MinutesText, heard: _Hearing, part: _Part, before: _Part | None, end: int) -> None:
    """Behind people theirs ("A and B from Peru", "A, Peru"); else it has come, and who follows came with it."""
    last = before.end if before else part.start
    between = minutes.shadow[last : part.start]
    behind = before is not None and before.kind in {"person", "bracket"}
    beside = heard.with_whom is None and not between.strip(" ,-\n\t")
    if behind and (_OF.search(between) or beside) and len(between) < _NEAR:
        if before and before.kind == "person":
            heard.take_back()
        if heard.waiting:
            office = _OFFICE_BEHIND.match(minutes.shadow, part.end, end)
            heard.give(part.name, part, words(office[1]) if office else None)
            return
    heard.waiting = []
    heard.with_whom = heard.give(part.name, part, None)


def _parts(minutes: MinutesText, start: int, end: int, own: str | None) -> Iterator[_Part]:
    """The people, delegations and brackets of a sentence, in order."""
    fixed = [_Part("bracket", *hit.span(1)) for hit in _BRACKET.finditer(minutes.shadow, start, end)]
    fixed += [
        _Part("delegation", hit.start, hit.end, shown(minutes, hit.start, hit.end))
        for hit in minutes.names_between(start, end)
        if not hit.adjective and not any(part.start <= hit.start < part.end for part in fixed)
    ]
    fixed += [
        _Part("delegation", *hit.span(), words(hit[0])) for hit in _SECRETARIAT.finditer(minutes.shadow, start, end)
    ]
    if own:
        fixed += [_Part("delegation", *hit.span(), own) for hit in _OUR_SIDE.finditer(minutes.shadow, start, end)]
    at = start
    for part in sorted(fixed, key=lambda one: (one.start, -one.end)):
        if part.start < at:
            continue
        yield from _people(minutes, at, part.start)
        yield part
        at = part.end
    yield from _people(minutes, at, end)


def _people(minutes: MinutesText, start: int, end: int) -> Iterator[_Part]:
    """The people named between two offsets: with a title, by two names, or by one where a name would stand."""
    last: _Part | None = None
    for hit in _PERSON.finditer(minutes.shadow, start, end):
        if OFFICE.search(hit["name"]):
            if last and minutes.shadow[last.end : hit.start()].strip(" \n") == ",":
                last = last._replace(end=hit.end(), name=f"{last.name} ({words(hit[0])})")
        elif name := _name_at(minutes, hit):
            if last:
                yield last
            last = name
    if last:
        yield last


def _name_at(minutes: MinutesText, hit: re.Match[str]) -> _Part | None:
    """The person that words name, without a word before them that only opens the sentence: "Then Hugo Salas"."""
    if hit["title"]:
        return _Part("person", hit.start(), hit.end(), hit[0].rstrip("."))
    first, _, rest = hit["name"].partition(" ")
    if first == "The" or party(hit["name"]):
        return None
    name = rest.lstrip() if first.rstrip(".") in _IDLE else hit["name"]
    start = hit.end() - len(name)
    if " " in name:
        named = looks_like_a_name(name)
    else:
        opens = _BEFORE_ONE.search(minutes.shadow, max(0, start - 6), start)
        named = bool(name) and opens is not None and _SINGLE.match(minutes.shadow, hit.end()) is not None
    return _Part("person", start, hit.end(), name.rstrip(".")) if named else None


def shown(minutes: MinutesText, start: int, end: int) -> str:
    """The name to show: the UN's for a State, the text's own for an organisation."""
    known = party(minutes.shadow[start:end]) or next((hit.party for hit in minutes.names_between(start, end)), None)
    return known.name if known and known.kind == "state" else words(minutes.text[start:end])


def own_delegation(minutes: MinutesText) -> str | None:
    """The State of whoever wrote: the sender of an e-mail who says "our side"."""
    for block in minutes.blocks[:_MAIL_LINES]:
        if minutes.low.startswith("from:", block.start):
            return next((hit.party.name for hit in minutes.names_between(block.start, block.end)), None)
    return None
