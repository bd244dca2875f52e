"""Who acts in a sentence: States, organisations, offices, groups, people and the pronouns that stand for them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import ahocorasick

from corcom.minutes.domain.reading import Attendance, Speaker
from corcom.minutes.domain.text.cues import Opening, matches_from
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
    ("Director", r"(?:(?<=the\s)|(?<=acting\s)|(?<=deputy\s)|(?<=new\s)|(?<=outgoing\s)|(?<=incoming\s))director(?!\s+of\b|[\s-]+general\b)"),
    ("Unit", r"(?<=the\s)unit"),
    ("Secretary", r"(?<=the\s)secretary(?!-)"),
    ("Special Envoy", r"special\s+envoy"),
    ("Secretary-General", r"secretary-general(?!\s+of\s+the\s+united)"),
    ("depositary", r"(?<=the\s)depositary"),
    ("host country", r"(?<=the\s)host\s+(?:country|state|government)"),
    ("Ministry", r"(?<=the\s)ministry"),
)  # fmt: skip
_GROUPS = (
    ("Coordinators", r"(?:all\s+(?:the\s+)?|every\s+|each\s+(?:of\s+the\s+)?|both\s+(?:the\s+)?|various\s+|other\s+|thematic\s+|theme\s+)*coordinators?|each\s+pair(?:\s+of\s+coordinators)?"),
    ("Committee members", r"(?:(?:coordination|coordinating|management|standing|steering|all|other)\s+(?:the\s+)?)*committee\s+members|members\s+of\s+the\s+(?:coordinati\w+\s+|management\s+|standing\s+)?committee"),
    ("Bureau members", r"bureau\s+members|members\s+of\s+the\s+bureau"),
    ("signatories", r"signator(?:y|ies)(?:\s+states)?"),
    ("States not party", r"(?:non[\s-]*states?[\s-]*part(?:y|ies)|states\s+not\s+(?:yet\s+)?part(?:y|ies))"),
    ("States Parties", r"(?:all\s+(?:the\s+)?)?states?\s+part(?:y|ies)"),
    ("Member States", r"member\s+states"),
    ("All States", r"all\s+states"),
    ("all parties", r"all\s+parties"),
    ("Members", r"(?:all\s+)?(?:other\s+)?members|(?<=the\s)others"),
    ("those interested", r"those\s+(?:interested|concerned)|interested\s+(?:delegations|states|members|parties)"),
    ("delegations", r"(?:all\s+)?delegations|delegates|participants"),
    ("donors", r"donors?(?:\s+states)?"),
    ("States", r"states|countries|governments|parties"),
    ("Friends of the President", r"friends(?:\s+of\s+the\s+president(?:cy)?)?"),
    ("Working Group", r"working\s+group"),
    ("group", r"(?:analysis|analysing|contact|drafting|small|expert|task|steering|donor|core)\s+group|task\s?force"),
    ("Committee", r"(?:(?:coordination|coordinating|management|standing|steering|implementation|compliance)\s+)?committee|corcom|bureau|meeting\b(?=\s+(?:agreed|decided|requested|asked))"),
    ("civil society", r"civil\s+society"),
)  # fmt: skip
# The words with which any of these can begin: it is tried where they stand.
_FIRST = Opening(
    "|".join(
        """
