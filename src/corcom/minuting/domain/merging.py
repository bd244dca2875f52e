"""Two people changed one text: what both say together, word by word, and where each says something else.

What can be put together is, also where the two collide elsewhere in the same text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corcom.kernel.wordwise import edits, words_of


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
    >>> merged("by 1 June", "by 15 June", "by 1 July").collisions  # nobody asked for 15 July
    (Collision(before='1 June', mine='15 June', theirs='1 July'),)
    >>> merged("by May", "by June", "by July")
    Merged(text='by June', collisions=(Collision(before='May', mine='June', theirs='July'),))
    """
    if mine in (theirs, before):
        return Merged(text=theirs)
    if theirs == before:
        return Merged(text=mine)
    words = words_of(before)
    changes = [
        _Change(edit.start, edit.end, edit.new, mine=own)
        for own, after in ((True, mine), (False, theirs))
        for edit in edits(words, words_of(after))
    ]
    parts: list[str] = []
    collisions = []
    at = 0
    for start, end, group in _grouped(words, changes):
        parts += words[at:start]
        versions = [_applied(words, start, end, [one for one in group if one.mine is own]) for own in (True, False)]
        touched = {one.mine for one in group}
        if touched == {True, False} and versions[0] != versions[1]:
            collisions.append(Collision(before="".join(words[start:end]), mine=versions[0], theirs=versions[1]))
        parts.append(versions[0] if True in touched else versions[1])
        at = end
    return Merged(text="".join([*parts, *words[at:]]), collisions=tuple(collisions))


def _grouped(words: Sequence[str], changes: Sequence[_Change]) -> Iterator[tuple[int, int, list[_Change]]]:
    """The changes between which no word stands together, with the words that they span."""
    group: list[_Change] = []
    end = -1
    for one in sorted(changes, key=lambda each: (each.start, each.end)):
        if group and one.start > _over_blanks(words, end):
            yield group[0].start, end, group
            group = []
        end = max(end, one.end) if group else one.end
        group.append(one)
    if group:
        yield group[0].start, end, group


def _over_blanks(words: Sequence[str], place: int) -> int:
    """The next place at which a word stands that is no blank."""
    while place < len(words) and words[place].isspace():
        place += 1
    return place


def _applied(words: Sequence[str], start: int, end: int, changes: Sequence[_Change]) -> str:
    """The words `start:end` as one of the two made them."""
    parts: list[str] = []
    at = start
    for one in changes:
        parts += [*words[at : one.start], *one.words]
        at = one.end
    return "".join([*parts, *words[at:end]])
