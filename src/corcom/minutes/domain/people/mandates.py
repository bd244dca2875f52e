"""Who coordinates which theme: from headings, attendance lists, lists of coordinators and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corcom.kernel.plain import words
from corcom.minutes.domain.people.mandate_labels import labelled_mandates
from corcom.minutes.domain.people.mandate_sentences import said_mandates
from corcom.minutes.domain.people.themes import THEME_WORDS, YEAR, YEARS, Found, plain_names, theme_name, years_of
from corcom.minutes.domain.promises.verbs import forms
from corcom.minutes.domain.reading import Attendance, Mandate
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import NameHit

_YEAR_HOLDER = re.compile(
    r"(?:(?:in|for|from)\s+)(?P<years>(?:19|20)\d\d(?:\s*(?:,?\s*and\s+(?:for\s+)?|-|to)\s*(?:19|20)?\d\d)*)\s*\((?P<holder>[^()]+)\)",
    re.IGNORECASE,
)
_THEME_LABEL = re.compile(r"\W*(?P<theme>[^:()]{4,60}?)\s*\((?P<holders>[^()]{4,80})\)(?:\W*:|\.)")
_STEPS = re.compile(r"\b(?:next\s+steps|actions?|follow[\s-]?up|to[\s-]do|tasks)\b", re.IGNORECASE)
_FRIEND = re.compile(
    r"\bfriends?\s+of\s+the\s+(?:president|presidency|chair)\b\W*(?:(?:on|for)\s+)?(?P<theme>[^\W\d_][^;()]{3,80})",
    re.IGNORECASE,
)
_OFFICE_ROLE = re.compile(
    r"\b(?:president|chair|vice|secretariat|observer|troika|past|designate|host|rapporteur|depositary)\b", re.IGNORECASE
)


_IN_OFFICE = re.compile(
    r"(?P<theme>[^\W\d_][^;()]{3,60}?)[\s,-]+(?P<office>(?:co-?)?(?:chair(?:person|man|woman)?|coordinator|rapporteur|facilitator|focal point))s?\W*\Z",
    re.IGNORECASE,
)
"""A theme with the office that somebody has in it: "Mine Clearance Co-Chair"."""
_OF_GROUP = re.compile(
    r"(?P<office>(?:co-)?(?:chair(?:person|man|woman)?|facilitator|coordinator))\s+of\s+the\s+(?P<group>(?:working|sub-?|contact)\s*group\s+on\s+[^,;()]{4,80})",
    re.IGNORECASE,
)
_THE_OTHER = re.compile(r"(?:the\s+)?(?:other|second)\s+(?:co-?)?(?:chair|coordinator|rapporteur)", re.IGNORECASE)
_STATE_IN_OFFICE = re.compile(
    r"\s{0,3}\((?P<role>[^()]{4,80}\b(?:chair|coordinator|rapporteur|facilitator)s?)\s{0,3}\)", re.IGNORECASE
)


def read_mandates(minutes: MinutesText, attendance: Sequence[Attendance]) -> list[Mandate]:
    """The mandates of a document, each theme and holder once, in order of place."""
    found = [
        *_from_headings(minutes),
        *_from_attendance(attendance),
        *_in_brackets(minutes),
        *_from_lists(minutes),
        *labelled_mandates(minutes),
        *said_mandates(minutes),
    ]
    return _merged(minutes, found)


def names_a_theme(words: str) -> bool:
    """Whether words name something that can be a theme."""
    return THEME_WORDS.search(words) is not None


@lru_cache(maxsize=1024)
def theme_key(theme: str) -> frozenset[str]:
    small = {"and", "the", "of", "on", "for", "international", "in"}
    return frozenset(w[:6].replace("z", "s") for w in re.findall(r"[a-z]+", theme.lower()) if w not in small)


def _from_headings(minutes: MinutesText) -> Iterator[Found]:
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
        if not bracket or not THEME_WORDS.search(line):
            continue
        inner = start + bracket.start(1)
        names = plain_names(minutes, inner, end)
        if not names:
            continue
        if outside := line[: bracket.start()].strip(" *#"):
            theme = re.sub(r"^(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]|[IVX]+\.)\s+", "", outside)
        else:
            theme = minutes.shadow[inner : names[0].start]
        if not THEME_WORDS.search(theme) or re.search(r"\b(?:would|will|was|were|is)\b", theme):
            continue
        yield from _termed(minutes, theme_name(theme), names, inner + len(bracket[1]), (start, end))


def theme_label(minutes: MinutesText, block: Block) -> tuple[str, ...]:
    """The holders that a paragraph names at its head: "Mine clearance (Canada and Peru): …"."""
    found = _THEME_LABEL.match(minutes.shadow, block.body, min(block.end, block.body + 160))
    if not found or not THEME_WORDS.search(found["theme"]):
        return ()
    return tuple(h.party.name for h in plain_names(minutes, found.start("holders"), found.end("holders")))


def _termed(
    minutes: MinutesText, theme: str, names: Sequence[NameHit], stop: int, span: tuple[int, int]
) -> Iterator[Found]:
    """The holders of a theme, each with the years behind its name; one term for all where only the last has years."""
    ends = [*(hit.start for hit in names[1:]), stop]
    terms = [years_of(minutes.shadow[hit.end : end]) for hit, end in zip(names, ends, strict=True)]
    if sum(term is not None for term in terms[:-1]):
        for hit, term in zip(names, terms, strict=True):
            yield Found(theme, (hit.party.name,), term, *span)
    else:
        yield Found(theme, tuple(hit.party.name for hit in names), terms[-1], *span)


def _from_attendance(attendance: Sequence[Attendance]) -> Iterator[Found]:
    """Such as "Belgium (Transparency Reporting in 2012 and 2013)" in the list of those present."""
    before = ""
    for item in attendance:
        role = item.role or ""
        office = _office_of_theme(role) or (before if _THE_OTHER.fullmatch(role) else "")
        before = office
        if item.delegation and (friend := _FRIEND.search(role)):
            name = f"{theme_name(friend['theme'])} (Friend of the President)"
            yield Found(name, (item.delegation,), years_of(role), item.evidence.start, item.evidence.end)
        elif item.delegation and office:
            yield Found(office, (item.delegation,), years_of(role), item.evidence.start, item.evidence.end)
        elif item.delegation and THEME_WORDS.search(role) and not _OFFICE_ROLE.search(role):
            theme = theme_name(YEARS.split(role)[0].rstrip(" ,") if YEAR.search(role) else role)
            theme = re.sub(r"\s+(?:in|for)$", "", theme)
            yield Found(theme, (item.delegation,), years_of(role), item.evidence.start, item.evidence.end)


def _office_of_theme(role: str) -> str:
    """The theme of an office in it ("Mine Clearance Co-Chair"), with the office in brackets; nothing for any other role."""
    if group := _OF_GROUP.fullmatch(role):
        return f"{words(group['group'])} ({group['office']})"
    found = _IN_OFFICE.match(role)
    if not found or not THEME_WORDS.search(found["theme"]) or _OFFICE_ROLE.search(found["theme"]):
        return ""
    name = theme_name(found["theme"])
    return name if found["office"].lower() == "coordinator" else f"{name} ({found['office']})"


def _in_brackets(minutes: MinutesText) -> Iterator[Found]:
    """Such as "Apologies: Sudan (Victim Assistance Co-Chair)"; those who are there have their role in the list."""
    for hit in minutes.names:
        behind = _STATE_IN_OFFICE.match(minutes.shadow, hit.end) if not hit.adjective else None
        if behind and (theme := _office_of_theme(behind["role"])):
            yield Found(theme, (hit.party.name,), None, hit.start, behind.end())


def _is_task(row: str) -> bool:
    """Whether a row of a table tells what is to be done: few of the words beside the theme's are its own."""
    cell = next((cell for cell in row.split("\t") if THEME_WORDS.search(cell)), row)
    told = re.findall(r"[^\W\d_]{4,}", cell)
    themes = " ".join(hit[0] for hit in THEME_WORDS.finditer(cell))
    return len(re.findall(r"[^\W\d_]{4,}", themes)) * 5 < len(told) * 2