he she they it we i his her its incoming presiden former previous past immediate outgoing executive vice co each chair rapporteur ccm apmbc current msp isu implementation director
secretariat all every both various other thematic theme coordin committee coordinating management standing steering member bureau unit secretary special depositary host ministry signator non state participants others those interested
parties delegat donor countries governments friends working analysis analysing contact drafting small expert task core compliance corcom meeting civil
""".split()
    )
)
_WORDS = re.compile(
    r"\b(?:(?P<pronoun>he|she|they|it|we|i|(?:his|her|its)\s+(?:coalition|office|team|mission|delegation|government|authorities|organi[sz]ation|ministry|country|capital)\b(?=\s+(?:will|would|had|has|was|is)\b))|"
    + "|".join(f"(?P<o{at}>{pattern})" for at, (_, pattern) in enumerate(_OFFICES))
    + "|"
    + "|".join(f"(?P<g{at}>{pattern})" for at, (_, pattern) in enumerate(_GROUPS))
    + r")\b"
)
_GAP = r"(?:[^\S\n]+|\n(?!\n))"
_NO_NAME = r"(?:Coordinat|Management|Standing|Steering|Implementation|Compliance|Working|(?:The|Each|Every|This|That|Both|All|Our|No|Another|Such)\b)"
_DOING = r"(?=\s+(?:will|would|shall|should|must|to|is|was|has|had|offered|agreed|undertook|volunteered|promised|pledged|intends|intended|plans|planned)\b)"
_UNLISTED = re.compile(
    r"\b(?:"
    rf"(?P<body>(?:(?!{_NO_NAME})[A-Z][\w'-]*{_GAP}(?:(?:of|on|for|and){_GAP})?){{1,4}}(?:Committee|Group|Team|Panel|Board|Office|Centre|Task\s?Force|Network|Coalition|Agency|Institute|Foundation|Council|Project))\b"
    r"|(?P<person>(?:Mr|Ms|Mrs|Dr|Ambassador|Amb)\b\.?[^\S\n]+(?:[A-Z][\w'-]+[^\S\n]+){0,2}[A-Z][\w'-]+)"
    r"|(?P<initials>[A-Z]{3,8})"
    rf"){_DOING}"
)
# Where any of these can begin: initials, a title, a word before another with a capital.
_CAPITAL = re.compile(
    r"[A-Z](?<!\w[A-Z])(?=[A-Z]{2,7}\s|(?:r|s|rs|mb|mbassador)\b|[\w'-]*\s+(?:(?:of|on|for|and)\s+)?[A-Z])"
)
_NOBODY = frozenset("CHF USD EUR GBP MSP CSP COP CCM APMBC ATT BWC CCW TOR AOB NGO PDF COB VTF".split())
_UNIT = re.compile(r"\bisu\b|\bimplementation\s+support\s+unit\b")
_ITS_NAME = re.compile(
    r"(?:coordination|coordinating|management|standing|steering|implementation|compliance)\s+committee(?:\s+members)?"
)
_BRACKETED = re.compile(r"\(.*?\)")
_FORENAMES = re.compile(
    r"(?:(?:H\.E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Ambassador|Amb\.)[^\S\n]+)?(?:[A-Z][\w.'-]*[^\S\n]+|(?:van|der|de|la|al|von)[^\S\n]+){0,4}\Z"
)
_OF_STATE = re.compile(
    r"\s+(?:(?:permanent\s+representative|delegation|ambassador|mission|government|representative|authorities|delegate)s?"
    r"|president-designate|incoming\s+president)\b"
)
_OF_PARTY = re.compile(r"\s+(?:director|delegation|mission|team)\b")
# "The Director of the ISU", "the representative of Peru" stand for the ISU and for Peru.
_HEAD_OF = re.compile(
    r"(?:\A|[.;:,\n-]\s*|\b(?:that|and|but)\s+)(?:the\s+)?(?P<head>(?:permanent\s+|deputy\s+)?(?:director|head|representative|delegate|delegation|ambassador|mission|government)\s+of\s+(?:the\s+)?)\Z"
)
_FAR_HEAD = 48
_VERB_NEXT = re.compile(r"\s+(?:had|has|have|was|were|is|are|will|would|could|may|might|should|did|also|still)\b")
_HANGING = re.compile(r"\b(?:of|by|from|to|with|for|in|on|at|between|against)\s+(?:the\s+)?\Z")
_ALL = re.compile(r"\b(?:all|every|each|thematic|various|other)\b")


class Actor(NamedTuple):
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
    """Everybody who acts in a text: all mentions in order, found once; and who belongs to which delegation by surname."""

    by_surname: dict[str, str]
    actors: Sequence[Actor]
    starts: Sequence[int]


def people_of(minutes: MinutesText, attendance: Sequence[Attendance], speakers: Sequence[Speaker] = ()) -> People:
    """The people of a meeting and all mentions of anybody in its text."""
    known = _surnames(attendance) | {
        speaker.initials: speaker.delegation
        for speaker in speakers
        if speaker.delegation and speaker.certainty == "certain"
    }
    actors = _all_actors(minutes, known)
    return People(known, actors, [actor.start for actor in actors])


def actors_in(start: int, end: int, people: People) -> list[Actor]:
    """The actors that stand wholly in `start:end`, in order, none inside another."""
    first = bisect_left(people.starts, start)
    last = bisect_left(people.starts, end, first)
    return [actor for actor in people.actors[first:last] if actor.end <= end]


def _surnames(attendance: Sequence[Attendance]) -> dict[str, str]:
    """Surname → delegation; a surname that two delegations share stands for neither."""
    known: dict[str, str] = {}
    twice: set[str] = set()
    for item in attendance:
        for person in item.people if item.delegation else ():
            parts = [word for word in _BRACKETED.sub(" ", person).split() if fold(word) not in {"phd", "jr"}]
            surname = parts[-1].strip(".,") if parts else ""
            if len(surname) > 2 and surname[0].isupper():
                if known.get(surname, item.delegation) != item.delegation:
                    twice.add(surname)
                known[surname] = item.delegation or ""
    return {surname: delegation for surname, delegation in known.items() if surname not in twice}


def _all_actors(minutes: MinutesText, known: dict[str, str]) -> list[Actor]:
    """All mentions in a text: names first, then people, then offices, groups and pronouns where nothing stands yet."""
    found = [*_parties(minutes)]
    found = _with(found, _persons(minutes, known))
    found = _with(found, _unlisted(minutes))
    found = _with(found, map(_actor, _words(minutes)))
    if _UNIT.search(minutes.low):
        # Where there is an Implementation Support Unit, "the Unit" and "the Director" are its.
        found = [a._replace(name="ISU") if a.name in {"Unit", "Director"} else a for a in found]
    return [a._replace(subject=True) if a.kind == "party" and _is_subject(minutes, a) else a for a in found]


def _parties(minutes: MinutesText) -> Iterator[Actor]:
    for hit in minutes.names:
        if hit.adjective:
            # "the Ugandan Permanent Representative", "the Dutch delegation" stand for the State.
            if tail := _OF_STATE.match(minutes.low, hit.end):
                yield Actor(hit.start, tail.end(), hit.party.name, "party")
            continue
        tail = _OF_PARTY.match(minutes.low, hit.end)
        head = _HEAD_OF.search(minutes.low, max(0, hit.start - _FAR_HEAD), hit.start)
        start = head.start("head") if head else hit.start
        yield Actor(start, tail.end() if tail else hit.end, hit.party.name, "party")


def _persons(minutes: MinutesText, known: dict[str, str]) -> Iterator[Actor]:
    """People by surname or initials, with the title and the names before them."""
    for at, end in _named(minutes.shadow, known):
        before = _FORENAMES.search(minutes.shadow, max(0, at - 50), at)
        yield Actor(before.start() if before else at, end, known[minutes.shadow[at:end]], "person")


def _named(shadow: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where `names` stand as whole words, in order, the longest first where they overlap."""
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, len(name))
    if not automaton:
        return
    automaton.make_automaton()
    free = 0
    for start, size in sorted((last + 1 - size, -size) for last, size in automaton.iter(shadow)):
        if start >= free and _parts(shadow, start) and _parts(shadow, start - size):
            yield start, start - size
            free = start - size


