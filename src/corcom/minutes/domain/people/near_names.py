"""States by names that are one slip of the pen away from theirs: "Zamiba", "Switzerlnd", "Phillipines"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from corcom.register.domain.gazetteer import Party, fold, parties

_SHORTEST = 5
_LONGEST = 60


def nearly(name: str) -> Party | None:
    """The one State whose name differs from `name` in a letter too many, too few, wrong or out of place.

    Short names are left alone, and so are names between two States.

    >>> nearly("Zamiba").code, nearly("Phillipines").code, nearly("Nigera"), nearly("Oslo")
    ('ZMB', 'PHL', None, None)
    """
    key = fold(name)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return None
    codes = {code for form in _shortened(key) for code in _states().get(form, ())}
    return parties()[codes.pop()] if len(codes) == 1 else None


@cache
def _states() -> dict[str, set[str]]:
    """The States by their names, and by their names without one letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for state in parties().values():
        key = fold(state.name)
        if state.kind == "state" and len(key) >= _SHORTEST:
            for form in _shortened(key):
                found[form].add(state.code)
    return found


def _shortened(key: str) -> Iterator[str]:
    yield key
    yield from (key[:at] + key[at + 1 :] for at in range(len(key)))
