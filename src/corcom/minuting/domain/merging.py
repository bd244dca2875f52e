"""Two people changed one text: what both say together, word by word, and where each says something else.

A word is taken with the white space before it, so that adding words at an end changes none that stand there already. A
Chinese character is a word of its own. Texts are of one paragraph; the time grows with the length of what changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s*(?:[㐀-鿿]|[^\W㐀-鿿]+|[^\w\s])|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collision:
    """A place where both wrote something else: the words that stood there, and those of each."""

    before: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """`text` has the changes of both; at a collision it has mine, for somebody to choose."""

    text: str
    collisions: tuple[Collision, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a comparison: the same in both, only in the earlier text, or only in the later."""

    kind: Literal["same", "removed", "added"]
    text: str


@dataclass(frozen=True, slots=True)
class _Change:
    """Words `start:end` of the text before became `words`."""

    start: int
    end: int
    words: tuple[str, ...]
    mine: bool


def merged(before: str, mine: str, theirs: str) -> Merged:
    """Merge two changes of a text.

    >>> merged("It was agreed.", "It was agreed to meet.", "It was then agreed.").text
    'It was then agreed to meet.'
    >>> merged("by May", "by June", "by July")
    Merged(text='by June', collisions=(Collision(before=' May', mine=' June', theirs=' July'),))
    """
    if mine in (theirs, before):
        return Merged(text=theirs)
    if theirs == before:
        return Merged(text=mine)
    words = _words(before)
    changes = [*_changes(words, mine, mine=True), *_changes(words, theirs, mine=False)]
    parts: list[str] = []
    collisions = []
    at = 0
    for start, end, group in _grouped(changes):
        parts += words[at:start]
        versions = [_applied(words, start, end, [one for one in group if one.mine is own]) for own in (True, False)]
        touched = {one.mine for one in group}
        if touched == {True, False} and versions[0] != versions[1]:
            collisions.append(Collision(before="".join(words[start:end]), mine=versions[0], theirs=versions[1]))
        parts.append(versions[0] if True in touched else versions[1])
        at = end
    return Merged(text="".join([*parts, *words[at:]]), collisions=tuple(collisions))


def compared(before: str, after: str) -> tuple[Part, ...]:
    """What became of a text, in the order in which it is read.

    >>> [(one.kind, one.text) for one in compared("by May", "by June")]
    [('same', 'by'), ('removed', ' May'), ('added', ' June')]
    """
    old, new = _words(before), _words(after)
    parts: list[Part] = []
    for _tag, a, b, c, d in _opcodes(old, new):
        if old[a:b] == new[c:d]:
            parts.append(Part("same", "".join(old[a:b])))
            continue
        parts += [Part("removed", "".join(old[a:b]))] if b > a else []
        parts += [Part("added", "".join(new[c:d]))] if d > c else []
    return tuple(parts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _changes(words: Sequence[str], after: str, *, mine: bool) -> Iterator[_Change]:
    new = _words(after)
    for tag, a, b, c, d in _opcodes(words, new):
        if tag != "equal":
            yield _Change(a, b, tuple(new[c:d]), mine)


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """As `difflib` has them; what is the same at both ends is set aside first, because it is most of a text."""
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    a, b = len(old) - last, len(new) - last
    middle = SequenceMatcher(None, old[first:a], new[first:b], autojunk=False).get_opcodes()
    return [
        *([("equal", 0, first, 0, first)] if first else []),
        *((tag, i + first, j + first, k + first, m + first) for tag, i, j, k, m in middle),
        *([("equal", a, len(old), b, len(new))] if last else []),
    ]


def _grouped(changes: Sequence[_Change]) -> Iterator[tuple[int, int, list[_Change]]]:
    """The changes that touch each other together, with the words that they span."""
    group: list[_Change] = []
    end = -1
    for one in sorted(changes, key=lambda each: (each.start, each.end)):
        if group and one.start > end:
            yield group[0].start, end, group
            group = []
        end = max(end, one.end) if group else one.end
        group.append(one)
    if group:
        yield group[0].start, end, group


def _applied(words: Sequence[str], start: int, end: int, changes: Sequence[_Change]) -> str:
    """The words `start:end` as one of the two made them."""
    parts: list[str] = []
    at = start
    for one in changes:
        parts += [*words[at : one.start], *one.words]
        at = one.end
    return "".join([*parts, *words[at:end]])
