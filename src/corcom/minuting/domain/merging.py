"""Two people changed one text: what both say together, word by word, and where each says something else.

What can be put together is, also where the two collide elsewhere in the same text.
"""

from __future__ import annotations

from dataclasses import dataclass

from corcom.kernel.touching import clusters
from corcom.kernel.wordwise import applied, edits, words_of

MINE, THEIRS = 0, 1


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
    parts: list[str] = []
    collisions = []
    at = 0
    for one in clusters(words, [edits(words, words_of(after)) for after in (mine, theirs)]):
        own, other = (
            applied(words, [edit for place, edit in one.edits if place == side], start=one.start, end=one.end)
            for side in (MINE, THEIRS)
        )
        if len(one.wordings) > 1 and own != other:
            collisions.append(Collision(before="".join(words[one.start : one.end]), mine=own, theirs=other))
        parts += [*words[at : one.start], own if MINE in one.wordings else other]
        at = one.end
    return Merged(text="".join([*parts, *words[at:]]), collisions=tuple(collisions))
