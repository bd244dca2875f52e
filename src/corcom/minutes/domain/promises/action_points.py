"""All action points of a text: those it marks and those promised in passing, each once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

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
from corcom.minutes.domain.promises.strength import DELIVER, PRODUCE
from corcom.minutes.domain.reading import ActionPoint
from corcom.minutes.domain.said.operative import operative_blocks
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText

_AGREED = Cue(
    r"\b(?:it\s+was\s+(?:also\s+|further\s+|therefore\s+|thus\s+)?(?:agreed|decided|concluded|resolved)\b|(?:committee|meeting|bureau|members|board|group|parties|participants|conference|troika)\s+(?:also\s+|further\s+|then\s+|thus\s+)?"
    r"(?:agreed|decided|resolved|accepted|concluded|instructed|requested|asked|tasked|mandated|invited|entrusted)\b|^\W*(?:agreed|decided)\b|\bdecision\s+[\w/.-]+\s*:)"
)
_ANAPHOR = re.compile(r"\b(?:the|this|these|those|such|new|amended|revised|it|them|its|their|same)\b")
_SAME_PAPER = (
    {"draft", "proposal", "text", "paper", "document", "statement", "version", "note"},
    {"letter", "letters"},
    {"meeting", "session", "event", "meetings"},
    {"guidelines", "guideline", "guidance"},
)
_WORD = re.compile(r"[a-z]{3,}")
_NEAR = 150
_LEADING_WORDS = 4
_SHORT_FORM = 0.33
"""The share of common words from which a marked action point may be the short form of a promise."""
_EVERYBODY = frozenset(
    {
        "all",
        "all members",
        "members",
        "committee members",
        "bureau members",
        "delegations",
        "all delegations",
        "all states",
    }
)
_HEAVY = frozenset("make set keep hold record put give follow present".split())
_SMALL = set(
    """
the a an and or of to in on for with by at from as be is are was were will would that this these it its their
they he she not also any all before after next meeting committee
""".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An action point before it is joined with others: its clause, sentence and block."""

    point: ActionPoint
    at: int
    start: int
    end: int
    block: int
    base: str = ""
    words: frozenset[str] = frozenset()
    """The stems of its words, by which it is compared with others."""


class _Said:
    """Action points in order, and by their words: one that has no word of another neither repeats it nor sums it up."""

    def __init__(self, points: Iterable[_Found] = ()) -> None:
        self.all: list[_Found] = []
        self._by_word: dict[str, list[int]] = {}
        for point in points:
            self.add(point)

    def add(self, one: _Found) -> None:
        self.all.append(one)
        for word in one.words:
            self._by_word.setdefault(word, []).append(len(self.all) - 1)

    def replace_last(self, one: _Found) -> None:
        """Put `one` in the place of the last, whose words it has."""
        for word in one.words - self.all[-1].words:
            self._by_word.setdefault(word, []).append(len(self.all) - 1)
        self.all[-1] = one

    def has(self, one: _Found, *, least: float = 0.75, same_day: float = 0.5) -> bool:
        """Whether one of the last `_NEAR` says what `one` says; one without words says what any says."""
        size = len(one.words)
        if not size:
            return bool(self.all)
        for at, common in self._alike(one).items():
            overlap = common / min(size, len(self.all[at].words))
            if overlap >= same_day and _repeats(self.all[at], one, overlap, least):
                return True
        return False

    def sum_up(self, one: _Found) -> bool:
        """Whether one of the last `_NEAR` is the short form of `one`."""
        size = len(one.words)
        for at, common in self._alike(one).items():
            if common >= max(1, min(size, len(self.all[at].words)) * _SHORT_FORM) and _sums_up(self.all[at], one):
                return True
        return False

    def _alike(self, one: _Found) -> Counter[int]:
        """Those of the last `_NEAR` with a word of `one`, by their place, and how many words that are."""
        first = len(self.all) - _NEAR
        alike: list[int] = []
        for word in one.words:
            places = self._by_word.get(word)
            if places and places[-1] >= first:
                alike += places[bisect_left(places, first) :]
        return Counter(alike)


def read_action_points(
    minutes: MinutesText, voices: Sequence[Voice], calendar: Calendar, people: People, skip: Sequence[tuple[int, int]]
) -> list[ActionPoint]:
    """The action points in order of place; `skip` holds spans without any (the attendance list)."""
    marked = marked_points(minutes, calendar, people, skip)
    found = [
        _Found(
            ActionPoint(
                owner=point.names,
                text=_short(minutes.words(point.text_start, point.text_end)),
                due=point.due.value,
                due_text=point.due.words,
                kind="explicit",
                status="done" if point.done else "open",
                tentative=point.due.tentative,
                evidence=minutes.evidence(point.start, point.end),
                certainty="certain",
            ),
            -1,
            point.start,
            point.end,
            -1,
            words=_content(minutes.words(point.text_start, point.text_end)),
        )
        for point in marked.points
    ]
    passing: list[_Found] = []
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
    return _joined(minutes, found, passing)


