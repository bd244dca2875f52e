"""All action points of a text: those it marks and those promised in passing, each once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.kernel.source import Certainty
from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.actors import People
from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.commitments import commitments_in
from corcom.minutes.domain.promises.dated import TO_BE, dated_in, to_be_done
from corcom.minutes.domain.promises.due import Calendar, Due, due_between
from corcom.minutes.domain.promises.imperatives import assigned_in, imperatives_in
from corcom.minutes.domain.promises.marked import marked_points
from corcom.minutes.domain.promises.predicates import TRIGGER
from corcom.minutes.domain.promises.repeats import Found, content, joined, short
from corcom.minutes.domain.promises.tasks import Marked
from corcom.minutes.domain.reading import ActionPoint, Chair
from corcom.minutes.domain.said.operative import operative_blocks
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText

_AGREED = Cue(
    r"\b(?:it\s+was\s+(?:also\s+|further\s+|therefore\s+|thus\s+)?(?:agreed|decided|concluded|resolved)\b|(?:committee|meeting|bureau|members|board|group|parties|participants|conference|troika)\s+(?:also\s+|further\s+|then\s+|thus\s+)?"
    r"(?:agreed|decided|resolved|accepted|concluded|instructed|requested|asked|tasked|mandated|invited|entrusted)\b|^\W*(?:agreed|decided)\b|\bdecision\s+[\w/.-]+\s*:)"
)
_LEADING_WORDS = 4
_IS_HELD = re.compile(
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:msp|csp|rc|cop)\b|(?:csp|cop|msp)(?:\s?-?\d{1,2})?\b|review\s+conference\b"
    r"|(?:meeting|session|conference)\s+of\s+(?:the\s+)?(?:(?:conference|meeting)\s+of\s+(?:the\s+)?)?(?:states\s+)?parties\b)"
    r"[^.;]{0,90}?\b(?:held|convened|offered|hosted|take\s+place)\b"
)
_EMPTY = frozenset({"own", "itself", "themse"})
"""Stems that say nothing of a deed: "was working on its own"."""
_HEAVY = frozenset("make set keep hold record put give follow present".split())


def read_action_points(
    minutes: MinutesText,
    voices: Sequence[Voice],
    calendar: Calendar,
    people: People,
    skip: Sequence[tuple[int, int]],
    chair: Chair | None = None,
) -> list[ActionPoint]:
    """The action points in order of place; `skip` holds spans without any (the attendance list)."""
    marked = marked_points(minutes, calendar, people, skip)
    found = [_as_found(minutes, point) for point in marked.points]
    passing: list[Found] = []
    spans = sorted([*skip, *marked.taken])
    zones = Spans(marked.zones)
    operative = operative_blocks(minutes)
    suspects = minutes.sentences_with(_AGREED)
    promising = minutes.sentences_with(TRIGGER) | minutes.sentences_with(TO_BE)
    zone = 0
    for at, sentence in enumerate(minutes.sentences):
        while zone < len(spans) and spans[zone][1] <= sentence.start:
            zone += 1
        if zone < len(spans) and spans[zone][0] <= sentence.start:
            continue
        dated = calendar.between(sentence.start, sentence.end)
        if at not in promising and not dated and minutes.blocks[sentence.block].scheme != "bullet":
            continue
        explicit = sentence.start in zones
        agreed = sentence.block in operative or (
            at in suspects and _AGREED.search(minutes.low, sentence.start, sentence.end) is not None
        )
        passing.extend(_of_sentence(minutes, at, voices[at], calendar, explicit=explicit or agreed, listed=explicit))
    return joined(minutes, found, passing, chair.delegation if chair else None)


def _as_found(minutes: MinutesText, point: Marked) -> Found:
    """A marked action point as it is compared with others."""
    words = minutes.words(point.text_start, point.text_end)
    marked = ActionPoint(
        owner=point.names,
        text=short(words),
        due=point.due.value,
        due_text=point.due.words,
        kind="explicit",
        status="done" if point.done else "open",
        tentative=point.due.tentative,
        evidence=minutes.evidence(point.start, point.end),
        certainty="certain",
    )
    return Found(marked, -1, point.start, point.end, -1, words=content(words))


def _of_sentence(
    minutes: MinutesText, at: int, voice: Voice, calendar: Calendar, *, explicit: bool, listed: bool
) -> list[Found]:
    sentence = minutes.sentences[at]
    said = Utterance(minutes, at, sentence, voice, explicit)
    commitments = commitments_in(said) or imperatives_in(said) or assigned_in(said) or to_be_done(said)
    for one in dated_in(said, calendar.ahead(sentence.start, sentence.end), commitments):
        if commitments and commitments[-1].start < one.start < commitments[-1].end:
            last = commitments[-1]
            own = minutes.low[last.start : one.start].rstrip(" ,;").removesuffix(" and").rstrip(" ,;")
            commitments[-1] = last._replace(end=last.start + len(own))
        commitments.append(one)
    result: list[Found] = []
    for number, one in enumerate(commitments):
        due = due_between(calendar, one.start, one.end)
        if due.words is None and number == 0:
            due = _leading_due(minutes, calendar, sentence.start, one.start)
        if one.past and due.value is None:
            continue
        certainty: Certainty = "certain" if explicit and one.names else "likely"
        if one.tentative or not one.names or one.weak:
            certainty = "doubtful" if not explicit else "likely"
        if (
            explicit
            and (one.base == "meet" or (one.passive and one.base == "hold"))
            and re.search(r"\bnext\s+(?:meet|meeting)\b", minutes.low[sentence.start : one.end])
        ):
            continue
        if not explicit and not _worth(minutes, one, due):
            continue
        section = minutes.section(sentence.block)
        point = ActionPoint(
            owner=one.names,
            text=short(minutes.words(one.start, one.end)),
            due=due.value,
            due_text=due.words,
            kind="explicit" if explicit else "implied",
            tentative=one.tentative or due.tentative,
            conclusion=_concludes(minutes, sentence.start),
            agenda=section.name if section else None,
            evidence=minutes.evidence(sentence.start, sentence.end),
            certainty=certainty,
        )
        result.append(Found(point, at, one.start, one.end, sentence.block, one.base, content(point.text)))
        if listed and number == 0:
            break
    return result


def _leading_due(minutes: MinutesText, calendar: Calendar, start: int, end: int) -> Due:
    """The due date before a promise.

    The sentence opens with it ("On 4 April the Committee would meet again"), or the verb follows it ("would by the end
    of the week distribute"); a date further off belongs to something else.
    """
    mentions = calendar.between(start, end)
    if not mentions:
        return Due(None, None)
    if len(minutes.low[start : mentions[0].start].split()) <= _LEADING_WORDS:
        return due_between(calendar, start, end)
    gap = minutes.low[mentions[-1].end : end].split()
    near = len(gap) <= _LEADING_WORDS and "and" not in gap
    return due_between(calendar, mentions[-1].start, end) if near else Due(None, None)


def _worth(minutes: MinutesText, one: Commitment, due: Due) -> bool:
    """Whether a promise in passing is one that somebody would follow up: that a treaty's own meeting takes place is none."""
    if one.passive and _IS_HELD.match(minutes.low, one.start, one.end):
        return False
    if due.words is None and content(minutes.low[one.start : one.end]) <= _EMPTY:
        return False
    return not (one.passive and one.weak and due.words is None and one.base not in _HEAVY)


def _concludes(minutes: MinutesText, start: int) -> bool:
    return bool(
        re.match(
            r"\W*(?:in\s+conclusion|in\s+concluding|to\s+conclude|in\s+summing\s+up|as\s+a\s+way\s+forward|concluding)",
            minutes.low[start : start + 30],
        )
    )
