"""Operative paragraphs: a body's name or "decided that" on a line of its own, and below it what was decided, in a list."""

from __future__ import annotations

import re

from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText

_OPENS = Cue(
    r"\W*(?:the\s+)?(?:[a-z]+\s+){0,4}?(?:committee|bureau|meeting|board|group|conference|parties|deputies|council|body)"
    r"(?:\s*[,:]|\s+(?:also\s+|further\s+|then\s+)?(?:agreed|decided|decides|agrees|resolved|concluded|requested|requests|recommends?)(?:\s+(?:that|to|on(?:\s+the\s+following)?|as\s+follows))?\s*:?)\W*\Z",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\W*(?:also\s+|further\s+)?(?:requests?|invites?|decides?|takes?\s+note|adopts?|approves?|endorses?|calls?\s+(?:up)?on|urges?|encourages?|instructs?|recommends?|agrees?|welcomes?"
    r"|authori[sz]es?|appoints?|elects?|mandates?|entrusts?|requested|invited|decided|agreed|adopted|approved|endorsed|took\s+note|instructed|recommended|asked|noted|supported|thanked|welcomed|urged|encouraged|authori[sz]ed|appointed|elected|mandated|entrusted|called\s+(?:up)?on|concluded|each|the|that|to)\b",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"\W*(?:noting|recalling|regretting|welcoming|recogni[sz]ing|bearing|considering|having|mindful|aware|concerned|convinced)\b",
    re.IGNORECASE,
)


def operative_blocks(minutes: MinutesText) -> frozenset[int]:
    """The blocks that are operative paragraphs, by index."""
    found: set[int] = set()
    open_at = -1
    opening = minutes.blocks_with(_OPENS)
    for at, block in enumerate(minutes.blocks):
        short = block.end - block.body < 120
        if open_at < 0 and not (short and at in opening):
            continue
        line = minutes.shadow[block.body : block.end]
        if short and _OPENS.match(line):
            open_at = at
        elif open_at >= 0 and block.label and block.kind != "row":
            if _VERB.match(line) and not _PREAMBLE.match(line):
                found.add(at)
            elif not _PREAMBLE.match(line):
                open_at = -1
        else:
            open_at = -1
    return frozenset(found)
