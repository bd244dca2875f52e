"""Who coordinates which theme: from headings, attendance lists, lists of coordinators and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corcom.kernel.plain import words
from corcom.minutes.domain.reading import Attendance, Mandate
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.conventions import conventions_in
from corcom.register.domain.gazetteer import NameHit

_THEME_WORDS = Cue(
    r"\b(?:universali[sz]ation|victim|assistance|clearance|risk\s+reduction|risk\s+education|stockpile|destruction|retention|cooperation|transparency"
    r"|reporting|national\s+implementation|legislation|general\s+status|operation|status\s+and\s+operation|compliance|gender|sponsorship|resource|finance"
    r"|mobili[sz]ation|article\s+\d|implementation\s+measures|architecture|workplan|diversion|effective\s+implementation|treaty\s+universali[sz]ation)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:(?:the|on|for|of|a|its|informal|former|thematic|update|updates|report|reports|from|by)\s+)*(?:(?:thematic\s+)?working\s+groups?|committee|standing\s+committee|coordinators?|co-chairs?|friends?\s+of\s+the\s+president)?\s*(?:on|for|of)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\bof\s+the\s+(?:convention|treaty|ccm|apmbc)\b.*|\b(?:by|from)\s+coordinators?\b.*|\bteam\b|\bcoordination\b(?=\s*$)|\bcoordinators?\b.*|,?\s*(?:by|from)\s+(?:the\s+)?$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEARS = re.compile(
    r"(?:\b(?:in|for|during|from)\s+)?\(?((?:19|20)\d\d)(?:\s*(?:-|/|and|to|until)\s*((?:19|20)\d\d|\d\d)\b)?",
    re.IGNORECASE,
)
_YEAR_HOLDER = re.compile(
    r"(?:(?:in|for|from)\s+)(?P<years>(?:19|20)\d\d(?:\s*(?:,?\s*and\s+(?:for\s+)?|-|to)\s*(?:19|20)?\d\d)*)\s*\((?P<holder>[^()]+)\)",
    re.IGNORECASE,
)
_LEADS = r"(?:co-?)?(?:coordinat(?:or|ors|ing|es|ed)|(?:co-)?chairs?|co-rapporteurs?|chairing|leads?|focal\s+points?|facilitators?|rapporteurs?)"
_COORDINATOR = re.compile(
    r"\b(?P<former>former|previous|outgoing|past|then)?\s*(?P<informal>informal\s+)?(?P<role>coordinators?|(?:co-)?chairs?|co-rapporteurs?|facilitators?|focal\s+points?|friends?\s+of\s+the\s+president)\s+"
    r"(?:on|for|of)\s+(?:the\s+|this\s+)?(?P<theme>[^,.;:()]{4,90}?)(?=\s*[,.;:()]|\s+(?:informed|reported|said|stated|presented|indicated|noted|briefed|introduced|gave|explained|thanked|had|have|has|was|were|would|will|and\s+asked|in\s+\d|for\s+\d|since|until|-)\b|\s*$)",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?P<theme>(?:[A-Z][\w-]+\s+){1,5}(?:Contact\s+Group|Task\s*force|Working\s+Group|Sponsorship\s+Programme))\s+(?:to\s+be\s+)?(?P<how>under|led\s+by|chaired\s+by|set\s+up\s+by|coordinated\s+by|headed\s+by)\s+(?:the\s+)?$"
)
_DESIGNATE = re.compile(
    r"\b(?P<office>President-designate\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:Review\s+Conference|Meeting\s+of\s+(?:the\s+)?States\s+Parties|\d+\s*MSP))",
    re.IGNORECASE,
)
_THEME_LABEL = re.compile(r"\W*(?P<theme>[^:()]{4,60}?)\s*\((?P<holders>[^()]{4,80})\)\W*:")
_OFFICES = Cue(r"oordinat|-chair|Chair|Friend|apporteur|Group|ask\s?force|designate|facilitat|focal")
_OFFICE_ROLE = re.compile(
    r"\b(?:president|chair|vice|secretariat|observer|troika|past|designate|host|rapporteur|depositary)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Found:
    theme: str
    holders: tuple[str, ...]
    years: str | None
    start: int
    end: int
    other: bool = False
    sure: bool = True


def theme_name(raw: str) -> str:
    """A theme without the words around it: "Working Group on the Costs and Rules of the Convention".

    >>> theme_name("Working Group on the Costs and Rules of the Convention")
    'Costs and Rules'
    """
    name = words(re.sub(r"\([^)]*\)", " ", raw)).strip(" -–—:;,.*")
    name = _TAIL.sub("", _FRAME.sub("", name)).strip(" -–—:;,.")
    return name[:1].upper() + name[1:]


def years_of(text: str) -> str | None:
    """The years of a term: "2012", "2012-2013"; two terms in one line are kept apart by a comma.

    >>> years_of("in 2012 and 2013"), years_of("in 2012, and for 2012 and 2013"), years_of("2014-15")
    ('2012-2013', '2012, 2012-2013', '2014-2015')
    """
    terms: list[str] = []
    for first, short in _YEARS.findall(text):
        last = first[:2] + short if len(short) == 2 else short
        terms.append(f"{first}-{last}" if last and last != first else first)
    return ", ".join(dict.fromkeys(terms)) or None


def read_mandates(minutes: MinutesText, attendance: Sequence[Attendance]) -> list[Mandate]:
    """The mandates of a document, each theme and holder once, in order of place."""
    found = [
        *_from_headings(minutes),
        *_from_attendance(attendance),
        *_from_lists(minutes),
        *_from_sentences(minutes),
    ]
    return _merged(minutes, found)


def names_a_theme(words: str) -> bool:
    """Whether words name something that can be a theme."""
    return _THEME_WORDS.search(words) is not None


@lru_cache(maxsize=1024)
def theme_key(theme: str) -> frozenset[str]:
    """The stems of a theme's words, by which it is compared with others."""
    small = {"and", "the", "of", "on", "for", "international", "in"}
    return frozenset(w[:6].replace("z", "s") for w in re.findall(r"[a-z]+", theme.lower()) if w not in small)


