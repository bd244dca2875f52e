"""Cues: patterns that are tried only where a word stands without which they cannot match.

Most sentences hold nothing that a finder looks for, and to learn that by trying each pattern on each sentence takes
longer than all else. So one pass of an automaton finds the words that all cues need, and where they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

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


class Cues:
    """Where in a text the words of each cue stand: by their last letter, those of an opening by their first."""

    __slots__ = ("_low", "_places")

    def __init__(self, low: str) -> None:
        self._low = low
        places: list[list[int]] = [[] for _ in _KNOWN]
        for odd, letter in _TAKEN_FOR.items():
            low = low.replace(odd, letter)
        for last, wanted in _automaton(len(_KNOWN)).iter(low):
            for number, back in wanted:
                places[number].append(last - back)
        for cue in _KNOWN:
            if isinstance(cue, Opening):
                places[cue.number].sort()
        self._places = places

    def places(self, cue: Cue) -> Sequence[int]:
        """Where the words of a cue stand, in order."""
        return self._places[cue.number]

    def matches(self, opening: Opening, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches of an opening in `start:end`, in order, none inside another."""
        places = self._places[opening.number]
        for at in range(bisect_left(places, start), len(places)):
            if places[at] >= end:
                return
            if places[at] >= start and (found := opening.match(self._low, places[at], end)):
                yield found
                start = found.end()

    def within(self, cue: Cue, start: int, end: int) -> bool:
        """Whether a match of a cue can stand in `start:end`."""
        places = self._places[cue.number]
        at = bisect_left(places, start)
        return (at < len(places) and places[at] < end) or not cue.words

    def among(self, cue: Cue, starts: Sequence[int]) -> frozenset[int]:
        """Which of the pieces that begin at `starts`, in order, can hold a match of a cue."""
        if not cue.words:
            return frozenset(range(len(starts)))
        return frozenset(bisect_right(starts, place) - 1 for place in self._places[cue.number])


@cache
def _automaton(known: int) -> ahocorasick.Automaton:
    """Word → the numbers of the cues that need it, of the first `known`, and how far before its last letter they want it."""
    wanted: dict[str, list[tuple[int, int]]] = {"\0": []}  # an automaton of no words is refused
    for cue in _KNOWN[:known]:
        for word in cue.words:
            back = len(word) - 1 if isinstance(cue, Opening) else 0
            wanted.setdefault(word, []).append((cue.number, back))
    automaton = ahocorasick.Automaton()
    for word, numbers in wanted.items():
        automaton.add_word(word, tuple(numbers))
    automaton.make_automaton()
    return automaton
