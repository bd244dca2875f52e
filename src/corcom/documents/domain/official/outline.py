"""How deep each heading stands in the outline of a document, which may skip no level."""

from __future__ import annotations

from collections.abc import Iterable

from corcom.documents.domain.official.parts import Heading, Part


def depths(content: Iterable[Part]) -> list[int]:
    """The depth of each part that is a heading, 0 for every other.

    It is how many headings of higher levels it stands under, whatever it looks like: whoever goes from heading to heading
    through a tagged document finds no gap (PDF/UA-1, 7.4.2).

    >>> depths([Heading("May", 2), Heading("June", 2), Heading("Annex"), Heading("A", 2)])
    [1, 1, 1, 2]
    """
    found: list[int] = []
    above: list[int] = []
    for part in content:
        if not isinstance(part, Heading):
            found.append(0)
            continue
        while above and above[-1] >= part.level:
            above.pop()
        above.append(part.level)
        found.append(len(above))
    return found