def _parts(shadow: str, at: int) -> bool:
    """Whether a word begins or ends at a place."""
    before, after = shadow[at - 1 : at], shadow[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def _words(minutes: MinutesText) -> Iterator[re.Match[str]]:
    """Offices, groups and pronouns, in order."""
    low = minutes.low
    free = 0
    for place in minutes.cues.places(_FIRST):
        start = place
        while place - start < 2 and low[start - 1 : start].isdecimal():
            start -= 1  # the number of a meeting: "3MSP President"
        before = low[start - 1 : start]
        if start < free or before.isalnum() or before == "_":
            continue
        if found := _WORDS.match(low, start):
            yield found
            free = found.end()


def _unlisted(minutes: MinutesText) -> Iterator[Actor]:
    """Bodies, people with a title and bodies by their initials that no list names: they stand for themselves."""
    for match in matches_from(_CAPITAL, _UNLISTED, minutes.shadow):
        words = " ".join(match[0].split())
        if match.lastgroup == "initials" and words in _NOBODY:
            continue
        yield Actor(match.start(), match.end(), words, "group" if match.lastgroup == "body" else "office")


def _with(taken: list[Actor], further: Iterable[Actor]) -> list[Actor]:
    """Both in order of place, less those of `further` that overlap one of `taken`."""
    starts = [actor.start for actor in taken]
    free: list[Actor] = []
    last = -1
    for actor in further:
        at = bisect_left(starts, actor.end)
        if actor.start >= last and (at == 0 or taken[at - 1].end <= actor.start):
            free.append(actor)
            last = actor.end
    return sorted([*taken, *free], key=lambda actor: actor.start)


def _is_subject(minutes: MinutesText, actor: Actor) -> bool:
    if not _VERB_NEXT.match(minutes.low, actor.end):
        return False
    return not _HANGING.search(minutes.low, max(0, actor.start - 20), actor.start)


def _actor(match: re.Match[str]) -> Actor:
    group = match.lastgroup or ""
    start, end = match.span()
    if group == "pronoun":
        name = match[0] if " " not in match[0] else "he"  # "her delegation would" stands for whoever "she" is
        return Actor(start, end, name, "pronoun", plural=name in {"they", "we"})
    if group[0] == "o":
        return Actor(start, end, _OFFICES[int(group[1:])][0], "office", plural=match[0].endswith("s"))
    name = _GROUPS[int(group[1:])][0]
    if name in {"Committee", "Committee members"} and (named := _ITS_NAME.search(match[0])):
        # "Coordination Committee", "Coordinating Committee members": as the text has it.
        words = named[0].split()
        name = " ".join([words[0].capitalize(), "Committee", *words[2:]])
    if name == "group":
        name = match[0]
    return Actor(start, end, name, "group", everyone=bool(_ALL.search(match[0])), plural=True)
