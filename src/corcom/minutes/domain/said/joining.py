"""How far a State is on its way to joining a convention, as the text tells.

A sentence often tells of several States at once, each at a stage of its own: the words behind a State, up to the next
one, are taken to tell of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corcom.minutes.domain.people.speakers import SAYS, Voice
from corcom.minutes.domain.reading import Progress, Stage
from corcom.minutes.domain.said.stages import stage_of
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence
from corcom.register.domain.conventions import conventions_in
from corcom.register.domain.gazetteer import NameHit

_JOINING = Cue(
    r"\b(?:ratif\w+|acced\w+|accessions?|instruments?\s+of|deposit(?:ed|ing)?\s+(?:its|their|the|an?)\b|signator(?:y|ies)|consent(?:ed)?\s+to\s+be\s+bound|adher(?:e|ence)\b|becom(?:e|ing)\s+(?:a\s+)?(?:state\s+)?party"
    r"|(?:could|can|would|will)\s*not\s+(?:be\s+able\s+to\s+)?join\b|join(?:ed|ing)?\s+the\s+(?:convention|treaty|protocol|ccm|apmbc|att|bwc)|states\s+not\s+(?:yet\s+)?party|(?:new|number\s+of|now)\s+(?:\S+\s+)?states\s+part)"
)
ON_JOINING = Cue(
    r"\b(?:universal\w*|accessions?|ratification\w*|membership|join(?:ing)?|state\s+of\s+the\s+(?:convention|treaty)|adherence)\b",
    re.IGNORECASE,
)
_MONEY = Cue(r"\b(?:funds?|contributions?)\b")
_ANOTHER_TREATY = Cue(r"\bconvention\s+on\s+the\s+rights\b")
_AND = re.compile(r"\s*(?:,?\s*(?P<and>and|&|as\s+well\s+as|or)|,)\s*(?:the\s+)?")
_OF_A_STATE = re.compile(
    r"\s+(?:file|parliament|government|senate|congress|cabinet|bill|ratification|accession|instrument|mission|authorities|delegation|permanent\s+representative|ambassador|ministry|minister|assembly|law)\b"
)
# "following the ratification by", "The instrument of", "the last to ratify had been": what goes with the State behind it.
_LEADS = re.compile(
    r"\b(?:(?P<fact>(?:(?:following|with|after|since|welcom\w+|congratulat\w+|announc\w+|report)\b[^.;]{0,30}?\b(?:ratification|accession|deposit|consent|joining|addition)s?\b(?:\s+of\s+(?:its|the)\s+instruments?)?[^.;,]{0,30}?\s(?:by|of|from)"
    r"|addition\s+of\s+(?:\w+\s+){1,3}states(?:\s+part(?:y|ies))?|(?:last|latest|newest|most\s+recent)\b[^.;]{0,40}?\b(?:ratify|accede|join|deposit|party)\s+(?:was|were|is|had\s+been|being)|new\s+states\s+part(?:y|ies)|(?:states?\s+part(?:y|ies)|signator\w+)[^.;]{0,40}?\b(?:latest|last|newest|most\s+recent)\s+(?:of\s+which\s+)?(?:being|was|were|is|are)))"
    r"|(?P<noun>ratification|accession|instrument|deposit|consent|bill|law|parliament|president|government|situation|process)s?\b(?:\s+process)?\s+(?:of|by|in|from))\W{1,4}(?:the\s+)?\Z"
)
_GREETED = re.compile(r"\s+(?:was|were)\s+(?:\w+\s+)?(?:welcomed|greeted|celebrated|applauded)\b")
_MET = re.compile(
    r"\b(?:met|meetings?|spoken|spoke|visit\w*|bilateral\w*|contact\w*|talk\w*|discuss\w*|approach\w*|wrote|written|reached\s+out|call\w*|rais\w+)\b"
)
_HANGS = re.compile(
    r"\b(?:with|to|from|by|told|informed|assured|asked|advised|reminded|thanked)\s+(?:the\s+)?(?:mission\s+of\s+(?:the\s+)?)?\Z"
)
_SUCH_AS = re.compile(r"\b(?:including|namely|such\s+as|among\s+them)\s+(?:in\s+)?(?:the\s+)?\Z")
_RELATIVE = re.compile(r"\s*,?\s*(?:which|whose|who|where)\b")
_OF_OTHERS = re.compile(
    r"\b(?:states?|signatories|countries|governments|parties|some|others|members|ministries)\b(?![^.;]{0,40}\b(?:its|their)\b)"
)
_REFERS = re.compile(
    r"\b(?:its|their|it|they|he|she|this|the\s+(?:bill|law|process|procedure|parliament|ratification|accession|instrument|deposit|cabinet|government|president|military|ministry)|parliament|ratification|accession|deposit)\b"
)
_WE = re.compile(r"\b(?:we|our)\b")


@dataclass(slots=True)
class _Told:
    """States named together, and the words that tell of them; `speaks` where they are the ones who say so."""

    names: tuple[str, ...]
    said: str
    speaks: bool
    fact: bool = False
    named: bool = True


def read_progress(minutes: MinutesText, voices: Sequence[Voice], *, convention: str | None) -> list[Progress]:
    """Statements on joining, one for each State that a sentence speaks of."""
    found: list[Progress] = []
    topic: tuple[str, ...] = ()
    block = -1
    on_joining = False
    joins, another = minutes.sentences_with(_JOINING), minutes.sentences_with(_ANOTHER_TREATY)
    for at, sentence in enumerate(minutes.sentences):
        if sentence.block != block:
            block, topic = sentence.block, ()
            on_joining = _is_on_joining(minutes, block)
        if not on_joining:
            continue
        low = minutes.low[sentence.start : sentence.end]
        told = list(_told(minutes, sentence)) or _of_topic(low, voices[at], topic)
        topic = next((one.names for one in reversed(told) if not one.speaks), topic)
        joining = at in joins and _JOINING.search(low)
        if (not joining and _MONEY.search(low)) or (at in another and _ANOTHER_TREATY.search(low)):
            continue
        named = conventions_in(minutes.low, sentence.start, sentence.end)
        found.extend(
            Progress(
                state=state,
                convention=named[0][2].code if named else convention,
                stage=stage,
                text=minutes.words(sentence.start, sentence.end)[:600],
                evidence=minutes.evidence(sentence.start, sentence.end),
                certainty="likely" if one.named else "doubtful",
            )
            for one in told
            if (stage := _stage(one, on_joining=on_joining))
            for state in one.names
            if state not in voices[at].holders
        )
    return found


def _is_on_joining(minutes: MinutesText, block: int) -> bool:
    """Whether a paragraph speaks of joining, by its own words or by a heading above it."""
    section = minutes.section(block)
    while section:
        if _titles_joining(section.title):
            return True
        section = section.parent
    start, end = minutes.blocks[block].start, minutes.blocks[block].end
    return minutes.cues.within(_JOINING, start, end) and bool(_JOINING.search(minutes.low, start, end))


@lru_cache(maxsize=1024)
def _titles_joining(title: str) -> bool:
    return ON_JOINING.search(title) is not None


def _stage(told: _Told, *, on_joining: bool) -> Stage | None:
    if told.fact:
        return "deposited"
    found = stage_of(told.said, on_joining=on_joining)
    if found is None:
        return None
    stage, at = found
    # "Chile reported that three signatories had ratified" tells nothing of Chile.
    if told.speaks and _OF_OTHERS.search(told.said, max(0, at - 60), at):
        return None
    return stage


def _told(minutes: MinutesText, sentence: Sentence) -> Iterator[_Told]:
    """What a sentence tells, State by State."""
    groups = list(_groups(minutes, sentence))
    open_told: _Told | None = None
    for number, group in enumerate(groups):
        start, end = group[0].start, group[-1].end
        until = groups[number + 1][0].start if number + 1 < len(groups) else sentence.end
        since = groups[number - 1][-1].end if number else sentence.start
        before, behind = minutes.low[since:start], minutes.low[end:until]
        speaks = bool(SAYS.match(behind))
        if open_told and (_goes_on(before, behind) or (speaks and not open_told.said.strip(" ,"))):
            open_told.said += f" {behind}"
            continue
        lead = _LEADS.search(before)
        if open_told:
            if lead:
                open_told.said = open_told.said[: len(open_told.said) - len(lead[0])]
            yield open_told
        names = tuple(dict.fromkeys(hit.party.name for hit in group))
        if _SUCH_AS.search(before) and not number:
            behind = before
        elif len(groups) == 1 and not behind.strip(" .;,)") and not lead:
            behind = f"{before}{behind}"  # "Accession was not a priority for Chad."
        open_told = _Told(
            names,
            f"{(lead['noun'] or '') if lead else ''}{behind}",
            speaks=speaks and not lead,
            fact=bool(lead and (lead["fact"] or _GREETED.match(behind))),
        )
    if open_told:
        yield open_told


def _goes_on(before: str, behind: str) -> bool:
    """Whether a State named is only the one that somebody told something or is in touch with."""
    return (
        bool(_HANGS.search(before))
        and not _RELATIVE.match(behind)
        and not _MET.search(before)
        and not _LEADS.search(before)
    )


def _groups(minutes: MinutesText, sentence: Sentence) -> Iterator[list[NameHit]]:
    """The States of a sentence, those joined by "and" together."""
    group: list[NameHit] = []
    linked = False
    for hit in minutes.names_between(sentence.start, sentence.end):
        if hit.party.kind != "state" or (hit.adjective and not _OF_A_STATE.match(minutes.low, hit.end)):
            continue
        link = _AND.fullmatch(minutes.low, group[-1].end, hit.start) if group else None
        if group and not link:
            yield from [group] if linked else [[one] for one in group]
            group, linked = [], False
        group.append(hit)
        linked = linked or bool(link and link["and"])
    # "Regarding Chad, Peru said": a comma alone joins nobody.
    yield from [group] if linked else [[one] for one in group]


def _of_topic(low: str, voice: Voice, topic: tuple[str, ...]) -> list[_Told]:
    """A sentence that names no State goes on about the one before, or about the speaker's own: "we have ratified"."""
    if voice.label and voice.names and _WE.search(low):
        return [_Told(voice.names, low, speaks=True, named=False)]
    others = any(actor.kind in {"party", "person"} for actor in voice.actors)
    if topic and not others and _REFERS.search(low):
        return [_Told(topic, low, speaks=True, named=False)]
    return []