def _is_deed(line: str) -> bool:
    """Whether an item of a list tells what to do: "Book a room for the workshop on clearance: Peru"."""
    verb, _, rest = line.lstrip("* ").partition(" ")
    return forms().get(verb.lower(), ("", ""))[1] == "base" and rest[:1].islower()


def _among_steps(minutes: MinutesText, at: int) -> bool:
    """Whether a block stands under a heading of things to do."""
    section = minutes.section(at)
    return section is not None and _STEPS.search(section.title) is not None


def _from_lists(minutes: MinutesText) -> Iterator[Found]:
    """Such as "Group on Clearance: in 2014 (Chad), until 2015 (Peru);" and "Theme: State and State"."""
    for at in sorted(minutes.blocks_with(THEME_WORDS)):
        block = minutes.blocks[at]
        if theme_label(minutes, block) and (found := _THEME_LABEL.match(minutes.shadow, block.body, block.end)):
            names = plain_names(minutes, found.start("holders"), found.end("holders"))
            yield from _termed(minutes, theme_name(found["theme"]), names, found.end("holders"), found.span())
            continue
        line = minutes.text[block.body : block.end].replace("–", "-").replace("—", "-")
        if len(line) > 260 or not THEME_WORDS.search(line[:120]) or (block.kind == "row" and _is_task(line)):
            continue
        if block.kind == "bullet" and (_is_deed(line) or _among_steps(minutes, at)):
            continue
        terms = list(_YEAR_HOLDER.finditer(line))
        if terms:
            theme = theme_name(line[: terms[0].start()].rstrip(" -:,"))
            for term in terms:
                names = plain_names(minutes, block.body + term.start("holder"), block.body + term.end("holder"))
                if names:
                    holders = tuple(h.party.name for h in names)
                    yield Found(theme, holders, years_of(term["years"]), block.start, block.end)
        elif found := re.match(r"([^:.\t]{4,90}?)\s*(?::|\s-+\s|\t+)\s*", line):
            names = plain_names(minutes, block.body + found.end(), block.end)
            rest = line[found.end() :]
            left = sum(len(minutes.shadow[h.start : h.end]) for h in names)
            if (
                names
                and THEME_WORDS.search(found[1])
                and left >= len(re.sub(r"\W|\band\b|\bfor\b|\bin\b|\bthe\b|\d", "", rest)) * 0.7
            ):
                yield from _termed(minutes, theme_name(found[1]), names, block.end, (block.start, block.end))


def _merged(minutes: MinutesText, found: Sequence[Found]) -> list[Mandate]:
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
