"""Where delegations stand on an open question: for, against, undecided, or asking for something first.

One voice is an opinion; a position is what is said where others have spoken to the same thing. So the words of each
delegation are taken first, and then those are kept that answer one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corcom.minutes.domain.people.actors import Actor
from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.reading import Position, Stance
from corcom.minutes.domain.said.interventions import NO_DELEGATION
from corcom.minutes.domain.said.joining import ON_JOINING
from corcom.minutes.domain.said.questions import question_in
from corcom.minutes.domain.said.stances import OPPOSITE, STANCES, Words, words_of_stance
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence
from corcom.minutes.domain.text.outline import Section

# Votes elsewhere, and what a State says of joining, are no positions on a question of the meeting.
_ELSEWHERE = Cue(
    r"\b(?:un\s+resolution|voted\s+in\s+favou?r|general\s+assembly|(?:could|can|would|will)\s*not\s+(?:be\s+able\s+to\s+)?(?:join|ratify|accede))\b"
)
_JOINED = re.compile(r"\s*\)?\s*(?:,?\s*(?:and|&|n?or|as\s+well\s+as|together\s+with)|,|\()\s*(?:the\s+)?")
_HANGS = re.compile(
    r"\b(?:of|by|from|to|with|between|for|in|on|at|among|than|regarding|towards?|via|through|against|under|about|concerning|over|into|within|without|asked|thanked|told|requested|invited|informed|encouraged|urged|supported|seconded|backed|joined|reminded|welcomed|congratulated|echoed|include|including)\s+(?:the\s+|both\s+|all\s+|an?\s+)*\Z"
)
_DOING = re.compile(r"\s+[a-z]+ing\b")
_IMPERSONAL = re.compile(
    r"\s+(?:was|is|has\s+been|had\s+been|would\s+be)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:\w+ed|felt|said|clear|important|hoped)\b"
)
_SECONDED = Cue(r"\b(?:supported|seconded|backed|echoed|joined)\s+(?:in\s+this\s+)?by\s+(?:the\s+)?\Z")
_BY = Cue(
    r"\b(?:(?P<for>suggested|proposed|reiterated|supported|shared|echoed|endorsed|backed|seconded|welcomed)|(?P<against>opposed|questioned|rejected))\s+by\s+(?:the\s+)?\Z"
)
_OWN_PROPOSAL = Cue(r"'s\s+(?:\w+\s+)?(?:proposal|suggestion|idea|request|draft)\b")
_PROPOSAL_BY = Cue(
    r"\b(?:proposal|suggestion|idea|request|draft)\s+(?:made\s+|submitted\s+)?(?:by|of|from)\s+(?:the\s+)?\Z"
)
_SO_DID = re.compile(r"\b(?:so|as)\s+(?:did|was|were|would|could)\s+(?:the\s+)?\Z")
_SOMEBODY_DID = re.compile(r"\b(?:so|as)\s+(?:did|was|were|would|could)\b")
_CONTRAST = re.compile(r"\b(?:whereas|while|on\s+the\s+other\s+hand|by\s+contrast|on\s+the\s+contrary)\W+(?:the\s+)?\Z")
# An answer to somebody, even where the text does not say to whom.
_CLEAR = re.compile(
    r"\boppos(?:ed|ition)\b|\bagainst\s+(?:it|this|that|the|any)\b|\b(?:could|can)\s*not\s+(?:agree|accept|support)\b|\bno\s+(?:objection|difficulty)"
)
_THIS = re.compile(
    r"\b(?:support|second|back|echo|oppos|disagree|agree|reject|question)\w*\s+(?:with\s+)?(?:this|that|it|the\s+(?:request|proposal|suggestion|idea))\b"
)
_OF_THIS = re.compile(r"\b(?:that|it)\s+(?:this|it|that|such|these|the\s+(?:proposal|suggestion|idea|draft))\b")
_NEITHER = re.compile(r"\bneither\s+(?:the\s+)?\Z")
_UNNAMED = Cue(
    r"\b(?P<who>others|some|several|many|most|members|delegations)\b(?:\s+(?:members|delegations|states|speakers|of\s+them))?"
)
# Those who serve the meeting take no position of their own.
_SERVANTS = re.compile(r"\b(?:ISU|Implementation Support Unit|Secretariat|GICHD|UNODA|UNDP|UNOG)\b")
_FAR = 4
_NEAR = 12
_MOST = 60
_SOON = 2


@dataclass(slots=True)
class _Said:
    """What somebody said: `weak` as long as nobody answers; `names` is empty for "others"."""

    names: tuple[str, ...]
    stance: Stance
    weak: bool
    at: int
    section: Section
    named: bool = True
    lasting: bool = False
    request: bool = False
    """`lasting`: kept even where nobody else spoke, an answer in itself; `request`: "asked for a shorter report"."""


class _Clause(NamedTuple):
    """Those who speak, the words between them and the ones before, and the words up to the next, at `place`."""

    names: tuple[str, ...]
    before: str
    behind: str
    place: int
    at: int
    section: Section
    named: bool


def read_positions(minutes: MinutesText, voices: Sequence[Voice]) -> list[Position]:
    """Who is for, against, undecided, or asks for something first: only where several speak to one thing."""
    found: list[Position] = []
    for run in _runs(minutes, voices):
        kept = [said for number, said in enumerate(run) if _counts(run, number)]
        if ON_JOINING.search(run[0].section.title) and not any(said.weak for said in kept):
            continue  # for and against joining, not on a proposal
        question: str | None = None
        asked_at = 0
        for said in kept:
            sentence = minutes.sentences[said.at]
            if own := question_in(minutes, sentence, proposes=said.stance == "for"):
                question, asked_at = own, said.at
            elif said.at - asked_at > _FAR:
                question = None
            found.extend(
                Position(
                    question=question or said.section.title,
                    delegation=name,
                    stance=said.stance,
                    text=minutes.words(sentence.start, sentence.end)[:600],
                    agenda=said.section.name,
                    evidence=minutes.evidence(sentence.start, sentence.end),
                    certainty="likely" if said.named else "doubtful",
                )
                for name in said.names
            )
    return _once(found)


def _runs(minutes: MinutesText, voices: Sequence[Voice]) -> Iterator[list[_Said]]:
    """What was said under one heading, close together."""
    run: list[_Said] = []
    elsewhere = minutes.sentences_with(_ELSEWHERE)
    telling = frozenset().union(
        *map(minutes.sentences_with, (*STANCES.cues, _BY, _OWN_PROPOSAL, _PROPOSAL_BY)),
    )
    for at, sentence in enumerate(minutes.sentences):
        section = minutes.section(sentence.block)
        if section is None or minutes.blocks[sentence.block].kind == "row":
            continue
        if run and (run[-1].section is not section or at - run[-1].at > _FAR):
            yield run
            run = []
        if at not in telling and not (run and _SOMEBODY_DID.search(minutes.low, sentence.start, sentence.end)):
            continue
        if at not in elsewhere or not _ELSEWHERE.search(minutes.low, sentence.start, sentence.end):
            _listen(minutes, at, voices[at], section, run)
    if run:
        yield run


def _counts(run: Sequence[_Said], number: int) -> bool:
    """Whether what was said stands in an exchange."""
    said = run[number]
    others = [one for one in run[max(0, number - _NEAR) : number + _NEAR] if one.names != said.names]
    if said.weak:
        answer = next((one for one in run[number + 1 : number + _NEAR] if one.names != said.names), None)
        return answer is not None and not answer.weak and answer.at - said.at <= _SOON
    if said.stance == "asks":
        return any(one.stance != "asks" and not one.weak for one in others) or (number > 0 and run[number - 1].weak)
    return said.lasting or bool(others)


def _listen(minutes: MinutesText, at: int, voice: Voice, section: Section, run: list[_Said]) -> None:
    """Add to a run what the delegations say in one sentence."""
    sentence = minutes.sentences[at]
    groups = list(_groups(minutes, voice.actors[:_MOST]))
    subjects = _subjects(minutes, groups, sentence)
    since = sentence.start
    for number, group in enumerate(subjects):
        until = subjects[number + 1][0].start if number + 1 < len(subjects) else sentence.end
        before, behind = minutes.low[since : group[0].start], minutes.low[group[-1].end : until]
        since = group[-1].end
        names = _names(group, voice)
        # "Peru said that Chad was against it" is not said by Chad; what an office proposes is a thing to answer.
        reported = number and before.rstrip(" the").endswith(" that")
        if (names and not reported) or (group[0].kind == "office" and _proposes(minutes, behind, since)):
            clause = _Clause(names, before, behind, since, at, section, named=group[0].kind != "pronoun")
            _add(minutes, run, clause, _seconded(minutes, groups, group[-1].end, until))
            _add_proposer(minutes, groups, group[-1].end, until, run)
    _add_passive(minutes, groups, at, section, run)
    if not subjects and voice.label and voice.names:
        words = minutes.low[sentence.start : sentence.end]
        _add(minutes, run, _Clause(_parties(voice.names), "", words, sentence.start, at, section, named=False))
    elif not subjects and (unnamed := _UNNAMED.search(minutes.low, sentence.start, sentence.end)):
        behind = minutes.low[unnamed.end() : sentence.end]
        _add(minutes, run, _Clause((), "", behind, unnamed.end(), at, section, named=False))


def _proposes(minutes: MinutesText, behind: str, place: int) -> bool:
    words = words_of_stance(minutes.cues, behind, place)
    return words is not None and words.kind == "proposes"


def _subjects(minutes: MinutesText, groups: Sequence[list[Actor]], sentence: Sentence) -> list[list[Actor]]:
    """Those of a sentence who do something; a pronoun behind another stands for it, and "it was agreed" for nobody."""
    found: list[list[Actor]] = []
    for group in groups:
        hangs = _HANGS.search(minutes.low, max(sentence.start, group[0].start - 40), group[0].start)
        # "with Chad preferring to wait" does not hang.
        if hangs and not (hangs[0].startswith("with") and _DOING.match(minutes.low, group[-1].end)):
            continue
        if _OWN_PROPOSAL.match(minutes.low, group[-1].end):
            continue
        if group[0].kind == "pronoun" and (found or _IMPERSONAL.match(minutes.low, group[0].end)):
            continue
        found.append(group)
    return found


def _add(minutes: MinutesText, run: list[_Said], clause: _Clause, seconds: tuple[str, ...] = ()) -> None:
    """Add what a clause says to the run, and those behind its "supported by"."""
    said = _heard(minutes, run[-_NEAR:], clause)
    if said is None:
        return
    if run and run[-1].request and _THIS.search(clause.behind):
        # "asked for a shorter report, and Chad supported this": what was asked for was a proposal.
        run[-1].stance, run[-1].weak = "for", True
    run.append(said)
    if seconds:
        said.weak = False
        run.append(_Said(seconds, said.stance, weak=False, at=clause.at, section=clause.section))


def _heard(minutes: MinutesText, run: Sequence[_Said], clause: _Clause) -> _Said | None:
    """What a clause says, after what was said just before."""
    said = _Said(clause.names, "for", weak=False, at=clause.at, section=clause.section, named=clause.named)
    if _SO_DID.search(clause.before) and run:
        said.stance = run[-1].stance
        return said
    words = words_of_stance(minutes.cues, clause.behind, clause.place)
    answers = any(one.names != clause.names and one.stance != "asks" for one in run)
    if words and words.kind == "same" and not answers:
        behind = clause.behind[words.end :]  # "agreed and proposed to wait"
        words = words_of_stance(minutes.cues, behind, clause.place + words.end)
    if words is None or (words.kind in {"same", "worries"} and not answers):
        return None
    if words.kind == "opines" and answers and _OF_THIS.search(clause.behind, 0, words.end + 20):
        return None  # what somebody thinks of another's proposal may be anything
    said.stance = "against" if _NEITHER.search(clause.before) else _stance(words, clause.behind, clause.names, run)
    if words.kind in {"proposes", "opines", "prefers"} and _CONTRAST.search(clause.before) and run:
        said.stance = "against"
    said.weak = words.kind in {"proposes", "opines"} and said.stance == "for"
    said.lasting = bool(_CLEAR.search(clause.behind))
    said.request = words.kind == "requests"
    return said


def _stance(words: Words, behind: str, names: tuple[str, ...], run: Sequence[_Said]) -> Stance:
    """The stance that words give, after what others said before."""
    kind = words.kind
    others = [said for said in run if said.names != names and said.stance != "asks"]
    last: Stance = others[-1].stance if others else "for"
    if kind == "same":
        named = next((said for said in reversed(others) if any(name.lower() in behind for name in said.names)), None)
        return named.stance if named else last
    if kind == "opposite":
        return OPPOSITE[last] if others else "against"
    if kind == "prefers":
        # What somebody prefers after others were for something is another thing.
        return "against" if any(said.stance == "for" for said in others) and "also" not in behind else "for"
    if kind == "worries":
        return "against"
    if kind == "requests":
        return "asks"
    if kind in {"against", "undecided", "asks"}:
        return kind
    return "for"


def _groups(minutes: MinutesText, actors: Sequence[Actor]) -> Iterator[list[Actor]]:
    """The actors of a sentence, those joined by "and" together."""
    group: list[Actor] = []
    for actor in actors:
        if group and not (_JOINED.fullmatch(minutes.low, group[-1].end, actor.start) and actor.kind != "pronoun"):
            yield group
            group = []
        group.append(actor)
    if group:
        yield group


def _names(group: Sequence[Actor], voice: Voice) -> tuple[str, ...]:
    """The delegations of a group; those whom a pronoun stands for."""
    if group[0].kind == "pronoun":
        return _parties(voice.before)
    return _parties([actor.name for actor in group if actor.kind in {"party", "person"}])


def _parties(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if _is_delegation(name)))


@lru_cache(maxsize=4096)
def _is_delegation(name: str) -> bool:
    return not _SERVANTS.search(name) and not NO_DELEGATION.search(name)


def _seconded(minutes: MinutesText, groups: Sequence[Sequence[Actor]], start: int, end: int) -> tuple[str, ...]:
    """Those behind "supported by" in a clause."""
    if not minutes.cues.within(_SECONDED, start, end):
        return ()
    for group in groups:
        if start <= group[0].start < end and _SECONDED.search(
            minutes.low, max(start, group[0].start - 60), group[0].start
        ):
            return _parties([actor.name for actor in group if actor.kind in {"party", "person"}])
    return ()


def _add_proposer(
    minutes: MinutesText, groups: Sequence[Sequence[Actor]], start: int, end: int, run: list[_Said]
) -> None:
    """Add the one whose proposal was just answered: "supported Peru's proposal", "opposed the suggestion by Peru"."""
    if not run or run[-1].weak or run[-1].stance == "asks":
        return
    for group in groups:
        if not start <= group[0].start < end:
            continue
        names = _names(group, Voice())
        own = _OWN_PROPOSAL.match(minutes.low, group[-1].end) or _PROPOSAL_BY.search(
            minutes.low, max(start, group[0].start - 60), group[0].start
        )
        if own and names and not any(set(names) & set(said.names) for said in run[-_NEAR:]):
            run.insert(-1, _Said(names, "for", weak=False, at=run[-1].at, section=run[-1].section))


def _add_passive(
    minutes: MinutesText, groups: Sequence[Sequence[Actor]], at: int, section: Section, run: list[_Said]
) -> None:
    """Add those behind a "by": "was reiterated by Chad and Peru", "it was proposed by Mali that"."""
    sentence = minutes.sentences[at]
    if not minutes.cues.within(_BY, sentence.start, sentence.end):
        return
    for group in groups:
        by = _BY.search(minutes.low, max(sentence.start, group[0].start - 40), group[0].start)
        names = _parties([actor.name for actor in group if actor.kind in {"party", "person"}])
        if not by or not names or any(said.at == at and set(names) & set(said.names) for said in run):
            continue
        weak = by["for"] in {"suggested", "proposed"}
        stance: Stance = "against" if by["against"] else "for"
        if not weak and not by["against"] and run and run[-1].at >= at - 1 and run[-1].stance != "asks":
            stance = run[-1].stance  # "a view shared by Chad"
        run.append(_Said(names, stance, weak=weak, at=at, section=section))


def _once(positions: Sequence[Position]) -> list[Position]:
    seen: set[tuple[str, str, str, str | None]] = set()
    kept: list[Position] = []
    for position in positions:
        key = (position.question.lower(), position.delegation, position.stance, position.agenda)
        if key not in seen:
            seen.add(key)
            kept.append(position)
    return kept