def _names(minutes: MinutesText, start: int, end: int) -> list[NameHit]:
    return [hit for hit in minutes.names_between(start, end) if not hit.adjective]


def _from_headings(minutes: MinutesText) -> Iterator[_Found]:
    """Such as "5.2 Universalization (Ecuador and Zambia)", "(Victim Assistance - Austria):"."""
    spans = [(section.start, section.end) for section in minutes.outline.sections]
    spans += [
        (block.start, block.end)
        for block in minutes.blocks
        if (block.end - block.start < 160 and minutes.shadow[block.end - 1] == ":")
        or minutes.shadow[block.end - 2 : block.end] == ")."
    ]
    for start, end in spans:
        line = minutes.shadow[start:end]
        bracket = re.search(r"\(([^()]*)\)?[:*\s]*$", line)
        if not bracket or not _THEME_WORDS.search(line):
            continue
        inner = start + bracket.start(1)
        names = _names(minutes, inner, end)
        if not names:
            continue
        if outside := line[: bracket.start()].strip(" *#"):
            theme = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]|[IVX]+\.)\s+", "", outside)
        else:
            theme = minutes.shadow[inner : names[0].start]
        if not _THEME_WORDS.search(theme) or re.search(r"\b(?:would|will|was|were|is)\b", theme):
            continue
        yield from _termed(minutes, theme_name(theme), names, inner + len(bracket[1]), (start, end))


def theme_label(minutes: MinutesText, block: Block) -> tuple[str, ...]:
    """The holders that a paragraph names at its head: "Mine clearance (Canada and Peru): …"."""
    stop = min(block.end, block.body + 160)
    if not minutes.cues.within(_THEME_WORDS, block.body, stop):
        return ()
    found = _THEME_LABEL.match(minutes.shadow, block.body, stop)
    if not found or not _THEME_WORDS.search(found["theme"]):
        return ()
    return tuple(h.party.name for h in _names(minutes, found.start("holders"), found.end("holders")))


def _termed(
    minutes: MinutesText, theme: str, names: Sequence[NameHit], stop: int, span: tuple[int, int]
) -> Iterator[_Found]:
    """The holders of a theme, each with the years behind its name; one term for all where only the last has years."""
    ends = [*(hit.start for hit in names[1:]), stop]
    terms = [years_of(minutes.shadow[hit.end : end]) for hit, end in zip(names, ends, strict=True)]
    if sum(term is not None for term in terms[:-1]):
        for hit, term in zip(names, terms, strict=True):
            yield _Found(theme, (hit.party.name,), term, *span)
    else:
        yield _Found(theme, tuple(hit.party.name for hit in names), terms[-1], *span)


