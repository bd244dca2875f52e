"""Places of words in a text, and the words before a place: both cheaper than one pattern over all of it."""

from __future__ import annotations

from collections.abc import Iterable

_REACH = 72


def places(plain: str, words: Iterable[str], start: int, end: int) -> list[tuple[int, str]]:
    """Where any of `words` stands in `plain[start:end]`, in order.

    >>> places("next week or the week after", ["week", "month"], 0, 27)
    [(5, 'week'), (17, 'week')]
    """
    found = []
    for word in words:
        at = plain.find(word, start, end)
        while at >= 0:
            found.append((at, word))
            at = plain.find(word, at + len(word), end)
    found.sort()
    return found


class WordsBefore:
    """The last few words before a place; `take` moves the place before the last of them.

    >>> lead = WordsBefore("no later than 5 December", 14)
    >>> lead.last, lead.take(2), lead.at, lead.last
    ('than', 'later than', 3, 'no')
    """

    __slots__ = ("_low", "at", "plain", "words")

    def __init__(self, plain: str, at: int, low: int = 0) -> None:
        """Words in `plain[low:at]`, at most 72 characters back and not across a line end; none is cut."""
        start = max(low, at - _REACH)
        line = plain.rfind("\n", start, at) + 1
        words = plain[max(start, line) : at].split()
        if words and start > line and start > low and not plain[start - 1].isspace() and not plain[start].isspace():
            del words[0]
        self.plain, self.at, self.words, self._low = plain, at, words, start

    @property
    def last(self) -> str:
        """The last word in lower case, without a bracket or quote before it; empty if there is none."""
        return self.words[-1].lstrip("(\"'[").lower() if self.words else ""

    def back(self, number: int) -> str:
        """The last `number` words in lower case, joined by single spaces; empty if there are fewer."""
        if len(self.words) < number:
            return ""
        return " ".join(self.words[-number:]).lstrip("(\"'[").lower()

    def take(self, number: int = 1) -> str:
        """Move before the last `number` words, and give them in lower case."""
        taken = self.back(number)
        for _ in range(number):
            word = self.words.pop()
            self.at = self.plain.rindex(word, self._low, self.at)
        self.at += len(word) - len(word.lstrip("(\"'["))
        return taken
