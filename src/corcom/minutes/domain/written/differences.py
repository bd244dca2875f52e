"""Where two JSON values differ, by place."""

from __future__ import annotations

from typing import Any

SHOWN = 10
"""Places. Who has more has the wrong file."""


def differences(here: Any, there: Any) -> list[str]:
    """The first places where `there` differs from `here`, each with both values.

    >>> differences({"a": [1, 2]}, {"a": [1, 3]})
    ['a.1: 3, here 2']
    """
    return _differences(here, there, "")[:SHOWN]


def _differences(here: Any, there: Any, place: str) -> list[str]:
    if here == there and type(here) is type(there):
        return []
    if isinstance(here, dict) and isinstance(there, dict):
        keys = list(dict.fromkeys([*there, *here]))
        return [one for key in keys for one in _differences(here.get(key), there.get(key), f"{place}{key}.")]
    if isinstance(here, list) and isinstance(there, list):
        if len(here) != len(there):
            return [f"{place.rstrip('.')}: {len(there)} items, here {len(here)}"]
        pairs = enumerate(zip(here, there, strict=True))
        return [one for number, (a, b) in pairs for one in _differences(a, b, f"{place}{number}.")]
    return [f"{place.rstrip('.')}: {_short(there)}, here {_short(here)}"]


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
