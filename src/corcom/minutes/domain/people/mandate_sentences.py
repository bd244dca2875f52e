"""Who holds which theme or office by what sentences say: "the Coordinator on Clearance, Ms. Berg of Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.kernel.plain import words
from corcom.minutes.domain.people.person_names import NAME
from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.people.themes import THEME_WORDS, YEAR, Found, plain_names, theme_name, years_of
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.conventions import conventions_in

_LEADS = r"(?:co-?)?(?:coordinat(?:or|ors|ing|es|ed)|(?:co-)?chairs?|co-rapporteurs?|chairing|leads?|focal\s+points?|facilitators?|rapporteurs?)"
_COORDINATOR = Cue(
    r"\b(?P<former>former|previous|outgoing|past|then)?\s*(?P<informal>informal\s+)?(?P<role>coordinators?|(?:co-)?chairs?|co-rapporteurs?|facilitators?|focal\s+points?|friends?\s+of\s+the\s+president)\s+"
    r"(?:on|for|of)\s+(?:the\s+|this\s+)?(?P<theme>[^,.;:()]{4,90}?)(?=\s*[,.;:()]|\s+(?:informed|reported|said|stated|presented|indicated|noted|briefed|introduced|gave|explained|thanked|had|have|has|was|were|would|will|and\s+asked|in\s+\d|for\s+\d|since|until|-)\b|\s*$)",
    re.IGNORECASE,
)
_UNDER = Cue(
    r"\b(?P<theme>(?:[A-Z][\w-]+\s+){1,5}(?:Contact\s+Group|Task\s*force|Working\s+Group|Sponsorship\s+Programme))\s+(?:to\s+be\s+)?(?P<how>under|led\s+by|chaired\s+by|set\s+up\s+by|coordinated\s+by|headed\s+by)\s+(?:the\s+)?$"
)
_OFFICE_OF = Cue(
    r"\bPresident-[Dd]esignate\b(?:\s+of\s+the\s+(?:\d+\s?(?:MSP|RC)|[A-Z]\w+\s+(?:Meeting\s+of\s+(?:the\s+)?States\s+Parties|Review\s+Conference)))?"
)
_PERSON_OF = re.compile(
    rf"\s*,\s*(?:{HONORIFIC.pattern}\s*)+{NAME}(?:\s+(?:{NAME}|van|de|der|von|la|al|bin)){{0,6}}?\s*(?:\(|\bof\s+(?:the\s+)?|\bfrom\s+(?:the\s+)?)"
)
_AS_THE = re.compile(r",?\s*(?:as\s+)?(?:the\s+)?")
_SOME_OFFICE = Cue(r"oordinat|-chair|Chair|Friend|apporteur|Group|ask\s?force|esignate|facilitat|focal")
_COMMA = re.compile(r"\s*(?:,|\()\s*(?:the\s+)?")
_COORDINATING = Cue(
    r",?\s+(?:coordinating|leading|chairing)\s+(?:the\s+)?(?P<theme>(?:[A-Z][\w-]+\s+){1,5}?(?:Contact\s+Group|Working\s+Group|Task\s?[Ff]orce|Programme))\b"
)
_WITH_COORDINATING = Cue(r"\b(?:on|with)\s+coordinating\s+(?P<theme>[a-z ]{4,40}?)(?=\s+for\b|[.,;:]|$)")
_DESIGNATE = Cue(
    r"\b(?P<office>President-designate\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:Review\s+Conference|Meeting\s+of\s+(?:the\s+)?States\s+Parties|\d+\s*MSP))",
    re.IGNORECASE,
)


def said_mandates(minutes: MinutesText) -> Iterator[Found]:
    """Such as "the Coordinator on National Implementation Measures, New Zealand", "Japan and Portugal (Coordinators for …)"."""
    coordinators = minutes.sentences_with(_COORDINATOR)
    groups = frozenset().union(*map(minutes.sentences_with, (_UNDER, _DESIGNATE, _WITH_COORDINATING)))
    designates = minutes.sentences_with(_OFFICE_OF) | minutes.sentences_with(_COORDINATING)
    for at in sorted(minutes.sentences_with(_SOME_OFFICE)):
        sentence = minutes.sentences[at]
        text = minutes.shadow[sentence.start : sentence.end]
        if not _SOME_OFFICE.search(text):
            continue
        if at in coordinators:
            yield from _coordinators(minutes, sentence.start, text, sentence.block)
        if at in groups:
            yield from _groups(minutes, sentence.start, text)
        if at in designates:
            yield from _designates(minutes, sentence.start, text)


def _coordinators(minutes: MinutesText, at: int, text: str, block: int) -> Iterator[Found]:
    for found in _COORDINATOR.finditer(text):
        theme = found["theme"].strip()
        section = minutes.section(block)
        if re.match(r"(?:thematic\s+)?(?:topic|theme|area|item|issue)s?\b", theme) and section:
            theme = section.title
        # An office of a theme tells by itself that what it is of is one; anybody may be chair of something else.
        named = theme[:1].isupper() and "chair" not in found["role"].lower() and not theme.endswith("Group")
        if not (THEME_WORDS.search(theme) or named):
            continue
        names = _holders(minutes, at, text, found)
        if not names:
            continue
        name = theme_name(theme)
        role = found["role"].lower()
        if role.startswith("friend"):
            name = f"{name} (Friend of the President)"
        if found["former"]:
            name = f"{name} (former)"
        of = {c.code for _, _, c in conventions_in(minutes.low, at + found.start("theme"), at + found.end("theme"))}
        head = {c.code for _, _, c in conventions_in(minutes.low, 0, 600)} if of else set()
        yield Found(
            name, names, years_of(text[found.end() : found.end() + 30]) if YEAR.match(text[found.end() :].lstrip(" (,infor")) else None,
            at + found.start(), at + found.end(), bool(head and of - head), sure=False,
        )  # fmt: skip


def _holders(minutes: MinutesText, at: int, text: str, found: re.Match[str]) -> tuple[str, ...]:
    """The States named right after the theme ("…, New Zealand,") or right before the office ("Australia as the …")."""
    after = _PERSON_OF.match(text, found.end()) or re.compile(r"\s*[,(:-]+\s*(?:the\s+)?").match(text, found.end())
    if after:
        start = at + after.end()
        names = _adjoining(minutes, start, at + len(text))
        if names:
            return names
    before = text[: found.start()].rstrip()
    link = re.search(
        r"(?:\s*\(|,?\s+(?:as|in\s+(?:its|their)\s+(?:role|capacity)\s+as)(?:\s+the)?|,)(?:\s+(?:the|an|informal|co-|both))*$",
        before,
    )
    if link:
        return _adjoining_back(minutes, at, at + link.start())
    return _after_capacity(minutes, at, text, found)


def _after_capacity(minutes: MinutesText, at: int, text: str, found: re.Match[str]) -> tuple[str, ...]:
    """Such as "As Friend of the President on costs, Peru said"."""
    if re.search(r"\bcapacity\s+(?:as|of)\s+(?:the\s+)?$", text[: found.start()], re.IGNORECASE):
        names = plain_names(minutes, at + found.end(), at + len(text)) or plain_names(minutes, at, at + found.start())
        return tuple(h.party.name for h in names[:1])
    if before := re.search(
        r"\b(?:in\s+(?:its|their)\s+capacity\s+as|as)\s+(?:the\s+)?$", text[: found.start()], re.IGNORECASE
    ):
        return tuple(h.party.name for h in plain_names(minutes, at, at + before.start())[-1:])
    return ()


def _adjoining(minutes: MinutesText, start: int, end: int) -> tuple[str, ...]:
    """States that follow one another from `start` with nothing but commas and "and" between them."""
    found: list[str] = []
    at = start
    for hit in plain_names(minutes, start, end):
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)?\s*(?:the\s+)?", minutes.shadow[at : hit.start]):
            break
        found.append(hit.party.name)
        at = hit.end
    return tuple(found)


def _adjoining_back(minutes: MinutesText, start: int, end: int) -> tuple[str, ...]:
    found: list[str] = []
    at = end
    for hit in reversed(plain_names(minutes, start, end)):
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)?\s*(?:the\s+)?", minutes.shadow[hit.end : at]):
            break
        found.insert(0, hit.party.name)
        at = hit.start
        if article := re.search(r"\s*\bthe\s*$", minutes.shadow[start:at]):
            at = start + article.start()
    return tuple(found)


def _designates(minutes: MinutesText, at: int, text: str) -> Iterator[Found]:
    """Such as "the President-Designate of the 7MSP, Australia", "Norway, coordinating the Universalization Contact Group"."""
    for found in _OFFICE_OF.finditer(text):
        person = _PERSON_OF.match(text, found.end()) or _COMMA.match(text, found.end())
        if person and (names := _adjoining(minutes, at + person.end(), at + len(text))[:1]):
            yield Found(words(found[0]), names, None, at + found.start(), at + person.end(), sure=False)
    for found in _COORDINATING.finditer(text):
        if names := _adjoining_back(minutes, at, at + found.start()):
            yield Found(words(found["theme"]), names, None, at + found.start(), at + found.end(), sure=False)


def _groups(minutes: MinutesText, at: int, text: str) -> Iterator[Found]:
    """Such as "the Resource Mobilization Contact Group under Norway", "the Austrian President-designate of the Review Conference"."""
    for hit in minutes.names_between(at, at + len(text)):
        before = text[: hit.start - at]
        if found := _UNDER.search(before):
            name = words(found["theme"])
            if name.split()[0] in {"The", "A", "This"}:
                name = " ".join(name.split()[1:])
            yield Found(name, (hit.party.name,), None, at + found.start(), hit.end, sure=False)
        if found := _DESIGNATE.match(text[hit.end - at :].lstrip()):
            yield Found(
                words(found["office"]), (hit.party.name,), None, hit.start, hit.end + found.end() + 1, sure=False
            )
        elif (comma := _AS_THE.match(text[hit.end - at :])) and (
            found := _DESIGNATE.match(text[hit.end - at + comma.end() :])
        ):
            yield Found(
                words(found["office"]),
                (hit.party.name,),
                None,
                hit.start,
                hit.end + comma.end() + found.end(),
                sure=False,
            )
    for found in _WITH_COORDINATING.finditer(text):
        if THEME_WORDS.search(found["theme"]):
            names = plain_names(minutes, at, at + found.start())[-1:]
            yield from (
                Found(theme_name(found["theme"]), (h.party.name,), None, at, at + len(text), sure=False) for h in names
            )
