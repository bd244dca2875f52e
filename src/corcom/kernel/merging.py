"""Two people changed the same values at once: what both say together, and where somebody has to choose."""

from __future__ import annotations

from collections.abc import Mapping


def merged(
    before: Mapping[str, object], mine: Mapping[str, object], theirs: Mapping[str, object]
) -> tuple[dict[str, object], tuple[str, ...]]:
    """Two people changed the same values: what both say together, and the keys on which they differ.

    A key that only one of them changed is taken from that one; where both did, mine stands in the answer and the key is
    named, for somebody to choose.

    >>> merged({"title": "A", "minutes": 5}, {"title": "B", "minutes": 5}, {"title": "A", "minutes": 10})
    ({'title': 'B', 'minutes': 10}, ())
    """
    together: dict[str, object] = {}
    differ = []
    for key, old in before.items():
        both_changed = mine[key] not in (old, theirs[key]) and theirs[key] != old
        together[key] = mine[key] if mine[key] != old else theirs[key]
        if both_changed:
            differ.append(key)
    return together, tuple(differ)
