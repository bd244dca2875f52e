"""Themes that somebody coordinates, and the years in which they do: the words for both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corcom.kernel.plain import words
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import NameHit

THEME_WORDS = Cue(
    r"\b(?:universali[sz]ation|victim|assistance|clearance|risk\s+reduction|risk\s+education|stockpiles?|destruction|retention|cooperation|transparency"
    r"|reporting|national\s+(?:implementation|measures)|legislation|general\s+status|operation|status\s+and\s+operation|compliance|gender|sponsorship|resource|finance"
    r"|mobili[sz]ation|article\s+\d|implementation\s+measures|architecture|workplan|diversion|trust\s+fund|effective\s+implementation|treaty\s+universali[sz]ation)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:(?:the|on|for|of|a|its|informal|former|thematic|update|updates|report|reports|from|by)\s+)*(?:(?:thematic\s+)?working\s+groups?|committee|standing\s+committee|coordinators?|co-chairs?|friends?\s+of\s+the\s+president)?\s*(?:on|for|of)?\s*(?:the\s+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:\bof\s+the\s+(?:convention|treaty|ccm|apmbc)\b.*|\b(?:by|from)\s+coordinators?\b.*|\bteam\b|\buntil\b.*|\bcoordination\b(?=\s*$)|\bcoordinators?\b.*|,?\s*(?:by|from)\s+(?:the\s+)?$)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
YEARS = re.compile(
    r"(?:\b(?:in|for|during|from)\s+)?\(?((?:19|20)\d\d)(?:\s*(?:-|/|and|to|until)\s*((?:19|20)\d\d|\d\d)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
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
    for first, short in YEARS.findall(text):
        last = first[:2] + short if len(short) == 2 else short
        terms.append(f"{first}-{last}" if last and last != first else first)
    return ", ".join(dict.fromkeys(terms)) or None


def plain_names(minutes: MinutesText, start: int, end: int) -> list[NameHit]:
    return [hit for hit in minutes.names_between(start, end) if not hit.adjective]
