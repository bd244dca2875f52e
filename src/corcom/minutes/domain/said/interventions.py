"""Who spoke under which item, and where delegations stand on an open question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.people.actors import Actor
from corcom.minutes.domain.people.speakers import Voice, resolve
from corcom.minutes.domain.reading import Intervention, Position, Stance
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText

_STANCES: tuple[tuple[Stance, Cue], ...] = (
    (
        "undecided",
        Cue(
            r"\bundecided\b|\bno\s+(?:official\s+|firm\s+|final\s+)?(?:position|preference|view)\b|\bnot\s+have\s+(?:an\s+)?(?:official\s+)?position\b|\bnot\s+in\s+a\s+position\s+to\b|\b(?:still\s+)?(?:waiting|awaiting)\s+(?:for\s+)?instructions"
            r"|\breserv(?:ed|es)\s+(?:its|their|his|her)\s+position\b|\bopen\s+to\s+(?:either|both|all)\b|\bcould\s+(?:go\s+along|live)\s+with\s+(?:either|both)\b|\bwould\s+(?:have\s+to\s+)?consult\s+(?:its|their|his|her)?\s*capital|\bflexible\b|\bno\s+strong\s+(?:view|preference)"
        ),
    ),
    (
        "against",
        Cue(
            r"\b(?:reservations?|concerns?)\s+(?:about|on|over|regarding|expressed|with)|\b(?:would\s+be|was|is|were|found\s+it)\s+(?:very\s+)?difficult\b(?:[^.;]{0,30}\bsupport)?|\boppos(?:ed|es|ing|ition)\b|\bobject(?:ed|s|ion)\b|\bdid\s+not\s+(?:agree|support|favou?r|think|see|share|want)\b"
            r"|\bnot\s+(?:in\s+favou?r|convinced|able\s+to\s+(?:support|agree)|supportive)\b|\bcould\s+not\s+(?:agree|support|accept|join)\b|\bshould\s+not\s+be\b|\bdisagree[ds]?\b|\brather\s+than\b|\bagainst\b|\brejected\b|\bhesitant\b|\bthere\s+should\s+be\s+no\b|\bshared\s+the\s+concerns?\b|\bwould\s+not\s+(?:support|agree)|\bcautioned\b|\bsaw\s+no\s+need\b|\bno\s+need\s+for\b"
        ),
    ),
    (
        "for",
        Cue(
            r"\bsupport(?:ed|s|ing|ive)?\b|\bstated\s+support\b|\bin\s+favou?r\b|\bfavou?r(?:ed|s)\b|\bwelcom(?:ed|es)\b|\bagree[ds]?\b(?!\s+to\b)|\bendors(?:ed|es)\b|\bprefer(?:red|s)\b|\bsaw\s+(?:great\s+)?(?:value|merit)\b|\b(?:remained\s+of|of)\s+the\s+view\b|\bwould\s+be\s+happy\b|\bshared\s+the\s+view\b"
            r"|\bbacked\b|\bseconded\b|\bechoed\b|\bwas\s+reiterated\s+by\b|\bin\s+need\s+of\b|\bcrucial\b|\bcould\s+(?:agree|accept|support|go\s+along)"
        ),
    ),
    (
        "asks",
        Cue(
            r"\bsought\s+clarification\b|\basked\s+(?:whether|how|why|when|who|what|for|that)\b|\bwould\s+like\s+(?:more|further|to\s+see|to\s+have|to\s+know)\b|\bwant(?:ed)?\s+more\b|\brequested\s+(?:clarification|more|further)\b|\bquestioned\b|\braised\s+the\s+question\b|\bwondered\b|\binquired\b|\benquired\b|\bneeds?\s+(?:more|further)\b|\bshould\s+be\s+taken\s+into\b|\bshould\s+be\s+clear\b|\bconsultation\s+process\b|\bfirst\b[^.;]{0,30}\bbefore\b"
        ),
    ),
)
_QUESTION = re.compile(
    r"\b(?:proposal|question|idea|option|whether|format|location|host|model|draft|statement|group|approach|establish|creation|mechanism|criteria|guidelines|programme|structure|isu|paper|time\s+limit|eligible)\w*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:with\s+regards?\s+to|regarding|on|about|for|of|to)\s+(?:the\s+|a\s+|an\s+)?(?P<what>(?:(?:location|hosting|structure|creation|establishment|establishing|need|mandate|format|idea|use|timing|proposal|draft|choice|question)\s+(?:of|for|to|on)\s+(?:the\s+|a\s+|an\s+)?)?[^.,;:()]{4,70}?)(?=\s+(?:and|but|as|because|since|stating|said|saying|should|would|that|which|at|in\s+(?:its|order)|to\s+be)\b|[.,;:()]|$)"
)
_GICHD_HOST = re.compile(r"\bthe\s+(?P<who>[A-Z]{3,})\s+(?:to\s+)?host(?:ing|s)?\s+(?:the\s+)?(?P<what>[\w ]{2,20})")


def read_interventions(minutes: MinutesText, voices: Sequence[Voice]) -> list[Intervention]:
    """Consecutive sentences of one speaker under one item are one intervention."""
    found: list[tuple[int, int, tuple[str, ...], str | None, int, str | None]] = []
    for at, sentence in enumerate(minutes.sentences):
        voice = voices[at]
        names = voice.names
        if not names or not (voice.said or voice.label):
            continue
        section = minutes.section(sentence.block)
        item = section.name if section else None
        if (
            found
            and found[-1][2] == names
            and found[-1][3] == item
            and sentence.block - found[-1][4] <= 1
            and found[-1][1] <= sentence.start
        ):
            start, _, _, _, _, label = found[-1]
            found[-1] = (start, sentence.end, names, item, sentence.block, label)
        else:
            found.append((sentence.start, sentence.end, names, item, sentence.block, voice.label))
    return [
        Intervention(
            agenda=item,
            speaker=label or _joined(names),
            delegation=_joined(names),
            text=minutes.words(start, end)[:2000],
            evidence=minutes.evidence(start, end),
        )
        for start, end, names, item, _, label in found
    ]


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def read_positions(minutes: MinutesText, voices: Sequence[Voice]) -> list[Position]:
    """Who is for, against, undecided, or asks for something first: only where several speak under one item."""
    found: list[Position] = []
    suspects = [(name, cue, minutes.sentences_with(cue)) for name, cue in _STANCES]
    for at, sentence in enumerate(minutes.sentences):
        section = minutes.section(sentence.block)
        cues = [(name, cue) for name, cue, sentences in suspects if at in sentences]
        if section is None or not cues:
            continue
        if not voices[at].said and not any(actor.kind in {"party", "person"} for actor in voices[at].actors):
            continue
        low = minutes.low[sentence.start : sentence.end]
        stance = next((name for name, cue in cues if cue.search(low)), None)
        if stance is None or re.search(r"\b(?:un\s+resolution|voted\s+in\s+favou?r|general\s+assembly)\b", low):
            continue
        found.extend(
            Position(
                question=_question(minutes, sentence.start, sentence.end) or section.title,
                delegation=name,
                stance=stance,
                text=minutes.words(sentence.start, sentence.end)[:600],
                agenda=section.name,
                evidence=minutes.evidence(sentence.start, sentence.end),
                certainty="likely" if voices[at].said else "doubtful",
            )
            for name in _holders(minutes, at, voices[at], low)
        )
    spoke: dict[str | None, set[str]] = {}
    for position in found:
        spoke.setdefault(position.agenda, set()).add(position.delegation)
    return _once([position for position in found if len(spoke[position.agenda]) >= 2])


def _holders(minutes: MinutesText, at: int, voice: Voice, low: str) -> list[str]:
    """The delegations that take a position: those joined before the verb, those behind "reiterated by"."""
    sentence = minutes.sentences[at]
    names: list[str] = []
    behind = re.search(r"\b(?:reiterated|supported|shared|echoed|endorsed|backed|seconded|opposed)\s+by\b", low)
    for actor in voice.actors:
        if actor.kind not in {"party", "person"}:
            continue
        if behind and actor.start - sentence.start > behind.start():
            names.append(actor.name)
    if names:
        return list(dict.fromkeys(names))
    first = next((a for a in voice.actors if a.kind != "group"), None)
    if first is None:
        return [name for name in voice.names if voice.said] if voice.said else []
    if first.kind == "pronoun":
        return list(voice.names) if voice.names and voice.names != ("President",) else []
    return [name for name in _joined_after(minutes, voice.actors, voice) if name != "ISU"]


def _joined_after(minutes: MinutesText, actors: Sequence[Actor], voice: Voice) -> list[str]:
    names: list[str] = []
    end = None
    for actor in actors:
        if actor.kind == "group":
            break
        if end is not None and not re.fullmatch(
            r"\s*(?:,|and|&|,\s*and)?\s*(?:the\s+)?", minutes.low[end : actor.start]
        ):
            break
        names.extend(resolve(actor, voice, ()))
        end = actor.end
    return list(dict.fromkeys(name for name in names if name not in {"President", "Committee"}))


def _question(minutes: MinutesText, start: int, end: int) -> str | None:
    """What a sentence takes a position on, where it says so."""
    if host := _GICHD_HOST.search(minutes.shadow, start, end):
        return f"{host['who']} to host {host['what'].strip()}"
    for found in _ABOUT.finditer(minutes.shadow, start, end):
        what = found["what"].strip()
        if _QUESTION.search(what) and not re.match(r"(?:support|favou?r|view|behalf|part|this|that|its|their)\b", what):
            return what[:1].upper() + what[1:]
    return None


def _once(positions: Sequence[Position]) -> list[Position]:
    seen: set[tuple[str, str, str, str | None]] = set()
    kept: list[Position] = []
    for position in positions:
        key = (position.question.lower(), position.delegation, position.stance, position.agenda)
        if key not in seen:
            seen.add(key)
            kept.append(position)
    return kept
