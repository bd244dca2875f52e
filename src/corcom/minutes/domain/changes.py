"""What differs between two readings of one file: what is new, gone or changed, and whose verdict passes on to whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from corcom.kernel.folding import folded
from corcom.kernel.source import LONGEST_QUOTE
from corcom.minutes.domain.fingerprint import essence

ENOUGH_OVERLAP = 0.6
"""Of the longer of two spans: from here on they stand at the same place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding as far as comparing needs it; `key` is whatever the caller knows it by."""

    key: int
    kind: str
    payload: dict[str, Any]
    start: int
    end: int
    quote: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One finding that is new, gone or changed: in words, and which of its values were and are what."""

    kind: str
    words: str
    values: tuple[tuple[str, object, object], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingChanges:
    """What a later reading of the same file brought. `kept` counts what is the same in both."""

    new: tuple[Difference, ...] = ()
    gone: tuple[Difference, ...] = ()
    changed: tuple[Difference, ...] = ()
    kept: int = 0

    @property
    def none(self) -> bool:
        """Whether both readings found the same."""
        return not (self.new or self.gone or self.changed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Which findings of two readings belong together, as pairs of keys (old, new).

    `same`: one finding, so that a verdict passes on. `replaced`: at one place, but the substance differs, so that a
    person has to look again.
    """

    same: tuple[tuple[int, int], ...]
    replaced: tuple[tuple[int, int], ...]
    changes: ReadingChanges


def compare(old: Sequence[Found], new: Sequence[Found], new_text: str) -> Comparison:
    """Compare two readings. `new_text` is the text of the later one: old places are looked for in it by their words."""
    same = _by_fingerprint(old, new)
    placed = [_placed(found, new_text) for found in _without(old, [a for a, _ in same])]
    rest = _without(new, [b for _, b in same])
    same += _by_place(placed, rest, alike=True)
    placed, rest = _without(placed, [a for a, _ in same]), _without(rest, [b for _, b in same])
    replaced = _by_place(placed, rest, alike=False)
    gone, added = _without(placed, [a for a, _ in replaced]), _without(rest, [b for _, b in replaced])
    return Comparison(
        same=tuple((a.key, b.key) for a, b in same),
        replaced=tuple((a.key, b.key) for a, b in replaced),
        changes=_changes(same, replaced, gone, added),
    )


Pairs = list[tuple[Found, Found]]


def _by_fingerprint(old: Sequence[Found], new: Sequence[Found]) -> Pairs:
    """Pairs with one fingerprint; where a reading has it several times, in the order of the text."""
    waiting: dict[str, list[Found]] = defaultdict(list)
    for found in sorted(old, key=lambda f: f.start):
        waiting[found.fingerprint].append(found)
    return [
        (waiting[found.fingerprint].pop(0), found)
        for found in sorted(new, key=lambda f: f.start)
        if waiting[found.fingerprint]
    ]


def _by_place(old: Sequence[Found], new: Sequence[Found], *, alike: bool) -> Pairs:
    """Pairs of one kind at one place, the best overlap first; `alike`: only where both are about the same."""
    by_kind: dict[str, list[Found]] = defaultdict(list)
    for found in sorted(new, key=lambda f: f.start):
        by_kind[found.kind].append(found)
    close = [
        (overlap, a, b)
        for a in old
        for b in _near(a, by_kind[a.kind])
        if (overlap := _overlap(a, b)) >= ENOUGH_OVERLAP
        and (not alike or essence(a.kind, a.payload) == essence(b.kind, b.payload))
    ]
    pairs: Pairs = []
    taken: set[tuple[str, int]] = set()
    for _, a, b in sorted(close, key=lambda row: (-row[0], row[1].start, row[2].start)):
        if ("old", a.key) not in taken and ("new", b.key) not in taken:
            taken |= {("old", a.key), ("new", b.key)}
            pairs.append((a, b))
    return pairs


def _near(found: Found, others: list[Found]) -> list[Found]:
    """Those of `others`, in order of place, that can overlap: no quote is longer than `LONGEST_QUOTE`."""
    first = bisect_left(others, found.start - LONGEST_QUOTE, key=lambda f: f.start)
    return others[first : bisect_left(others, found.end, key=lambda f: f.start)]


def _overlap(a: Found, b: Found) -> float:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared / max(a.end - a.start, b.end - b.start, 1)


def _placed(found: Found, text: str) -> Found:
    """The finding at the place of its words in `text`, the nearest to where they stood; where it was if they are gone."""
    if text[found.start : found.end] == found.quote or not found.quote:
        return found
    after = text.find(found.quote, found.start)
    before = text.rfind(found.quote, 0, found.start + len(found.quote))
    places = [place for place in (before, after) if place >= 0]
    if not places:
        return found
    start = min(places, key=lambda place: abs(place - found.start))
    return replace(found, start=start, end=start + len(found.quote))


def _without(found: Sequence[Found], taken: Sequence[Found]) -> list[Found]:
    keys = {item.key for item in taken}
    return [item for item in found if item.key not in keys]


def _changes(same: Pairs, replaced: Pairs, gone: Sequence[Found], added: Sequence[Found]) -> ReadingChanges:
    pairs = sorted((*same, *replaced), key=lambda pair: pair[1].start)
    changed = [
        Difference(kind=b.kind, words=label(b.kind, b.payload, b.quote), values=values)
        for a, b in pairs
        if (values := _values(a.payload, b.payload))
    ]
    return ReadingChanges(
        new=tuple(Difference(kind=f.kind, words=label(f.kind, f.payload, f.quote)) for f in added),
        gone=tuple(Difference(kind=f.kind, words=label(f.kind, f.payload, f.quote)) for f in gone),
        changed=tuple(changed),
        kept=len(pairs) - len(changed),
    )


def _values(before: dict[str, Any], after: dict[str, Any]) -> tuple[tuple[str, object, object], ...]:
    """The values that differ in substance; spelling and places do not count."""
    keys = [key for key in {**before, **after} if key != "places"]
    return tuple(
        (key, before.get(key), after.get(key)) for key in keys if _weighed(before.get(key)) != _weighed(after.get(key))
    )


def _weighed(value: object) -> object:
    if isinstance(value, str):
        return folded(value)
    return [_weighed(part) for part in value] if isinstance(value, list | tuple) else value


_NAMED_BY = ("text", "title", "delegation", "theme", "what", "target", "state", "initials", "reason", "body", "date")


def label(kind: str, payload: dict[str, Any], quote: str) -> str:
    """A finding in a few words.

    >>> label("mandate", {"theme": "Victim Assistance", "holders": ["AUT"]}, "Austria")
    'Victim Assistance'
    """
    if kind == "date" and payload.get("date"):
        return str(payload["date"])
    return next((str(payload[key]) for key in _NAMED_BY if payload.get(key)), quote)
