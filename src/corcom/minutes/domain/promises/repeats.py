"""Promises that say the same: each stands once in the record, in its better words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from corcom.kernel.calendar import latest
from corcom.minutes.domain.promises.strength import DELIVER, PRODUCE
from corcom.minutes.domain.reading import ActionPoint
from corcom.minutes.domain.text.minutes_text import MinutesText

_ANAPHOR = re.compile(r"\b(?:the|this|these|those|such|new|amended|revised|it|them|its|their|same)\b")
_SAME_PAPER = (
    {"draft", "proposal", "text", "paper", "document", "statement", "version", "note"},
    {"letter", "letters"},
    {"meeting", "session", "event", "meetings"},
    {"guidelines", "guideline", "guidance"},
)
_WORD = re.compile(r"[a-z]{3,}")
_NEAR = 150
_SHORT_FORM = 0.33
"""The share of common words from which a marked action point may be the short form of a promise."""
_ALIKE = 0.8
"""The share of common words from which two marked action points are one."""
_MUCH = 0.5
"""The share of common words from which the day of one promise is that of the other too."""
_FEWEST = 3
"""How many marked action points are a list that says again, in short, what was promised anywhere above."""
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
_SHORTEST = 3
_SMALL = set(
    """
the a an and or of to in on for with by at from as be is are was were will would that this these it its their
they he she not also any all before after next meeting committee
""".split()
)


class Found(NamedTuple):
    """An action point before it is joined with others: its clause, sentence and block."""

    point: ActionPoint
    at: int
    start: int
    end: int
    block: int
    base: str = ""
    words: frozenset[str] = frozenset()
    """The stems of its words, by which it is compared with others."""
    section: int = -1
    owners: frozenset[str] = frozenset()
    """Its owners under one name each, however they are called."""


class _Said:
    """Action points in order, and by their words: one that has no word of another neither repeats it nor sums it up."""

    def __init__(self, points: Iterable[Found] = ()) -> None:
        self.all: list[Found] = []
        self._by_word: dict[str, list[int]] = {}
        for point in points:
            self.add(point)

    def add(self, one: Found) -> None:
        self.all.append(one)
        for word in one.words:
            self._by_word.setdefault(word, []).append(len(self.all) - 1)

    def replace_last(self, one: Found) -> None:
        """Put `one` in the place of the last, whose words it has."""
        for word in one.words - self.all[-1].words:
            self._by_word.setdefault(word, []).append(len(self.all) - 1)
        self.all[-1] = one

    def improve(self, at: int, other: Found) -> None:
        """Put the better of two that say the same in the place of the first, by whose words it is found."""
        if not other.words:
            return
        self.all[at] = _better(self.all[at], other)._replace(words=self.all[at].words)

    def repeated_by(self, one: Found, *, least: float = 0.75, same_day: float = 0.5) -> int | None:
        """Which of the last `_NEAR` says what `one` says; one without words says what any says."""
        size = len(one.words)
        if not size:
            return len(self.all) - 1 if self.all else None
        for at, common in self._alike(one).items():
            overlap = common / min(size, len(self.all[at].words))
            if overlap >= same_day and _repeats(self.all[at], one, overlap, least):
                return at
        return None

    def summed_up_by(self, one: Found, *, anywhere: bool) -> tuple[int, float] | None:
        """Which of the last `_NEAR` is the short form of `one`, and their share of common words.

        It stands under the same heading, unless `anywhere`.
        """
        size = len(one.words)
        for at, common in self._alike(one).items():
            other = self.all[at]
            least = min(size, len(other.words))
            beside = anywhere or (one.section == other.section and len(one.words & other.words) > 1)
            if beside and common >= max(1, least * _SHORT_FORM) and _sums_up(other, one):
                return at, common / least
        return None

    def _alike(self, one: Found) -> Counter[int]:
        """Those of the last `_NEAR` with a word of `one`, by their place, and how many words that are."""
        first = len(self.all) - _NEAR
        alike: list[int] = []
        for word in one.words:
            places = self._by_word.get(word)
            if places and places[-1] >= first:
                alike += places[bisect_left(places, first) :]
        return Counter(alike)


def joined(
    minutes: MinutesText, marked: Iterable[Found], passing: Iterable[Found], presiding: str | None
) -> list[ActionPoint]:
    """Join what says the same: a promise and its marked form, and one that goes on about the same paper.

    Each is compared with those of the `_NEAR` before it, and of the marked ones of the text's last lists, that have a word
    in common with it, so that the work grows with the length of the text and not with its square; no record of one
    meeting comes near that number. `presiding` is the delegation that is "the President" of the text.
    """
    starts = [section.start for section in minutes.outline.sections]
    listed, said = ([_placed(one, starts, presiding) for one in ones] for ones in (marked, passing))
    lists = _Said(listed[-_NEAR:])
    promises = _not_listed(lists, said)
    single = _Said()
    for one in [*listed[:-_NEAR], *lists.all]:
        at = single.repeated_by(one, least=_ALIKE)
        if at is None:
            single.add(one)
        else:
            single.improve(at, one)
    return _with_sections(minutes, sorted([*single.all, *promises], key=lambda found: found.start))


def _not_listed(lists: _Said, passing: Iterable[Found]) -> list[Found]:
    """The promises in passing that no list says again, each once; what they know more of a listed one goes to it."""
    kept = _Said()
    for one in passing:
        if kept.all and _goes_on(kept.all[-1], one):
            kept.replace_last(_together(kept.all[-1], one))
        elif (at := lists.repeated_by(one, same_day=0.2)) is not None:
            lists.improve(at, one)
        elif (at := kept.repeated_by(one)) is None:
            kept.add(one)
        else:
            kept.improve(at, one)
    promises: list[Found] = []
    for one in kept.all:
        # A list at the end says again, in short, what was promised above.
        short = None
        if one.point.kind != "explicit":
            short = lists.summed_up_by(one, anywhere=len(lists.all) >= _FEWEST)
        if short is None:
            promises.append(one)
        elif short[1] >= _MUCH:
            lists.improve(short[0], one)
    return promises


def _placed(one: Found, sections: Sequence[int], presiding: str | None) -> Found:
    """A promise with the heading it stands under and its owners under one name each."""
    owners = frozenset(_one_name(name, presiding) for name in one.point.owner)
    return one._replace(section=bisect_right(sections, one.start) - 1, owners=owners)


def _one_name(name: str, presiding: str | None) -> str:
    low = name.lower()
    if low in _EVERYBODY:
        return "members"
    if name == presiding:
        return "President"
    return "secretariat" if low.endswith("secretariat") else name


def _better(one: Found, other: Found) -> Found:
    """Of two that say the same the one with a day, else the first; marked if one of them is, owned by whom one names."""
    dated = one.point.due is None and other.point.due is not None
    best, rest = (other, one) if dated else (one, other)
    marked = next((found.point for found in (one, other) if found.point.kind == "explicit"), best.point)
    owner = (one.point.owner if dated else best.point.owner) or rest.point.owner
    done = "done" if "done" in {one.point.status, other.point.status} else best.point.status
    point = replace(best.point, owner=owner, kind=marked.kind, certainty=marked.certainty, status=done)
    return best._replace(point=point, owners=best.owners or rest.owners)


def _with_sections(minutes: MinutesText, points: Sequence[Found]) -> list[ActionPoint]:
    """The points with the agenda item under which each stands."""
    sections = minutes.outline.sections
    starts = [section.start for section in sections]
    result: list[ActionPoint] = []
    for found in points:
        at = bisect_right(starts, found.start) - 1
        known = found.point.agenda is not None or at < 0
        result.append(found.point if known else replace(found.point, agenda=sections[at].name))
    return result


def _goes_on(before: Found, one: Found) -> bool:
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


def _together(before: Found, one: Found) -> Found:
    text = short(f"{before.point.text}; {one.point.text}")
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
    words = before.words | one.words
    return one._replace(point=point, start=before.start, words=words, owners=before.owners or one.owners)


def _sums_up(other: Found, one: Found) -> bool:
    """Whether a marked action point with words of a promise is its short form: same owner, days that agree."""
    if one.point.due and other.point.due and not _on_one_day(one.point.due, other.point.due):
        return False
    return not one.owners.isdisjoint(other.owners)


def _repeats(other: Found, one: Found, overlap: float, least: float) -> bool:
    """Whether `one` says again what `other` says, with the same owner or day; `overlap` is the share of common words."""
    on_one_day = bool(one.point.due) and one.point.due == other.point.due and least < _ALIKE
    if overlap < least and not on_one_day:
        return False
    return not one.owners or not other.owners or not one.owners.isdisjoint(other.owners)


def _on_one_day(one: str | None, other: str | None) -> bool:
    """Whether two due dates are one, be one of them coarser: "by the end of May" and "31 May"."""
    if not one or not other:
        return False
    return one.startswith(other) or other.startswith(one) or latest(one) == latest(other)


def short(text: str) -> str:
    """The words of a promise without marks at their ends, cut at a length."""
    return text.strip(" ,;:.-–—") if len(text) <= 400 else text[:400].rsplit(" ", 1)[0]


def content(text: str) -> frozenset[str]:
    """The stems of the words that tell a promise from others."""
    return frozenset(
        word[:-1][:6] if word[-1] == "s" and word[-2] != "s" and len(word) > _SHORTEST else word[:6]
        for word in _WORD.findall(text.lower())
        if word not in _SMALL
    )
