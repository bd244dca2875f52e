"""Cues: patterns that are tried only where a word stands without which they cannot match.

Most sentences hold nothing that a finder looks for, and to learn that by trying each pattern on each sentence takes
longer than all else. So one pass of an automaton finds the words that all cues need, and where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import repeat
from operator import sub

import ahocorasick

from corcom.minutes.domain.text.needed_words import first_words, needed_words

_KNOWN: list[Cue] = []
_TAKEN_FOR = {"ı": "i", "İ": "i", "ſ": "s", "K": "k"}
"""Letters that a pattern without regard to case takes for others."""


class Cue:
    """A pattern and the words of which each match has one; a pattern without such words is tried everywhere.

    It searches like the pattern it was made of. `Cues` tells where that is worth trying.
    """

    __slots__ = ("finditer", "match", "number", "regex", "search", "words")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.regex = re.compile(pattern, flags)
        self.search, self.match, self.finditer = self.regex.search, self.regex.match, self.regex.finditer
        self.words = self._words(pattern, flags)
        self.number = len(_KNOWN)
        _KNOWN.append(self)

    def _words(self, pattern: str, flags: int) -> frozenset[str]:
        return needed_words(pattern, flags)


class Opening(Cue):
    """A cue each match of which begins with one of its words, so that it is tried at those places alone."""

    __slots__ = ()

    def _words(self, pattern: str, flags: int) -> frozenset[str]:
        words = first_words(pattern, flags)
        if not words:
            raise ValueError(f"its matches can begin with anything: {pattern}")
        return words


def matches_from(first: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, in order, each of which begins where a letter or sign stands that `first` finds."""
    free = 0
    match = pattern.match
    for hit in first.finditer(text):
        at = hit.start()
        if at >= free and (found := match(text, at)):
            yield found
            free = found.end()


class AnyOf:
    """Several wordings for one thing: a pattern each, on a line of its own, tried only where a word of it stands."""

    __slots__ = ("cues", "number")

    def __init__(self, *wordings: str) -> None:
        self.cues = tuple(Cue(wording) for wording in wordings)
        self.number = self.cues[0].number

    def search(self, text: str, worth: Iterable[int] | None = None) -> re.Match[str] | None:
        """The first match of any wording, of those at one place that of the first; of all or of those `worth` trying."""
        best: re.Match[str] | None = None
        for cue in self.cues if worth is None else map(self.cues.__getitem__, worth):
            found = cue.search(text)
            if found and (best is None or found.start() < best.start()):
                best = found
        return best


class Cues:
    """Where in a text the words of each cue stand: by their last letter, those of an opening by their first."""

    __slots__ = ("_ends", "_low", "_places", "_wordings")

    def __init__(self, low: str) -> None:
        self._low = low
        for odd, letter in _TAKEN_FOR.items():
            low = low.replace(odd, letter)
        numbers, automaton = _automaton(len(_KNOWN))
        ends: list[list[int]] = [[] for _ in numbers]
        for last, number in automaton.iter(low):
            ends[number].append(last)
        self._ends = dict(zip(numbers, ends, strict=True))
        self._places: dict[int, list[int]] = {}
        self._wordings: dict[int, tuple[list[int], list[int]]] = {}

    def places(self, cue: Cue) -> Sequence[int]:
        """Where the words of a cue stand, in order."""
        found = self._places.get(cue.number)
        if found is None:
            found = self._places[cue.number] = []
            for word in cue.words:
                back = len(word) - 1 if isinstance(cue, Opening) else 0
                found += [last - back for last in self._ends[word]] if back else self._ends[word]
            found.sort()
        return found

    def worth_trying(self, wordings: AnyOf, start: int, end: int) -> list[int]:
        """The numbers of the wordings that can match in `start:end`, in order."""
        known = self._wordings.get(wordings.number)
        if known is None:
            pairs = sorted((place, at) for at, cue in enumerate(wordings.cues) for place in self.places(cue))
            known = self._wordings[wordings.number] = [place for place, _ in pairs], [at for _, at in pairs]
        places, numbers = known
        first = bisect_left(places, start)
        if first == len(places) or places[first] >= end:
            return []
        return sorted(set(numbers[first : bisect_left(places, end, first)]))

    def matches(self, opening: Opening, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of an opening in `start:end`, in order, none inside another."""
        places = self.places(opening)
        for at in range(bisect_left(places, start), len(places)):
            if places[at] >= end:
                return
            if places[at] >= start and (found := opening.match(self._low, places[at], end)):
                yield found
                start = found.end()

    def within(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a match of a cue can stand in `start:end`."""
        places = self.places(cue)
        at = bisect_left(places, start)
        return (at < len(places) and places[at] < end) or not cue.words

    def among(self, cue: Cue, starts: Sequence[int]) -> frozenset[int]:
        """Which of the pieces that begin at `starts`, in order, can hold a match of a cue."""
        if not cue.words:
            return frozenset(range(len(starts)))
        numbers = map(bisect_right, repeat(starts), self.places(cue))
        return frozenset(map(sub, numbers, repeat(1))) - {-1}


@cache
def _automaton(known: int) -> tuple[dict[str, int], ahocorasick.Automaton]:
    """The words of the first `known` cues, numbered, and an automaton that finds them by their number."""
    # An automaton of no words is refused.
    numbers = {
        word: at for at, word in enumerate(dict.fromkeys(["\0", *(w for cue in _KNOWN[:known] for w in cue.words)]))
    }
    automaton = ahocorasick.Automaton()
    for word, number in numbers.items():
        automaton.add_word(word, number)
    automaton.make_automaton()
    return numbers, automaton


def with_words_in(low: str, cues: tuple[Cue, ...]) -> set[Cue]:
    """Which of some cues can match in words that are no stretch of a text, or changed since it was laid out."""
    return {cue for _, found in _automaton_of(cues).iter(low) for cue in found}


@cache
def _automaton_of(cues: tuple[Cue, ...]) -> ahocorasick.Automaton:
    """Word → those of some cues that need it."""
    automaton = ahocorasick.Automaton()
    for word in {word for cue in cues for word in cue.words}:
        automaton.add_word(word, tuple(cue for cue in cues if word in cue.words))
    automaton.make_automaton()
    return automaton
