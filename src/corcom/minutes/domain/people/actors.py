"""Who acts in a sentence: States, organisations, offices, groups, people and the pronouns that stand for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corcom.minutes.domain.reading import Attendance, Speaker
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import fold

ActorKind = Literal["party", "office", "group", "person", "pronoun"]

_OFFICES = (
    ("President-designate", r"(?:incoming\s+president|president[\s-]+designate|president[\s-]elect)"),
    ("former President", r"(?:(?:former|previous|past|immediate\s+past|outgoing)\s+president)"),
    ("Executive Coordinator", r"executive\s+coord(?:inator|ination\s+team|\b)(?:\s+team)?"),
    ("Executive Secretary", r"executive\s+secretary"),
    ("Vice-Chair", r"vice[\s-]chair(?:person|man|woman|s)?|vice[\s-]presidents?"),
    ("Co-Chairs", r"co[\s-]?chairs?(?:persons?)?"),
    ("Chairs", r"(?:each\s+of\s+the\s+(?:\w+\s+)?)?chairs(?:\s+of\s+the\s+[a-z]+\s+of\s+[a-z]+)?"),
    ("Co-Rapporteurs", r"co[\s-]?rapporteurs?"),
    ("Rapporteur", r"rapporteur"),
    ("President", r"(?:(?:ccm|apmbc|current|\d*msp|msp)\s+)?(?:president(?:'s\s+(?:team|office))?|presidency|chairperson|chairman|chairwoman|chair)(?:\s+of\s+the\s+(?:\w+\s+)?(?:\d*msp|meeting\s+of\s+(?:the\s+)?states\s+parties))?"),
    ("ISU", r"(?:(?:ccm|apmbc)\s+)?(?:isu(?:\s+director)?|implementation\s+support\s+unit|director\s+of\s+the\s+(?:isu|implementation\s+support\s+unit)|isu[\s-]ccm)"),
    ("Secretariat", r"secretariat"),
)  # fmt: skip
_GROUPS = (
    ("Coordinators", r"(?:all\s+(?:the\s+)?|every\s+|each\s+(?:of\s+the\s+)?|both\s+|the\s+various\s+|various\s+|other\s+|thematic\s+|theme\s+)*coordinators?|each\s+pair(?:\s+of\s+coordinators)?"),
    ("Committee members", r"(?:(?:coordination|coordinating|management|standing|steering|all|the|other)\s+)*committee\s+members|members\s+of\s+the\s+(?:coordinati\w+\s+|management\s+|standing\s+)?committee"),
    ("Bureau members", r"bureau\s+members|members\s+of\s+the\s+bureau"),
    ("signatories", r"signator(?:y|ies)(?:\s+states)?"),
    ("States not party", r"(?:non[\s-]*states?[\s-]*part(?:y|ies)|states\s+not\s+(?:yet\s+)?part(?:y|ies))"),
    ("States Parties", r"(?:all\s+|the\s+)*states?\s+part(?:y|ies)"),
    ("Member States", r"member\s+states"),
    ("All States", r"all\s+states"),
    ("all parties", r"all\s+parties"),
    ("Members", r"(?:all\s+)?(?:other\s+)?members"),
    ("delegations", r"(?:all\s+)?delegations|delegates|participants"),
    ("donors", r"donors?(?:\s+states)?"),
    ("States", r"states|countries|governments|parties"),
    ("Friends of the President", r"friends(?:\s+of\s+the\s+president(?:cy)?)?"),
    ("Working Group", r"(?:the\s+)?working\s+group"),
    ("group", r"(?:analysis|analysing|contact|drafting|small|expert|task|steering|donor|core)\s+group|task\s?force"),
    ("Committee", r"(?:(?:coordination|coordinating|management|standing|steering|implementation|compliance)\s+)?committee|corcom|bureau|meeting\b(?=\s+(?:agreed|decided|requested|asked))"),
    ("civil society", r"civil\s+society"),
)  # fmt: skip
_WORDS = re.compile(
    r"\b(?:(?P<pronoun>he|she|they|it|we|i)|"
    + "|".join(f"(?P<o{at}>{pattern})" for at, (_, pattern) in enumerate(_OFFICES))
    + "|"
    + "|".join(f"(?P<g{at}>{pattern})" for at, (_, pattern) in enumerate(_GROUPS))
    + r")\b"
)
_VERB_NEXT = re.compile(r"\s+(?:had|has|have|was|were|is|are|will|would|could|may|might|should|did|also|still)\b")
_HANGING = re.compile(r"\b(?:of|by|from|to|with|for|in|on|at|between|against)\s+(?:the\s+)?\Z")
_ALL = re.compile(r"\b(?:all|every|each|thematic|various|other)\b")


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention: `name` as it is to stand in the record; `everyone` for "all the Coordinators"."""

    start: int
    end: int
    name: str
    kind: ActorKind
    everyone: bool = False
    plural: bool = False
    subject: bool = False
    """A verb follows directly, and no preposition stands before it."""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a meeting by surname, and the delegation each belongs to; made from the attendance."""

    by_surname: dict[str, str]
    pattern: re.Pattern[str] | None


def people_of(attendance: Sequence[Attendance], speakers: Sequence[Speaker] = ()) -> People:
    """Who belongs to which delegation; a surname that two delegations share stands for neither."""
    known: dict[str, str] = {}
    twice: set[str] = set()
    for item in attendance:
        for person in item.people if item.delegation else ():
            name = re.sub(r"\(.*?\)", " ", person)
            parts = [word for word in name.split() if fold(word) not in {"phd", "jr"}]
            surname = parts[-1].strip(".,") if parts else ""
            if len(surname) > 2 and surname[0].isupper():
                if surname in known and known[surname] != item.delegation:
                    twice.add(surname)
                known[surname] = item.delegation or ""
    for surname in twice:
        known.pop(surname, None)
    known |= {s.initials: s.delegation for s in speakers if s.delegation and s.certainty == "certain"}
    if not known:
        return People({}, None)
    names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    return People(
        known,
        re.compile(
            rf"\b(?:(?:H\.E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Ambassador|Amb\.)\s+)?(?:[A-Z][\w.'-]*\s+|(?:van|der|de|la|al|von)\s+)*({names})\b"
        ),
    )


def actors_in(minutes: MinutesText, start: int, end: int, people: People) -> list[Actor]:
    """The actors of `start:end` in order, none inside another; a longer mention goes before a shorter one."""
    found: list[Actor] = []
    for hit in minutes.names_between(start, end):
        if hit.adjective:
            # "the Ugandan Permanent Representative", "the Dutch delegation" stand for the State.
            tail = re.match(
                r"\s+(?:(?:permanent\s+representative|delegation|ambassador|mission|government|representative|authorities|delegate)s?|president-designate|incoming\s+president)\b",
                minutes.low[hit.end : hit.end + 40],
            )
            if not tail:
                continue
            found.append(Actor(hit.start, hit.end + tail.end(), hit.party.name, "party"))
        else:
            tail = re.match(r"\s+(?:director|delegation|mission|team)\b", minutes.low[hit.end : hit.end + 14])
            found.append(Actor(hit.start, hit.end + (tail.end() if tail else 0), hit.party.name, "party"))
    taken = [(actor.start, actor.end) for actor in found]
    if people.pattern:
        for match in people.pattern.finditer(minutes.shadow, start, end):
            if not _covered(taken, match.start(), match.end()):
                found.append(Actor(match.start(), match.end(), people.by_surname[match[1]], "person"))
                taken.append((match.start(), match.end()))
    found.extend(
        _actor(match)
        for match in _WORDS.finditer(minutes.low, start, end)
        if not _covered(taken, match.start(), match.end())
    )
    found.sort(key=lambda actor: actor.start)
    return [replace(a, subject=True) if a.kind == "party" and _is_subject(minutes, a, start) else a for a in found]


def _is_subject(minutes: MinutesText, actor: Actor, start: int) -> bool:
    if not _VERB_NEXT.match(minutes.low, actor.end):
        return False
    return not _HANGING.search(minutes.low, max(start, actor.start - 20), actor.start)


def _actor(match: re.Match[str]) -> Actor:
    group = match.lastgroup or ""
    start, end = match.span()
    if group == "pronoun":
        return Actor(start, end, match[0], "pronoun", plural=match[0] in {"they", "we"})
    if group[0] == "o":
        return Actor(start, end, _OFFICES[int(group[1:])][0], "office", plural=match[0].endswith("s"))
    name = _GROUPS[int(group[1:])][0]
    if name in {"Committee", "Committee members"} and (
        named := re.search(
            r"(?:coordination|coordinating|management|standing|steering|implementation|compliance)\s+committee(?:\s+members)?",
            match[0],
        )
    ):
        # "Coordination Committee", "Coordinating Committee members": as the text has it.
        words = named[0].split()
        name = " ".join([words[0].capitalize(), "Committee", *words[2:]])
    if name == "group":
        name = match[0]
    return Actor(start, end, name, "group", everyone=bool(_ALL.search(match[0])), plural=True)


def _covered(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(one < end and start < two for one, two in taken)
