"""Where a delegation stands, by the words behind its name."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal, NamedTuple

from corcom.minutes.domain.reading import Stance
from corcom.minutes.domain.text.cues import AnyOf, Cues

Kind = Literal[
    "for", "against", "undecided", "asks", "proposes", "opines", "requests", "prefers", "worries", "same", "opposite", "lives_with"
]  # fmt: skip
"""A stance, or words that get one from those before: "proposed" is a stance once somebody answers it, "agreed" is the
stance of the one agreed with."""

_LIKES = r"(?:support|agree|accept|endorse|join|favou?r|share|approve|go\s+along)"
_NOUNS = r"(?:proposals?|suggestions?|ideas?|papers?|drafts?|initiatives?|approach|concept|texts?|offer|fact|format|models?|options?|guidelines|plan|possibility|change|amendments?|programme|tables?|statement)"

# Of two that begin at the same place the first one counts.
_WORDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("lives_with", (
        r"\b(?:could|can|would)\s+(?:also\s+|however\s+)?(?:live\s+with|go\s+along\s+with|join\s+(?:the\s+|a\s+)?consensus)\b(?!\s+(?:either|both|any))",
        r"\b(?:would|will|did|does)\s+not\s+(?:insist|stand\s+in\s+the\s+way|block|oppose|object)\b",
        r"\bnot\s+(?:stand\s+in\s+the\s+way|block\s+(?:a\s+)?consensus)\b",
    )),
    ("undecided", (
        r"\bundecided\b",
        r"\bno\s+(?:\w+\s+)?(?:position|preferences?|views?|opinions?|instructions)\b",
        r"\bnot\s+(?:yet\s+)?have\s+(?:an?\s+)?(?:\w+\s+)?(?:position|view|preference|opinion|instructions)\b",
        r"\bnot\s+in\s+a\s+position\s+to\b",
        r"\b(?:a)?waiting\s+(?:for\s+)?(?:\w+\s+)?(?:instructions|guidance)",
        r"\breserv(?:ed|es|ing)\s+(?:its|their|his|her)\s+(?:final\s+)?position\b",
        r"\bopen\s+to\s+(?:either|both|all)\b",
        r"\b(?:could|can)\s+(?:go\s+along|live)\s+with\s+(?:either|both|any)\b",
        r"\b(?:would|needed|had|wished|has|have|needs?)\s+(?:first\s+)?(?:to\s+)?(?:have\s+to\s+)?(?:first\s+)?consult\w*\s+(?:with\s+)?(?:its|their|his|her|the)?\s*(?:capitals?|authorities|government|minist\w+|regions?|lawyers)",
        r"\bflexib(?:le|ility)\b",
        r"\b(?:not|yet\s+to)\s+(?:yet\s+)?(?:made|make)\s+up\s+(?:its|their|his|her)\s+minds?\b",
        r"\bnot\s+(?:yet\s+)?(?:been\s+)?able\s+to\s+(?:consult|take\s+a\s+(?:position|view)|say|pronounce)",
        r"\bneither\s+for\s+nor\s+against\b",
        r"\bneutral\b",
        r"\b(?:go|fine)\s+(?:with\s+)?either\s+way\b",
        r"\bunable\s+to\s+(?:take|express|give|state)\s+(?:a|an|its|their)\s+(?:\w+\s+)?(?:position|view|opinion|answer)",
        r"\bstill\s+(?:studying|examining|considering|reviewing|consulting|reflecting|awaiting)\b",
        r"\b(?:had|has|have)\s+yet\s+to\s+(?:receive|take|form|decide|consult|hear)\b",
        r"\bcome\s+back\s+with\s+(?:a|its|their)\s+(?:position|view|answer)",
        r"\bneeded\s+(?:more\s+)?time\b",
        r"\bnot\s+(?:yet\s+)?(?:taken|take|reached|formed)\s+(?:a\s+|an\s+)?(?:position|view|decision|opinion)\b",
    )),
    ("for", (
        r"\bno\s+(?:\w+\s+)?objections?\b",
        r"\bno\s+difficult(?:y|ies)\b",
        r"\bsaw\s+no\s+(?:problem|harm|reason\s+(?:not|why\s+not))",
        r"\bnot\s+(?:against|opposed|averse|object)\b",
        r"\bno\s+problems?\s+with\b",
    )),
    ("opposite", (
        r"\bdisagree[ds]?\b",
        r"\bdid\s+not\s+(?:quite\s+|fully\s+)?agree\b",
        r"\bwas\s+of\s+(?:a\s+different|another|the\s+opposite)\s+(?:view|opinion)\b",
        r"\bsaw\s+it\s+differently\b",
        r"\A\s*(?:did|does|do|was|were|is|could|would)(?:\s+not)?\s*(?:[.;,]|\Z)",
    )),
    ("against", (
        r"\b(?:favou?r(?:ed|s)|in\s+favou?r\s+of|prefer(?:red|s)?|supported|wanted|wished|wants|wishes)\s+(?:to\s+)?(?:keep|retain|maintain|leav|preserv)(?:e|ing)?\b",
        r"\breservations?\b",
        r"\bshared\s+(?:the|this|that|these|those|its|their|his|her)\s+(?:concerns?|doubts?|reservations?|hesitations?)\b",
        rf"\bdifficult(?:y|ies)?\b[^.;]{{0,20}}\b(?:{_LIKES}|with)",
        r"\bwould\s+be\s+(?:very\s+)?difficult\b",
        r"\boppos(?:e[ds]?|ing|ition)\b",
        r"\bobject(?:ed|s|ions?)\b",
        rf"\b(?:did|does|do|could|can|would|will)\s*not\s+(?:\w+\s+)?(?:{_LIKES}|think|see|want|wish|believe|consider|convinced|publish|do|like)\b",
        rf"\bcannot\s+(?:\w+\s+)?{_LIKES}\b",
        rf"\bnot\s+(?:in\s+favou?r|convinced|persuaded|able\s+to\s+{_LIKES}|supportive|enthusiastic|appropriate|the\s+(?:right|proper|appropriate)\s+\w+|the\s+(?:time|place))\b",
        r"\bdisapprov\w+",
        r"\b(?:was|were|is|are|be|spoke|argued|advised|came\s+out|remained|firmly|strongly|decidedly)\s+(?:\w+\s+)?against\b",
        r"\brejected\b",
        r"\bhesita(?:nt|ted|nce|tions?)\b",
        r"\breluctan(?:t|ce)\b",
        r"\bscept\w+",
        r"\bskept\w+",
        r"\bdoubts?\b",
        r"\bdoubt(?:ed|ful)\b",
        r"\bthere\s+should\s+be\s+no\b",
        r"\bshould\s+not\s+be\b",
        r"\bcautio(?:ned|us)\b",
        r"\bwarned\b",
        r"\bsaw\s+no\s+(?:need|point|merit|value)\b",
        r"\bno\s+need\b",
        r"\bunnecessary\b",
        r"\bpremature\b",
        r"\bfound\b[^.;]{0,60}\btoo\b",
        r"\bunhappy\b",
        r"\bpreferr?(?:ed|s|ing)?\s+(?:not|caution|to\s+(?:keep|retain|maintain|wait|leave|stay)|the\s+(?:status\s+quo|existing|current|old|present))\b",
    )),
    ("worries", (
        r"\bconcern(?:s|ed)?\s+(?:about|on|over|regarding|with|that|at|as\s+to)\b",
        r"\bworried\b",
        r"\bfear(?:ed|s)\b",
    )),
    ("same", (
        r"\A\W*(?:likewise|too|as\s+well)\s*(?:[.,;]|\Z)",
        r"\A\W*(?:(?:fully|also|strongly|entirely|broadly|largely|generally|both|all|then)\s+)*(?:agreed|concurred|did\s+(?:so|too)|did\s+as\s+well|too)\s*(?:[.,;:]|\band\b|\Z)",
        r"\b(?:agreed|concurred|sided|(?:was|were)\s+in\s+agreement|aligned\s+(?:itself|themselves|himself|herself))\s+with\b",
        r"\bassociated\s+(?:itself|themselves|himself|herself)\s+with\b",
        r"\bshared\s+(?:the\s+|this\s+|that\s+)?(?:views?|opinions?|position)\b",
        r"\bjoined\s+the\s+others\b",
        r"\b(?:supported|seconded|backed|echoed)\s+(?:them|him|her)\b",
        r"\bwas\s+of\s+the\s+same\s+(?:view|opinion|mind)\b",
    )),
    ("prefers", (
        r"\bprefer(?:red|s|ring|ence\s+for)\b",
        r"\bwould\s+rather\b",
        r"\b(?:would|will)\s+prefer\b",
    )),
    ("for", (
        r"(?<!more\s)\bsupport(?:ed|s|ive)?\b(?!\s+(?:programme|unit|measures|services))",
        r"\bin\s+favou?r\b",
        r"\bfavou?r(?:ed|s|able)\b",
        rf"\bwelcom(?:ed|es)\s+(?:the\s+|this\s+|that\s+|such\s+|a\s+)?(?:\w+\s+){{0,2}}{_NOUNS}\b",
        r"\bwelcomed\s+(?:it|this|that)\b",
        r"\bagree[ds]?\b(?!\s+to\s+(?!the\b|this\b|that\b|an?\b|it\b|its\b))",
        r"\bendors(?:ed|es)\b",
        r"\bsaw\s+(?:\w+\s+)?(?:value|merit|benefit)s?\b",
        r"\bwould\s+(?:be\s+)?(?:happy|ready|pleased|glad)\s+(?:to\s+(?:accept|support|see|sponsor|join)|with)\b",
        r"\bshared\s+the\s+view\b",
        r"\b(?:could|can|would)\s+(?:\w+\s+)?(?:agree|accept|support|endorse)\b",
        r"\bapprov(?:ed|es)\s+of\b",
        r"\b(?:liked|appreciated|applauded|backed|seconded|echoed)\b",
        r"\bsatisfied\s+with\b",
        r"\bcomfortable\s+with\b",
        r"\bfound\b[^.;]{0,60}\b(?:attractive|useful|helpful|good|sensible|excellent|convincing|acceptable)\b",
        r"\battractive\b",
        r"\bagreeable\s+to\b",
        r"\baccept(?:ed|s)\s+(?:the|this|that|it)\b",
        r"\bacceptable\b",
        r"\bwas\s+reiterated\s+by\b",
        r"\bin\s+agreement\s+with\b",
        r"\bwilling\s+to\s+accept\b",
    )),
    ("asks", (
        r"\bsought\s+(?:\w+\s+)?clarifications?\b",
        r"\basked\s+(?:(?:him|her|them|it)\s+)?(?:whether|if|how|why|when|who|what|which|where)\b",
        r"\b(?:would\s+like|want(?:s|ed)?|wish(?:es|ed)?|need(?:s|ed)?)\s+(?:first\s+)?to\s+(?:first\s+)?(?:see|have|know|be\s+told|understand)\b",
        r"\bwould\s+(?:first\s+)?(?:like|want)\s+(?:more|further)\b",
        r"\bwant(?:ed)?\s+more\b",
        r"\brequested\s+(?:clarifications?|more|further|information|details)\b",
        r"\bquestioned\b",
        r"\braised\s+the\s+question\b",
        r"\bwondered\b",
        r"\binquired\b",
        r"\benquired\b",
        r"\bneeds?\s+(?:more|further)\b",
        r"\bshould\s+be\s+taken\s+into\b",
        r"\bshould\s+be\s+clear\b",
        r"\bfirst\b[^.;]{0,30}\bbefore\b",
        r"\bcalled\s+for\s+(?:clarif|more\s+information)",
        r"\bwish(?:ed|es)\s+it\s+to\b",
        r"\bwanted\s+it\s+to\b",
        r"\basked\s+to\s+see\b",
    )),
    ("requests", (
        r"\b(?:asked|asks|requested|request(?:s|ing))\s+(?:for\b|(?:an?|more|further)\b)",
    )),
    ("opines", (
        r"\b(?:thought|felt|believed|considered|held|maintained|opined)\s+(?:\w+ly\s+)?(?:it|that)\b",
        r"\b(?:was|were|remained)\s+of\s+the\s+(?:view|opinion)\b",
        r"\bexpressed\s+the\s+view\b",
        r"\A\s*(?:thought|felt|believed)\s*,",
    )),
    ("proposes", (
        r"\b(?:proposed|suggested|recommended|moved\s+(?:that|to)|advocated|argued\s+(?:for|that)|insisted\s+(?:on|that))\b",
        r"\b(?:pleaded\s+for|called\s+for|asked\s+that|requested\s+that)\b",
        r"\b(?:(?:would\s+like|wished|wanted)\s+to\s+see\s+\w+(?:\s+\w+){0,4}\s+(?:take|be|have))\b",
        r"\b(?:(?:stressed|underlined|emphasi[sz]ed|highlighted)\s+the\s+(?:importance|need|value|benefits?|merits?))\b",
        r"\b(?:in\s+need\s+of)\b",
    )),
)  # fmt: skip
STANCES = AnyOf(*(wording for _, wordings in _WORDS for wording in wordings))
_KINDS = tuple((rank, kind) for rank, (kind, wordings) in enumerate(_WORDS) for _ in wordings)
_BUT = re.compile(r"\b(?:but|yet(?=\s+(?:could|would|did)))\b")
_AND = re.compile(r"\band\s+(?:therefore\s+|thus\s+|hence\s+|so\s+|also\s+)?\Z")
_LATER = re.compile(r"\b(?:first|before)\b")
OPPOSITE: dict[Stance, Stance] = {"for": "against", "against": "for", "undecided": "against", "asks": "against"}


class Words(NamedTuple):
    """What is said behind a name: its kind, and where those words end."""

    kind: Kind
    end: int


def words_of_stance(cues: Cues, said: str, place: int) -> Words | None:
    """What lower-case words behind a name, at `place` in the text, say of its stance; a "but" turns it."""
    if not cues.worth_trying(STANCES, place, place + len(said)):
        return None
    parts: list[Words] = []
    at = 0
    for turn in [*_BUT.finditer(said), None]:
        if first := _first(cues, said, place, at, turn.start() if turn else len(said)):
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


def _first(cues: Cues, said: str, place: int, start: int, end: int) -> Words | None:
    """The first words of a stance in `start:end`; of "thought that it was costly and opposed it" the last."""
    best: tuple[int, Words] | None = None
    firm: Words | None = None
    part = said[start:end]
    worth = cues.worth_trying(STANCES, place + start, place + end)
    for (_, kind), wordings in groupby(worth, _KINDS.__getitem__):
        found = STANCES.search(part, wordings)
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), Words(kind, start + found.end()))
        if found and kind in {"for", "against", "undecided"} and _AND.search(part, 0, found.start()):
            firm = firm or Words(kind, start + found.end())
    if best is None:
        return None
    return firm if firm and best[1].kind in {"opines", "proposes"} else best[1]
