"""Places of words in a text, and the words before a place: both cheaper than one pattern over all of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import ahocorasick

_REACH = 72
_OPENING = "(\"'[/"


def word_set(text: str) -> frozenset[str]:
    """The words of a text, to look others up in.

    >>> sorted(word_set("next last"))
    ['last', 'next']
    """
    return frozenset(text.split())


@cache
def _automaton(words: tuple[str, ...]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, (len(word) - 1, word))
    automaton.make_automaton()
    return automaton


def places(plain: str, words: tuple[str, ...], start: int, end: int) -> list[tuple[int, str]]:
    """Where any of `words` stands in `plain[start:end]`, in order; none of them may overlap itself.

    >>> places("next week or the week after", ("week", "month"), 0, 27)
    [(5, 'week'), (17, 'week')]
    """
    found = [(last - before, word) for last, (before, word) in _automaton(words).iter(plain, start, end)]
    found.sort()
    return found


class WordsBefore:
    """The last few words before a place; `take` moves the place before the last of them.

    >>> lead = WordsBefore("no later than 5 December", 14)
    >>> lead.last, lead.take(2), lead.at, lead.last
    ('than', 'later than', 3, 'no')
    """

    __slots__ = ("_exact", "_low", "_pending", "_place", "_plain", "words")

    def __init__(self, plain: str, at: int, low: int = 0) -> None:
        """Words in `plain[low:at]`, at most 72 characters back and not across a line end; none is cut."""
        start = max(low, at - _REACH)
        line = plain.rfind("\n", start, at) + 1
        segment = plain[max(start, line) : at]
        exact, words = segment.split(), segment.lower().split()
        if words and start > line and start > low and not plain[start - 1].isspace() and not segment[0].isspace():
            del exact[0], words[0]
        self.words = words
        """In lower case, as they stand, with brackets and marks."""
        self._plain, self._place, self._low, self._exact, self._pending = plain, at, start, exact, 0

    @property
    def at(self) -> int:
        """Where the words taken so far begin; a bracket or quote before the first of them stays outside."""
        for _ in range(self._pending):
            word = self._exact.pop()
            self._place = self._plain.rindex(word, self._low, self._place)
            self._pending -= 1
            if not self._pending:
                self._place += len(word) - len(word.lstrip(_OPENING))
        return self._place

    @property
    def last(self) -> str:
        """The last word without a bracket or quote before it; empty if there is none."""
        return self.words[-1].lstrip(_OPENING) if self.words else ""

    def back(self, number: int) -> str:
        """The last `number` words, joined by single spaces; empty if there are fewer."""
        if len(self.words) < number:
            return ""
        return " ".join(self.words[-number:]).lstrip(_OPENING)

    def take(self, number: int = 1) -> str:
        """Move before the last `number` words, and give them."""
        taken = self.back(number)
        del self.words[-number:]
        self._pending += number
        return taken

    def longest(self, phrases: dict[str, list[str]]) -> str:
        """The first phrase, of those kept by their last word, that ends the words, taken; empty if there is none."""
        for phrase in phrases.get(self.last, ()):
            size = phrase.count(" ") + 1
            if size == 1 or self.back(size) == phrase:
                return self.take(size)
        return ""


def by_last_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Phrases by their last word, longest first, for `WordsBefore.longest`.

    >>> by_last_word(["by", "due by"])
    {'by': ['due by', 'by']}
    """
    kept: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda each: -len(each.split())):
        kept.setdefault(phrase.split()[-1], []).append(phrase)
    return kept
