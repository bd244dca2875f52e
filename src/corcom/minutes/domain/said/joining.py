"""How far a State is on its way to joining a convention, as the text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.reading import Progress, Stage
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.conventions import conventions_in

_JOINING = Cue(
    r"\b(?:ratif\w+|acced\w+|accession|deposit(?:ed|ing|s)?|instruments?|join(?:ed|ing)?|new\s+states?\s+part|states\s+parties|membership|sign(?:ed|ing|ature)|adher\w+)\b"
)
_STAGES: tuple[tuple[Stage, Cue], ...] = (
    ("deposited", Cue(r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:deposited|ratified|acceded|joined|submitted\s+(?:their|its)\s+instrument)\b|\bdeposited\s+(?:its|their|an?|the)\s+instrument|\baddition\s+of\b|\bbecame\s+(?:the\s+\S+\s+|a\s+)?(?:state\s+)?part|\bhas\s+ratified\b|\b(?:was|were)\s+deposited\b|\bsubmitted\s+their\s+instrument")),
    ("blocked", Cue(r"\b(?:disagreement|complicated|delayed|blocked|hesitant|reluctant|no\s+intention|not\s+intend|did\s+not\s+intend|obstacles?|barrier|not\s+(?:a\s+)?(?:high\s+)?priority|could\s+not\s+join|opposed|stalled|suspended)\b")),
    ("instrument_signed", Cue(r"\bsigned\s+the\s+(?:instrument|law|bill|act|decree)|\binstrument\b[^.;]{0,40}\b(?:was|been|had\s+been)\s+signed|\bto\s+be\s+deposited\b|\bgood\s+news\b[^.;]*\bsigned\b")),
    ("procedure_completed", Cue(r"\b(?:finali[sz]ed|completed|concluded)\s+(?:the|its|their)\s+(?:domestic|internal|national|parliamentary|ratification)|\bparliament\s+(?:had\s+|has\s+)?(?:approved|adopted|voted|ratified)|\b(?:approved|adopted)\s+by\s+(?:the\s+)?(?:parliament|national\s+assembly|senate|congress|landtag)|\bfinal\s+stages?\b")),
    ("before_parliament", Cue(r"\b(?:bill|law|draft\s+law|legislation)\b[^.;]{0,80}\b(?:parliament|cabinet|assembly|congress|senate|tabled|submitted|gone)\b|\b(?:parliament|cabinet|assembly|congress|senate|landtag)\b[^.;]{0,80}\b(?:ratif|bill|vote|accession|consider)|\bprocesses?\s+(?:actively\s+)?under\s*way\b|\bratification\s+process\b")),
    ("announced", Cue(r"\b(?:would|will|should|intend(?:s|ed)?\s+to|expected\s+to|plan(?:s|ned)?\s+to|next\s+step)\b[^.;]{0,60}\b(?:deposit|ratify|accede|join)\b|\bhigh\s+probability\b")),
    ("considering", Cue(r"\bconsider(?:ing|ation|s)?\b[^.;]{0,40}\b(?:accession|ratif\w+|joining|acceding|signature)\b|\b(?:still\s+)?(?:had|has|have)\s+not\s+(?:yet\s+)?(?:joined|acceded|ratified|signed)\b|\bupdate\s+on\s+the\s+ratification\b|\bundecided\b")),
)  # fmt: skip


def read_progress(minutes: MinutesText, voices: Sequence[Voice], *, convention: str | None) -> list[Progress]:
    """Statements on joining, one for each State that a sentence speaks of."""
    found: list[Progress] = []
    topic: dict[int, str] = {}
    suspects = minutes.sentences_with(_JOINING)
    for at, sentence in enumerate(minutes.sentences):
        names = [hit.party for hit in minutes.names_between(sentence.start, sentence.end) if hit.party.kind == "state"]
        low = minutes.low[sentence.start : sentence.end] if at in suspects else ""
        if not _JOINING.search(low):
            if len({n.code for n in names}) == 1:
                topic[sentence.block] = names[0].name
            continue
        cues = [(name, cue) for name, cue in _STAGES if minutes.cues.within(cue, sentence.start, sentence.end)]
        stage = next((name for name, cue in cues if cue.search(low)), None)
        if stage is None or re.search(r"\bfunds?\b|\bcontribution", low):
            continue
        states = _states(minutes, at, voices[at], names=[n.name for n in names], topic=topic.get(sentence.block))
        if not states:
            continue
        named = conventions_in(minutes.low, sentence.start, sentence.end)
        found.extend(
            Progress(
                state=state,
                convention=named[0][2].code if named else convention,
                stage=stage,
                text=minutes.words(sentence.start, sentence.end)[:600],
                evidence=minutes.evidence(sentence.start, sentence.end),
                certainty="likely" if names else "doubtful",
            )
            for state in states
        )
        topic[sentence.block] = states[0]
    return found


def _states(minutes: MinutesText, at: int, voice: Voice, *, names: list[str], topic: str | None) -> list[str]:
    """Whose progress it is: the States named, less one that only reports of others; else the speaker of "we", "they"."""
    distinct = list(dict.fromkeys(names))
    if (
        len(distinct) > 1
        and voice.said
        and voice.delegation in distinct
        and not re.search(r"\band\b", minutes.low[minutes.sentences[at].start : minutes.sentences[at].start + 40])
    ):
        return [name for name in distinct if name != voice.delegation]
    if distinct:
        return distinct
    return [topic] if topic else []
