"""The agenda: as announced in a list, and as the headings have it."""

from __future__ import annotations

import re

from corcom.kernel.plain import words
from corcom.kernel.source import Certainty
from corcom.minutes.domain.reading import AgendaItem
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.minutes.domain.text.outline import Section

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
    """A title in capitals as a title in plain case; abbreviations stay."""
    kept = re.compile(
        r"\b(?:CCM|APMBC|ATT|BWC|CCW|ISU|GICHD|AOB|UN|UNODA|\d*MSP|\d*RC|ICRC|CMC|NGOS?|DAP|VAP|II|III|IV|VI|VII)\b"
    )
    plain = title.capitalize()
    return kept.sub(
        lambda hit: hit[0],
        re.sub(r"\w+", lambda hit: hit[0].upper() if kept.fullmatch(hit[0].upper()) else hit[0], plain),
    )


def _same(item: AgendaItem, section: Section) -> bool:
    one, two = _content(item.title), _content(section.title)
    overlap = len(one & two) / max(1, min(len(one), len(two)))
    numbers = item.number is not None and item.number == section.path
    return overlap >= 0.8 or (numbers and overlap >= 0.3) or (numbers and section.path is not None)


_WORD = re.compile(r"[a-z0-9]+")


def _content(title: str) -> set[str]:
    return {w[:6].replace("z", "s") for w in _WORD.findall(title.lower()) if w not in _SMALL}