def _of_sentence(
    minutes: MinutesText, at: int, voice: Voice, calendar: Calendar, *, explicit: bool, listed: bool
) -> list[_Found]:
    sentence = minutes.sentences[at]
    said = Utterance(minutes, at, sentence, voice, explicit)
    commitments = commitments_in(said) or imperatives_in(said) or assigned_in(said) or to_be_done(said)
    for one in dated_in(said, calendar.ahead(sentence.start, sentence.end), commitments):
        if commitments and commitments[-1].start < one.start < commitments[-1].end:
            last = commitments[-1]
            own = minutes.low[last.start : one.start].rstrip(" ,;").removesuffix(" and").rstrip(" ,;")
            commitments[-1] = last._replace(end=last.start + len(own))
        commitments.append(one)
    result: list[_Found] = []
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
        if not explicit and not _worth(one, due):
            continue
        section = minutes.section(sentence.block)
        point = ActionPoint(
            owner=one.names,
            text=_short(minutes.words(one.start, one.end)),
            due=due.value,
            due_text=due.words,
            kind="explicit" if explicit else "implied",
            tentative=one.tentative or due.tentative,
            conclusion=_concludes(minutes, sentence.start),
            agenda=section.name if section else None,
            evidence=minutes.evidence(sentence.start, sentence.end),
            certainty=certainty,
        )
        result.append(_Found(point, at, one.start, one.end, sentence.block, one.base, _content(point.text)))
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


def _worth(one: Commitment, due: Due) -> bool:
    """Whether a promise in passing is one that somebody would follow up."""
    return not (one.passive and one.weak and due.words is None and one.base not in _HEAVY)


def _concludes(minutes: MinutesText, start: int) -> bool:
    return bool(
        re.match(
            r"\W*(?:in\s+conclusion|in\s+concluding|to\s+conclude|in\s+summing\s+up|as\s+a\s+way\s+forward|concluding)",
            minutes.low[start : start + 30],
        )
    )


def _short(text: str) -> str:
    return text.strip(" ,;:.-–—") if len(text) <= 400 else text[:400].rsplit(" ", 1)[0]


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in _WORD.findall(text.lower()) if word not in _SMALL)


def _joined(minutes: MinutesText, marked: list[_Found], passing: list[_Found]) -> list[ActionPoint]:
    """Join what says the same: a promise and its marked form, and one that goes on about the same paper.

    Each is compared with those of the `_NEAR` before it, and of the marked ones of the text's last lists, that have a word
    in common with it, so that the work grows with the length of the text and not with its square; no record of one
    meeting comes near that number.
    """
    kept = _Said()
    lists = _Said(marked[-_NEAR:])
    for one in passing:
        if kept.all and _goes_on(kept.all[-1], one):
            kept.replace_last(_together(kept.all[-1], one))
        elif not lists.has(one, same_day=0.2) and not kept.has(one):
            kept.add(one)
    promises = kept.all
    if len(marked) >= 3:
        # A list at the end says again, in short, what was promised above.
        promises = [one for one in promises if one.point.kind == "explicit" or not lists.sum_up(one)]
    single = _Said()
    for one in marked:
        if not single.has(one, least=0.8):
            single.add(one)
    points = sorted([*single.all, *promises], key=lambda found: found.start)
    return _with_sections(minutes, points)


def _with_sections(minutes: MinutesText, points: Sequence[_Found]) -> list[ActionPoint]:
    """The points with the agenda item under which each stands."""
    sections = minutes.outline.sections
    starts = [section.start for section in sections]
    result: list[ActionPoint] = []
    for found in points:
        at = bisect_right(starts, found.start) - 1
        known = found.point.agenda is not None or at < 0
        result.append(found.point if known else replace(found.point, agenda=sections[at].name))
    return result


def _goes_on(before: _Found, one: _Found) -> bool:
    """Whether a promise carries on the one before it: same owners, same paragraph, about a paper already named."""
    if before.block != one.block or one.at - before.at > 2 or before.at == one.at:
        return False
    owners, others = set(before.point.owner), set(one.point.owner)
    if owners and others and owners != others:
        return False
    if before.point.kind == "explicit" and one.point.kind == "explicit" and owners == others:
        return True
    words, later = (
        set(re.findall(r"[a-z]+", before.point.text.lower())),
        set(re.findall(r"[a-z]+", one.point.text.lower())),
    )
    same = any(words & kinds and later & kinds for kinds in _SAME_PAPER)
    chained = before.base == one.base or (before.base in PRODUCE and one.base in DELIVER)
    return same and chained and bool(_ANAPHOR.search(one.point.text.lower()[:60]))


def _together(before: _Found, one: _Found) -> _Found:
    text = _short(f"{before.point.text}; {one.point.text}")
    first = before.point
    due = first.due or one.point.due
    keep_first = first.due is not None or one.point.due is None
    point = replace(
        first,
        text=text,
        due=due,
        due_text=first.due_text if keep_first else one.point.due_text,
        owner=first.owner or one.point.owner,
        tentative=first.tentative,
        evidence=first.evidence if keep_first else one.point.evidence,
    )
    return _Found(point, one.at, before.start, one.end, one.block, one.base, before.words | one.words)


def _sums_up(other: _Found, one: _Found) -> bool:
    """Whether a marked action point with words of a promise is its short form: same owner, days that agree."""
    if one.point.due and other.point.due and one.point.due != other.point.due:
        return False
    return _same_owner(one, other)


def _same_owner(one: _Found, other: _Found) -> bool:
    """Whether two have an owner in common; everybody is the same however they are called."""
    return not _owners(one).isdisjoint(_owners(other))


def _owners(one: _Found) -> set[str]:
    return {"members" if name.lower() in _EVERYBODY else name for name in one.point.owner}


def _repeats(other: _Found, one: _Found, overlap: float, least: float) -> bool:
    """Whether `one` says again what `other` says, with the same owner or day; `overlap` is the share of common words."""
    on_one_day = bool(one.point.due) and one.point.due == other.point.due and least < 0.8
    if overlap < least and not on_one_day:
        return False
    return not one.point.owner or not other.point.owner or _same_owner(one, other)
