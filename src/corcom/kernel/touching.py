"""Where several wordings of one text change the same words, or words between which no other one stands.

"15 June" and "1 July" for "1 June" touch, though each changes another word: nobody asked for "15 July".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corcom.kernel.wordwise import Edit


@dataclass(frozen=True, slots=True)
class Cluster:
    """Words `start` to `end` (before the second), and the edits there that touch, each with the place of its wording.

    Between two clusters a word stands that nobody changed. `edits` are in their order.
    """

    start: int
    end: int
    edits: tuple[tuple[int, Edit], ...]

    @property
    def wordings(self) -> frozenset[int]:
        """The places of the wordings that change something here."""
        return frozenset(place for place, _edit in self.edits)


def clusters(words: Sequence[str], wordings: Sequence[Sequence[Edit]]) -> Iterator[Cluster]:
    """The edits of all wordings of the words, put together where they touch; in their order."""
    on = _next_words(words)
    several: list[tuple[int, Edit]] = []
    end = 0
    for place, edit in _in_order(wordings):
        if several and edit.start > on[end]:
            yield Cluster(several[0][1].start, end, tuple(several))
            several = []
        end = max(end, edit.end) if several else edit.end
        several.append((place, edit))
    if several:
        yield Cluster(several[0][1].start, end, tuple(several))


def colliding(words: Sequence[str], wordings: Sequence[Sequence[Edit]]) -> tuple[tuple[int, int], ...]:
    """The pairs of wordings, by their places, of which one has an edit that touches another edit of the other."""
    on = _next_words(words)
    ordered = _in_order(wordings)
    found = set()
    for at, (one, mine) in enumerate(ordered, start=1):
        for later in range(at, len(ordered)):
            other, theirs = ordered[later]
            if theirs.start > on[mine.end]:
                break
            if one != other and mine != theirs:
                found.add((min(one, other), max(one, other)))
    return tuple(sorted(found))


def _in_order(wordings: Sequence[Sequence[Edit]]) -> list[tuple[int, Edit]]:
    edits = [(place, edit) for place, each in enumerate(wordings) for edit in each]
    return sorted(edits, key=lambda one: (one[1].start, one[1].end))


def _next_words(words: Sequence[str]) -> list[int]:
    """For each place between words, the next one at which a word stands that is no blank."""
    on = [len(words)] * (len(words) + 1)
    for place in range(len(words) - 1, -1, -1):
        on[place] = on[place + 1] if words[place].isspace() else place
    return on
