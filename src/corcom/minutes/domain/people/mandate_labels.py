"""Themes with their holders in the label of a paragraph: "Ireland (clearance, with Peru):", "Stockpiles: Croatia said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.minutes.domain.people.themes import THEME_WORDS, Found, plain_names, theme_name
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText

_STATE_LABEL = re.compile(r"\W{0,4}(?P<state>[^:()\n]{3,40}?)\s{0,3}\((?P<inside>[^()]{4,80})\)\s{0,3}:")
_OTHER_HOLDERS = re.compile(
    r"(?:^|,\s*)(?:(?:also|together|jointly)\s+)*(?:with|for)\s+(?:the\s+)?[^,]{3,60}?(?:\s+too)?(?=,|$)", re.IGNORECASE
)
_THEME_SAID = re.compile(r"\W{0,4}(?P<theme>[A-Z][^:.()\n]{4,60}?)\W{0,3}:\W{1,3}(?=[A-Z])")
_SAYS = re.compile(
    r"\s+(?:had|has|have|is|was|said|reported|noted|informed|explained|told|will|would|presented|recalled|briefed)\b"
)


def labelled_mandates(minutes: MinutesText) -> Iterator[Found]:
    """The holders that labels name, beside those that bracketed headings do."""
    for at, block in enumerate(minutes.blocks):
        if block.kind == "row" or block.end - block.body < _SHORTEST:
            continue
        yield from _of_state(minutes, at, block)
        yield from _first_to_speak(minutes, block)


_SHORTEST = 12


def _of_state(minutes: MinutesText, at: int, block: Block) -> Iterator[Found]:
    """Such as "Ireland (clearance, with Lao PDR):"; without a theme in it, that of the heading above."""
    found = _STATE_LABEL.match(minutes.shadow, block.body, min(block.end, block.body + 140))
    if not found:
        return
    states = [
        hit for hit in plain_names(minutes, found.start("state"), found.end("state")) if hit.party.kind == "state"
    ]
    if len(states) != 1 or states[0].end - states[0].start < len(found["state"].strip()) - _ARTICLE:
        return
    inside = found["inside"].strip()
    others = plain_names(minutes, *found.span("inside"))
    theme = _OTHER_HOLDERS.sub("", inside).strip(" ,;")
    section = minutes.section(at)
    if not theme and others and section:
        theme = section.title
    if THEME_WORDS.search(theme) and not THEME_WORDS.search(found["state"]):
        holders = tuple(dict.fromkeys(hit.party.name for hit in (*states, *others)))
        yield Found(theme_name(theme), holders, None, found.start("state"), found.end(), sure=False)


_ARTICLE = len("the ")


def _first_to_speak(minutes: MinutesText, block: Block) -> Iterator[Found]:
    """Such as "Stockpiles: Croatia had nothing new"."""
    found = _THEME_SAID.match(minutes.shadow, block.body, min(block.end, block.body + 80))
    if not found or not THEME_WORDS.search(found["theme"]):
        return
    hit = next(iter(plain_names(minutes, found.end(), found.end() + 5)), None)
    if hit and hit.start == found.end() and hit.party.kind == "state" and _SAYS.match(minutes.shadow, hit.end):
        yield Found(theme_name(found["theme"]), (hit.party.name,), None, found.start("theme"), hit.end, sure=False)
