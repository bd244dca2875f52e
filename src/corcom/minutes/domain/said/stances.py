"""Where a delegation stands, by the words behind its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from corcom.minutes.domain.reading import Stance

Kind = Literal[
    "for", "against", "undecided", "asks", "proposes", "opines", "requests", "prefers", "worries", "same", "opposite", "lives_with"
]  # fmt: skip
"""A stance, or words that get one from those before: "proposed" is a stance once somebody answers it, "agreed" is the
stance of the one agreed with."""

_LIKES = r"(?:support|agree|accept|endorse|join|favou?r|share|approve|go\s+along)"
_NOUNS = r"(?:proposals?|suggestions?|ideas?|papers?|drafts?|initiatives?|approach|concept|texts?|offer|fact|format|models?|options?|guidelines|plan|possibility|change|amendments?|programme|tables?|statement)"

# Of two that begin at the same place the first one counts.
_WORDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("lives_with", re.compile(
        r"\b(?:could|can|would)\s+(?:also\s+|however\s+)?(?:live\s+with|go\s+along\s+with|join\s+(?:the\s+|a\s+)?consensus)\b(?!\s+(?:either|both|any))|\b(?:would|will|did|does)\s+not\s+(?:insist|stand\s+in\s+the\s+way|block|oppose|object)\b|\bnot\s+(?:stand\s+in\s+the\s+way|block\s+(?:a\s+)?consensus)\b")),
    ("undecided", re.compile(
        r"\bundecided\b|\bno\s+(?:\w+\s+)?(?:position|preferences?|views?|opinions?|instructions)\b|\bnot\s+(?:yet\s+)?have\s+(?:an?\s+)?(?:\w+\s+)?(?:position|view|preference|opinion|instructions)\b|\bnot\s+in\s+a\s+position\s+to\b|\b(?:a)?waiting\s+(?:for\s+)?(?:\w+\s+)?(?:instructions|guidance)"
        r"|\breserv(?:ed|es|ing)\s+(?:its|their|his|her)\s+(?:final\s+)?position\b|\bopen\s+to\s+(?:either|both|all)\b|\b(?:could|can)\s+(?:go\s+along|live)\s+with\s+(?:either|both|any)\b|\b(?:would|needed|had|wished|has|have|needs?)\s+(?:first\s+)?(?:to\s+)?(?:have\s+to\s+)?(?:first\s+)?consult\w*\s+(?:with\s+)?(?:its|their|his|her|the)?\s*(?:capitals?|authorities|government|minist\w+|regions?|lawyers)"
        r"|\bflexib(?:le|ility)\b|\b(?:not|yet\s+to)\s+(?:yet\s+)?(?:made|make)\s+up\s+(?:its|their|his|her)\s+minds?\b|\bnot\s+(?:yet\s+)?(?:been\s+)?able\s+to\s+(?:consult|take\s+a\s+(?:position|view)|say|pronounce)|\bneither\s+for\s+nor\s+against\b|\bneutral\b|\b(?:go|fine)\s+(?:with\s+)?either\s+way\b|\bunable\s+to\s+(?:take|express|give|state)\s+(?:a|an|its|their)\s+(?:\w+\s+)?(?:position|view|opinion|answer)|\bstill\s+(?:studying|examining|considering|reviewing|consulting|reflecting|awaiting)\b|\b(?:had|has|have)\s+yet\s+to\s+(?:receive|take|form|decide|consult|hear)\b|\bcome\s+back\s+with\s+(?:a|its|their)\s+(?:position|view|answer)|\bneeded\s+(?:more\s+)?time\b|\bnot\s+(?:yet\s+)?(?:taken|take|reached|formed)\s+(?:a\s+|an\s+)?(?:position|view|decision|opinion)\b")),
    ("for", re.compile(
        r"\bno\s+(?:\w+\s+)?objections?\b|\bno\s+difficult(?:y|ies)\b|\bsaw\s+no\s+(?:problem|harm|reason\s+(?:not|why\s+not))|\bnot\s+(?:against|opposed|averse|object)\b|\bno\s+problems?\s+with\b")),
    ("opposite", re.compile(
        r"\bdisagree[ds]?\b|\bdid\s+not\s+(?:quite\s+|fully\s+)?agree\b|\bwas\s+of\s+(?:a\s+different|another|the\s+opposite)\s+(?:view|opinion)\b|\bsaw\s+it\s+differently\b|\A\s*(?:did|does|do|was|were|is|could|would)(?:\s+not)?\s*(?:[.;,]|\Z)")),
    ("against", re.compile(
        rf"\breservations?\b|\bshared\s+(?:the|this|that|these|those|its|their|his|her)\s+(?:concerns?|doubts?|reservations?|hesitations?)\b|\bdifficult(?:y|ies)?\b[^.;]{{0,20}}\b(?:{_LIKES}|with)|\bwould\s+be\s+(?:very\s+)?difficult\b|\boppos(?:e[ds]?|ing|ition)\b|\bobject(?:ed|s|ions?)\b|\b(?:did|does|do|could|can|would|will)\s*not\s+(?:\w+\s+)?(?:{_LIKES}|think|see|want|wish|believe|consider|convinced|publish|do|like)\b|\bcannot\s+(?:\w+\s+)?{_LIKES}\b"
        rf"|\bnot\s+(?:in\s+favou?r|convinced|persuaded|able\s+to\s+{_LIKES}|supportive|enthusiastic|appropriate|the\s+(?:right|proper|appropriate)\s+\w+|the\s+(?:time|place))\b|\bdisapprov\w+|\b(?:was|were|is|are|be|spoke|argued|advised|came\s+out|remained|firmly|strongly|decidedly)\s+(?:\w+\s+)?against\b|\brejected\b|\bhesita(?:nt|ted|nce|tions?)\b|\breluctan(?:t|ce)\b|\bscept\w+|\bskept\w+|\bdoubts?\b|\bdoubt(?:ed|ful)\b|\bthere\s+should\s+be\s+no\b|\bshould\s+not\s+be\b|\bcautio(?:ned|us)\b|\bwarned\b|\bsaw\s+no\s+(?:need|point|merit|value)\b|\bno\s+need\b|\bunnecessary\b|\bpremature\b|\bfound\b[^.;]{{0,60}}\btoo\b|\bunhappy\b|\bpreferr?(?:ed|s|ing)?\s+(?:not|caution|to\s+(?:keep|retain|maintain|wait|leave|stay)|the\s+(?:status\s+quo|existing|current|old|present))\b")),
    ("worries", re.compile(r"\bconcern(?:s|ed)?\s+(?:about|on|over|regarding|with|that|at|as\s+to)\b|\bworried\b|\bfear(?:ed|s)\b")),
    ("same", re.compile(
        r"\A\W*(?:likewise|too|as\s+well)\s*(?:[.,;]|\Z)|\A\W*(?:(?:fully|also|strongly|entirely|broadly|largely|generally|both|all|then)\s+)*(?:agreed|concurred|did\s+(?:so|too)|did\s+as\s+well|too)\s*(?:[.,;:]|\band\b|\Z)|\b(?:agreed|concurred|sided|(?:was|were)\s+in\s+agreement|aligned\s+(?:itself|themselves|himself|herself))\s+with\b|\bassociated\s+(?:itself|themselves|himself|herself)\s+with\b|\bshared\s+(?:the\s+|this\s+|that\s+)?(?:views?|opinions?|position)\b|\bjoined\s+the\s+others\b|\b(?:supported|seconded|backed|echoed)\s+(?:them|him|her)\b|\bwas\s+of\s+the\s+same\s+(?:view|opinion|mind)\b")),
    ("prefers", re.compile(r"\bprefer(?:red|s|ring|ence\s+for)\b|\bwould\s+rather\b|\b(?:would|will)\s+prefer\b")),
    ("for", re.compile(
        rf"(?<!more\s)\bsupport(?:ed|s|ive)?\b(?!\s+(?:programme|unit|measures|services))|\bin\s+favou?r\b|\bfavou?r(?:ed|s|able)\b|\bwelcom(?:ed|es)\s+(?:the\s+|this\s+|that\s+|such\s+|a\s+)?(?:\w+\s+){{0,2}}{_NOUNS}\b|\bwelcomed\s+(?:it|this|that)\b|\bagree[ds]?\b(?!\s+to\s+(?!the\b|this\b|that\b|an?\b|it\b|its\b))|\bendors(?:ed|es)\b|\bsaw\s+(?:\w+\s+)?(?:value|merit|benefit)s?\b|\bwould\s+(?:be\s+)?(?:happy|ready|pleased|glad)\s+(?:to\s+(?:accept|support|see|sponsor|join)|with)\b|\bshared\s+the\s+view\b"
        rf"|\b(?:could|can|would)\s+(?:\w+\s+)?(?:agree|accept|support|endorse)\b|\bapprov(?:ed|es)\s+of\b|\b(?:liked|appreciated|applauded|backed|seconded|echoed)\b|\bsatisfied\s+with\b|\bcomfortable\s+with\b|\bfound\b[^.;]{{0,60}}\b(?:attractive|useful|helpful|good|sensible|excellent|convincing|acceptable)\b|\battractive\b|\bagreeable\s+to\b|\baccept(?:ed|s)\s+(?:the|this|that|it)\b|\bacceptable\b|\bwas\s+reiterated\s+by\b|\bin\s+agreement\s+with\b|\bwilling\s+to\s+accept\b")),
    ("asks", re.compile(
        r"\bsought\s+(?:\w+\s+)?clarifications?\b|\basked\s+(?:(?:him|her|them|it)\s+)?(?:whether|if|how|why|when|who|what|which|where)\b|\b(?:would\s+like|want(?:s|ed)?|wish(?:es|ed)?|need(?:s|ed)?)\s+(?:first\s+)?to\s+(?:first\s+)?(?:see|have|know|be\s+told|understand)\b|\bwould\s+(?:first\s+)?(?:like|want)\s+(?:more|further)\b|\bwant(?:ed)?\s+more\b|\brequested\s+(?:clarifications?|more|further|information|details)\b|\bquestioned\b|\braised\s+the\s+question\b|\bwondered\b|\binquired\b|\benquired\b"
        r"|\bneeds?\s+(?:more|further)\b|\bshould\s+be\s+taken\s+into\b|\bshould\s+be\s+clear\b|\bfirst\b[^.;]{0,30}\bbefore\b|\bcalled\s+for\s+(?:clarif|more\s+information)|\bwish(?:ed|es)\s+it\s+to\b|\bwanted\s+it\s+to\b|\basked\s+to\s+see\b")),
    ("requests", re.compile(r"\b(?:asked|asks|requested|request(?:s|ing))\s+(?:for\b|(?:an?|more|further)\b)")),
    ("opines", re.compile(
        r"\b(?:thought|felt|believed|considered|held|maintained|opined)\s+(?:\w+ly\s+)?(?:it|that)\b|\b(?:was|were|remained)\s+of\s+the\s+(?:view|opinion)\b|\bexpressed\s+the\s+view\b|\A\s*(?:thought|felt|believed)\s*,")),
    ("proposes", re.compile(
        r"\b(?:proposed|suggested|recommended|moved\s+(?:that|to)|advocated|argued\s+(?:for|that)|insisted\s+(?:on|that)|pleaded\s+for|called\s+for|asked\s+that|requested\s+that|(?:would\s+like|wished|wanted)\s+to\s+see\s+\w+(?:\s+\w+){0,4}\s+(?:take|be|have)|(?:stressed|underlined|emphasi[sz]ed|highlighted)\s+the\s+(?:importance|need|value|benefits?|merits?)|in\s+need\s+of)\b")),
)  # fmt: skip
_BUT = re.compile(r"\b(?:but|yet(?=\s+(?:could|would|did)))\b")
_AND = re.compile(r"\band\s+(?:therefore\s+|thus\s+|hence\s+|so\s+|also\s+)?\Z")
_LATER = re.compile(r"\b(?:first|before)\b")
OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for", "undecided": "against", "asks": "against"}


@dataclass(frozen=True, slots=True)
class Words:
    """What is said behind a name: its kind, and where those words end."""

    kind: Kind
    end: int


def words_of_stance(said: str) -> Words | None:
    """What lower-case words behind a name say of its stance; a "but" turns it."""
    parts: list[Words] = []
    at = 0
    for turn in [*_BUT.finditer(said), None]:
        if first := _first(said, at, turn.start() if turn else len(said)):
            parts.append(first)
        at = turn.end() if turn else at
    if not parts:
        return None
    first, last = parts[0], parts[-1]
    if last.kind == "lives_with":
        # Who is against and would not insist, is undecided; alone, it is a lukewarm yes.
        hard = len(parts) > 1 or "not" in said[max(0, last.end - 26) : last.end]
        return Words("undecided" if hard else "for", last.end)
    if (
        first.kind in {"for", "same"}
        and last.kind in {"asks", "requests", "proposes", "opines"}
        and not _LATER.search(said, first.end)
    ):
        return first
    return last if last.kind not in {"proposes", "opines"} else first


def _first(said: str, start: int, end: int) -> Words | None:
    """The first words of a stance in `start:end`; of "thought that it was costly and opposed it" the last."""
    best: tuple[int, int, Words] | None = None
    firm: Words | None = None
    part = said[start:end]
    for rank, (kind, pattern) in enumerate(_WORDS):
        found = pattern.search(part)
        if found and (best is None or (found.start(), rank) < best[:2]):
            best = (found.start(), rank, Words(kind, start + found.end()))
        if found and kind in {"for", "against", "undecided"} and _AND.search(part, 0, found.start()):
            firm = firm or Words(kind, start + found.end())
    if best is None:
        return None
    return firm if firm and best[2].kind in {"opines", "proposes"} else best[2]
