"""The agenda: as announced in a list, and as the headings have it."""

from __future__ import annotations

import re

from corcom.kernel.english import MONTHS
from corcom.kernel.plain import lower, words
from corcom.kernel.source import Certainty
from corcom.minutes.domain.reading import AgendaItem
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.minutes.domain.text.outline import Section
from corcom.register.domain.gazetteer import NameHit, fold, names_in

_ABBREVIATIONS = re.compile(
    r"\b(?:CCM|APMBC|ATT|BWC|CCW|ISU|GICHD|AOB|UN|UNODA|\d*MSP|\d*RC|ICRC|CMC|NGOS?|DAP|VAP|II|III|IV|VI|VII)\b",
    re.IGNORECASE,
)
_ALWAYS_BIG = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_LETTERS = 4
"""A name of so few letters is an abbreviation."""
_WORD_OF_NAME = re.compile(r"\w+")
_SMALL = {"and", "the", "of", "on", "for", "to", "a", "in", "update", "report"}


def read_agenda(minutes: MinutesText) -> list[AgendaItem]:
    """The announced agenda where there is one, with the headings that it does not name; else the headings."""
    announced = [_announced(minutes, block) for block in minutes.outline.announced]
    items = list(announced)
    for section in minutes.outline.sections:
        if any(_same(item, section) for item in announced):
            continue
        items.append(_of(minutes, section))
    return items


def _announced(minutes: MinutesText, block: Block) -> AgendaItem:
    number = block.label if block.scheme not in {"bullet", ""} else None
    title = words(minutes.text[block.body : block.end]).strip(" *#;:").removesuffix(".")
    return AgendaItem(
        number=number, title=title, evidence=minutes.evidence(block.start, block.end), certainty="certain"
    )


def _of(minutes: MinutesText, section: Section) -> AgendaItem:
    title = section.title
    if title.isupper() and len(title) > 5:
        title = _sentence_case(title)
    certainty: Certainty = "certain" if section.path else "likely"
    return AgendaItem(
        number=section.path, title=title, evidence=minutes.evidence(section.start, section.end), certainty=certainty
    )


def _sentence_case(title: str) -> str:
    """A title in capitals as a title in plain case; abbreviations stay, names of parties and months are names.

    >>> _sentence_case("MINUTES OF 11 JULY 2019: REPUBLIC OF MOLDOVA AND THE ICRC")
    'Minutes of 11 July 2019: Republic of Moldova and the ICRC'
    """
    plain = _ALWAYS_BIG.sub(lambda hit: hit[0].capitalize(), title[0] + lower(title[1:]))
    parts, end = [], 0
    for hit in names_in(title):
        parts += [plain[end : hit.start], _name(hit, title)]
        end = hit.end
    named = "".join([*parts, plain[end:]])
    return _ABBREVIATIONS.sub(lambda hit: hit[0].upper(), named)


def _name(hit: NameHit, title: str) -> str:
    """A party as it writes itself where the title has the same name, else each of its words with a capital."""
    found = title[hit.start : hit.end]
    if fold(found) == fold(hit.party.name):
        return hit.party.name
    if len(found) <= _LETTERS:
        return found
    return _WORD_OF_NAME.sub(lambda word: word[0].lower() if word[0].lower() in _SMALL else word[0].capitalize(), found)


def _same(item: AgendaItem, section: Section) -> bool:
    one, two = _content(item.title), _content(section.title)
    overlap = len(one & two) / max(1, min(len(one), len(two)))
    numbers = item.number is not None and item.number == section.path
    return overlap >= 0.8 or (numbers and overlap >= 0.3) or (numbers and section.path is not None)


_WORD = re.compile(r"[a-z0-9]+")


def _content(title: str) -> set[str]:
    return {w[:6].replace("z", "s") for w in _WORD.findall(title.lower()) if w not in _SMALL}
