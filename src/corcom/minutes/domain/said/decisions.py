"""What was decided: by this meeting, and by other bodies that the text reports of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.promises.due import Calendar, due_between
from corcom.minutes.domain.reading import Decision
from corcom.minutes.domain.said.agreed_lists import agreed_lists
from corcom.minutes.domain.said.decision_words import (
    ABOUT_BODY,
    DECIDED,
    EARLIER,
    HEAD,
    IT_DECIDED,
    NOT,
    OTHER_BODY,
    PAST,
    POINTS_BACK,
    PROPOSED,
    is_active,
    is_elsewhere,
    is_weak,
    other_body,
)
from corcom.minutes.domain.said.operative import operative_blocks
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

# "agreed on the following:" only announces; "agreed on the following division of labour:" says what was decided.
_ANNOUNCES = re.compile(
    r"[^:]{0,40}\b(?:following(?:\s+(?:points?|decisions?|conclusions?|measures?|actions?))?|as\s+follows)\b[^:]{0,12}:"
)
_OPEN = re.compile(r"\b(?:that|to|agreed|decided|and|bureau|committee|meeting)\W*\Z")
_FOLLOWING = re.compile(r"\W*the\s+following\b[^.;]*:\W*\Z")
_CONCLUDING = re.compile(r"\b(?:will|are\s+to|is\s+to|to)\s+(?:be\s+)?\w+|\bmeetings?\s+will\b")
_CONCLUDED = re.compile(r"\b(?:will|to)\s+be\s+(?:held|engaged|established|followed)\b|\bwill\s+aim\b")
_TO_DO = re.compile(r"\s+(?:would|will|shall|should|to)\b")
_INITIALS = re.compile(r"\(?(?:[A-Z]\.){2,4}\)?\s*:")
_NO_HEADING = 30
_BACK = 4


_LONGEST = 450
_PREAMBLE = re.compile(
    r"^(?:in\s+(?:conclusion|concluding\s+(?:the\s+)?discussions?)|following\s+\w+\s+discussion|after\s+\w+\s+discussion)[^,]*,\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Places:
    """Blocks whose place says that they are decisions, by index."""

    operative: frozenset[int]
    openers: frozenset[int]
    points: frozenset[int]
    conclusions: set[int]


def read_decisions(
    minutes: MinutesText, voices: Sequence[Voice], calendar: Calendar, skip: Sequence[tuple[int, int]]
) -> tuple[list[Decision], list[Decision]]:
    """(decisions of this meeting, decisions of other bodies that the text reports), in order of place."""
    zones = Spans(skip)
    own: list[Decision] = []
    reported: list[Decision] = []
    places = _Places(operative_blocks(minutes), *agreed_lists(minutes), _conclusion_blocks(minutes))
    deciding = frozenset().union(
        *map(minutes.sentences_with, (*DECIDED.cues, IT_DECIDED, OTHER_BODY, EARLIER)),
    )
    telling = minutes.blocks_with(HEAD).union(places.operative, places.openers, places.points, places.conclusions)
    for at, sentence in enumerate(minutes.sentences):
        if (at not in deciding and sentence.block not in telling) or sentence.start in zones:
            continue
        body, here = _whose(minutes, at, places)
        if body:
            reported.append(_decision(minutes, at, voices[at], calendar, body))
        if here:
            own.append(_decision(minutes, at, voices[at], calendar, None))
    return own, reported


def _whose(minutes: MinutesText, at: int, places: _Places) -> tuple[str | None, bool]:
    """(the other body whose decision a sentence reports, whether it is a decision of this meeting)."""
    sentence = minutes.sentences[at]
    block = minutes.blocks[sentence.block]
    opens = sentence.start - block.body < _BACK
    if sentence.block in places.operative or sentence.block in places.points:
        return None, opens
    low = minutes.low[sentence.start : sentence.end]
    worth = minutes.cues.worth_trying(DECIDED, sentence.start, sentence.end)
    found = DECIDED.search(low, worth) or _it_decided(minutes, at, low)
    told = minutes.cues.within(OTHER_BODY, sentence.start, sentence.end)
    if told and (other := other_body(minutes.shadow[sentence.start : sentence.end], low)):
        name, place, with_verb = other
        # "The Committee took note of what the 9MSP had decided" is both.
        active = found is not None and is_active(found) and found.start() < place
        if not (found and found[0].startswith("it was") and not with_verb):
            return name, active and not NOT.search(low)
    if sentence.block in places.openers and (found is None or _OPEN.search(low) or _ANNOUNCES.search(low)):
        return None, False
    if minutes.cues.within(EARLIER, sentence.start, sentence.end) and (earlier := EARLIER.search(low)):
        return minutes.words(sentence.start + earlier.start("body"), sentence.start + earlier.end("body")), False
    if sentence.block in places.conclusions and _CONCLUDING.search(low) and not found:
        return None, opens
    return None, _is_decision(minutes, sentence, low, found)


def _it_decided(minutes: MinutesText, at: int, low: str) -> re.Match[str] | None:
    """The words of "It agreed to meet in May", where the sentence before is about the committee."""
    found = IT_DECIDED.match(low)
    before = minutes.sentences[at - 1] if at else None
    if found and before and before.block == minutes.sentences[at].block:
        return found if ABOUT_BODY.match(minutes.low, before.start, before.end) else None
    return None


def _is_decision(minutes: MinutesText, sentence: Sentence, low: str, found: re.Match[str] | None) -> bool:
    """Whether this meeting decides something in a sentence that stands by itself."""
    start = minutes.blocks[sentence.block].start
    head = HEAD.match(minutes.shadow, start, sentence.end) if sentence.start - start < _NO_HEADING else None
    if head and not NOT.search(low):
        return head.end() >= sentence.start - 2
    if not found or NOT.search(low) or is_weak(low, found) or is_elsewhere(low, found) or _ANNOUNCES.fullmatch(low):
        return False
    clause = low[max(0, found.start() - 30) : found.start()].rpartition(",")[2]
    return not PAST.search(clause + low[found.start() : found.start() + 12])


def _decision(minutes: MinutesText, at: int, voice: Voice, calendar: Calendar, body: str | None) -> Decision:
    sentence = minutes.sentences[at]
    section = minutes.section(sentence.block)
    due = due_between(calendar, sentence.start, sentence.end)
    text = minutes.words(sentence.start, sentence.end)
    trimmed = _PREAMBLE.sub("", text)
    trimmed = trimmed if trimmed != text and DECIDED.search(trimmed.lower()) else text
    low = minutes.low[sentence.start : sentence.end]
    if (POINTS_BACK.fullmatch(low) or _FOLLOWING.match(low)) and (before := _meant(minutes, at)):
        trimmed = f"{before} {trimmed}"
    owners = tuple(name for name in _owners(minutes, voice))
    return Decision(
        text=(trimmed or text)[:600].strip(),
        body=body,
        owner=owners,
        due=due.value,
        agenda=section.name if section else None,
        evidence=minutes.evidence(sentence.start, sentence.end),
        certainty="likely" if body is None else "doubtful",
    )


def _meant(minutes: MinutesText, at: int) -> str | None:
    """What "it was so decided" and "the offer was accepted" stand for: the proposal not far before."""
    section = minutes.section(minutes.sentences[at].block)
    before = [
        one
        for one in minutes.sentences[max(0, at - _BACK) : at]
        if minutes.section(one.block) is section
        and (section is None or one.block != section.at)
        and one.end - one.start < _LONGEST
    ]
    meant = next((one for one in reversed(before) if PROPOSED.search(minutes.low, one.start, one.end)), None)
    meant = meant or (before[-1] if before else None)
    return minutes.words(meant.start, meant.end) if meant else None


def _owners(minutes: MinutesText, voice: Voice) -> list[str]:
    """Who is to carry out a decision: the one before "would", "will" or "to"."""
    for actor in voice.actors:
        if actor.kind != "pronoun" and _TO_DO.match(minutes.low, actor.end, actor.end + 10):
            return [actor.name]
    return []


def _conclusion_blocks(minutes: MinutesText) -> set[int]:
    """Short paragraphs set apart after people spoke under their initials or names: what was concluded."""
    labelled: dict[int, bool] = {}
    for sentence in minutes.sentences:
        if sentence.block not in labelled:
            start = minutes.blocks[sentence.block].start
            labelled[sentence.block] = _INITIALS.match(minutes.shadow, start, start + 12) is not None
    if sum(labelled.values()) < 3:
        return set()
    found: set[int] = set()
    seen = False
    section = None
    for block, named in labelled.items():
        if minutes.section(block) is not section:
            section, seen = minutes.section(block), False
        if named:
            seen = True
        elif (
            minutes.blocks[block].kind == "paragraph" and minutes.blocks[block].end - minutes.blocks[block].start < 520
        ):
            words = minutes.low[minutes.blocks[block].start : minutes.blocks[block].end]
            if seen or _CONCLUDED.search(words):
                found.add(block)
    return found