def _from_attendance(attendance: Sequence[Attendance]) -> Iterator[_Found]:
    """Such as "Belgium (Transparency Reporting in 2012 and 2013)" in the list of those present."""
    for item in attendance:
        role = item.role or ""
        if item.delegation and _THEME_WORDS.search(role) and not _OFFICE_ROLE.search(role):
            theme = theme_name(_YEARS.split(role)[0].rstrip(" ,") if _YEAR.search(role) else role)
            theme = re.sub(r"\s+(?:in|for)$", "", theme)
            yield _Found(theme, (item.delegation,), years_of(role), item.evidence.start, item.evidence.end)


def _from_lists(minutes: MinutesText) -> Iterator[_Found]:
    """Such as "Group on Clearance: in 2014 (Chad), until 2015 (Peru);" and "Theme: State and State"."""
    suspects = minutes.blocks_with(_THEME_WORDS)
    for at, block in enumerate(minutes.blocks):
        if at not in suspects:
            continue
        if theme_label(minutes, block) and (found := _THEME_LABEL.match(minutes.shadow, block.body, block.end)):
            names = _names(minutes, found.start("holders"), found.end("holders"))
            yield from _termed(minutes, theme_name(found["theme"]), names, found.end("holders"), found.span())
            continue
        line = minutes.text[block.body : block.end].replace("–", "-").replace("—", "-")
        if len(line) > 260 or not _THEME_WORDS.search(line[:120]):
            continue
        terms = list(_YEAR_HOLDER.finditer(line))
        if terms:
            theme = theme_name(line[: terms[0].start()].rstrip(" -:,"))
            for term in terms:
                names = _names(minutes, block.body + term.start("holder"), block.body + term.end("holder"))
                if names:
                    holders = tuple(h.party.name for h in names)
                    yield _Found(theme, holders, years_of(term["years"]), block.start, block.end)
        elif found := re.match(r"([^:.\t]{4,90}?)\s*(?::|\s-+\s|\t+)\s*", line):
            names = _names(minutes, block.body + found.end(), block.end)
            rest = line[found.end() :]
            left = sum(len(minutes.shadow[h.start : h.end]) for h in names)
            if (
                names
                and _THEME_WORDS.search(found[1])
                and left >= len(re.sub(r"\W|\band\b|\bfor\b|\bin\b|\bthe\b|\d", "", rest)) * 0.7
            ):
                yield from _termed(minutes, theme_name(found[1]), names, block.end, (block.start, block.end))


def _from_sentences(minutes: MinutesText) -> Iterator[_Found]:
    """Such as "the Coordinator on National Implementation Measures, New Zealand", "Japan and Portugal (Coordinators for …)"."""
    suspects = minutes.sentences_with(_OFFICES)
    for at, sentence in enumerate(minutes.sentences):
        if at not in suspects:
            continue
        text = minutes.shadow[sentence.start : sentence.end]
        if not _OFFICES.search(text):
            continue
        yield from _coordinators(minutes, sentence.start, text, sentence.block)
        yield from _groups(minutes, sentence.start, text)
    yield from ()


def _coordinators(minutes: MinutesText, at: int, text: str, block: int) -> Iterator[_Found]:
    for found in _COORDINATOR.finditer(text):
        theme = found["theme"].strip()
        section = minutes.section(block)
        if re.match(r"(?:thematic\s+)?(?:topic|theme|area|item|issue)s?\b", theme) and section:
            theme = section.title
        if not _THEME_WORDS.search(theme):
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
        yield _Found(
            name, names, years_of(text[found.end() : found.end() + 30]) if _YEAR.match(text[found.end() :].lstrip(" (,infor")) else None,
            at + found.start(), at + found.end(), bool(head and of - head), sure=False,
        )  # fmt: skip


def _holders(minutes: MinutesText, at: int, text: str, found: re.Match[str]) -> tuple[str, ...]:
    """The States named right after the theme ("…, New Zealand,") or right before the office ("Australia as the …")."""
    after = re.match(r"\s*[,(:-]+\s*(?:the\s+)?", text[found.end() :])
    if after:
        start = at + found.end() + after.end()
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
        names = _names(minutes, at + found.end(), at + len(text)) or _names(minutes, at, at + found.start())
        return tuple(h.party.name for h in names[:1])
    if before := re.search(
        r"\b(?:in\s+(?:its|their)\s+capacity\s+as|as)\s+(?:the\s+)?$", text[: found.start()], re.IGNORECASE
    ):
        return tuple(h.party.name for h in _names(minutes, at, at + before.start())[-1:])
    return ()


def _adjoining(minutes: MinutesText, start: int, end: int) -> tuple[str, ...]:
    """States that follow one another from `start` with nothing but commas and "and" between them."""
    found: list[str] = []
    at = start
    for hit in _names(minutes, start, end):
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)?\s*(?:the\s+)?", minutes.shadow[at : hit.start]):
            break
        found.append(hit.party.name)
        at = hit.end
    return tuple(found)


def _adjoining_back(minutes: MinutesText, start: int, end: int) -> tuple[str, ...]:
    found: list[str] = []
    at = end
    for hit in reversed(_names(minutes, start, end)):
        if not re.fullmatch(r"\s*(?:,|and|&|,\s*and)?\s*(?:the\s+)?", minutes.shadow[hit.end : at]):
            break
        found.insert(0, hit.party.name)
        at = hit.start
        if article := re.search(r"\s*\bthe\s*$", minutes.shadow[start:at]):
            at = start + article.start()
    return tuple(found)


def _groups(minutes: MinutesText, at: int, text: str) -> Iterator[_Found]:
    """Such as "the Resource Mobilization Contact Group under Norway", "the Austrian President-designate of the Review Conference"."""
    for hit in minutes.names_between(at, at + len(text)):
        before = text[: hit.start - at]
        if found := _UNDER.search(before):
            name = words(found["theme"])
            if name.split()[0] in {"The", "A", "This"}:
                name = " ".join(name.split()[1:])
            yield _Found(name, (hit.party.name,), None, at + found.start(), hit.end, sure=False)
        if found := _DESIGNATE.match(text[hit.end - at :].lstrip()):
            yield _Found(
                words(found["office"]), (hit.party.name,), None, hit.start, hit.end + found.end() + 1, sure=False
            )
        elif (comma := re.match(r",?\s*(?:as\s+)?(?:the\s+)?", text[hit.end - at :])) and (
            found := _DESIGNATE.match(text[hit.end - at + comma.end() :])
        ):
            yield _Found(
                words(found["office"]),
                (hit.party.name,),
                None,
                hit.start,
                hit.end + comma.end() + found.end(),
                sure=False,
            )
    for found in re.finditer(r"\b(?:on|with)\s+coordinating\s+(?P<theme>[a-z ]{4,40}?)(?=\s+for\b|[.,;:]|$)", text):
        if _THEME_WORDS.search(found["theme"]):
            names = _names(minutes, at, at + found.start())[-1:]
            yield from (
                _Found(theme_name(found["theme"]), (h.party.name,), None, at, at + len(text), sure=False) for h in names
            )


def _merged(minutes: MinutesText, found: Sequence[_Found]) -> list[Mandate]:
    """Each theme and holder once: a statement with years stands before one without."""
    dated = {(theme_key(one.theme), holder) for one in found for holder in one.holders if one.years}
    seen: set[tuple[frozenset[str], str, str | None]] = set()
    kept: list[Mandate] = []
    for one in sorted(found, key=lambda f: (not f.sure, f.start)):
        key = theme_key(one.theme)
        fresh = tuple(
            holder
            for holder in dict.fromkeys(one.holders)
            if (key, holder, one.years) not in seen
            and (one.years or (key, holder) not in dated)
            and not (not one.years and not one.sure and any(h == holder and (k <= key or key <= k) for k, h, _ in seen))
        )
        if not fresh or not one.theme:
            continue
        seen.update((key, holder, one.years) for holder in fresh)
        kept.append(
            Mandate(
                theme=one.theme,
                holders=fresh,
                years=one.years,
                other_convention=one.other,
                evidence=minutes.evidence(one.start, one.end),
                certainty="certain" if one.sure else "likely",
            )
        )
    return sorted(kept, key=lambda mandate: mandate.evidence.start)


def coordinator_blocks(minutes: MinutesText, block: Block) -> tuple[str, ...]:
    """The States in a label that opens somebody's words: "(Victim Assistance - Austria):"."""
    return tuple(h.party.name for h in _names(minutes, block.start, block.end))
