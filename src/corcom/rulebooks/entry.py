"""One entry of a rulebook's file, checked key by key; what is wrong is named by file, key and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.kernel.errors import CorcomError

SHOWN = 120
"""Characters of what was found that a message shows."""


class RulebookRefused(CorcomError):
    """A rulebook says something that cannot be read: `file`, `key`, what was `found` and what is `allowed`."""

    def __init__(self, *, file: str, key: str, found: object, allowed: str) -> None:
        shown = repr(found)
        shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
        super().__init__(f"{file}: {key}: {shown} cannot be read; allowed: {allowed}")
        self.file = file
        self.key = key
        self.found = found
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Entry:
    """The keys and values of one entry; `place` says where it stands ("bodies[2]")."""

    file: str
    place: str
    values: Mapping[str, object]

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse any key that is not known here."""
        known = sorted(allowed)
        for key in self.values:
            if key not in known:
                raise RulebookRefused(file=self.file, key=f"{self.place}.{key}", found=key, allowed=", ".join(known))

    def text(self, key: str) -> str:
        """A text that must be there and must not be empty."""
        value = self.values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
        raise self.refused(key, "a text that is not empty")

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts; none where the key is missing."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value):
            return tuple(item.strip() for item in value)
        raise self.refused(key, "a list of texts")

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        """One of a closed list of words."""
        value = self.values.get(key)
        if isinstance(value, str) and value in allowed:
            return value
        raise self.refused(key, ", ".join(allowed))

    def number(self, key: str, *, least: int = 0, most: int = 1000) -> int:
        """A whole number within bounds."""
        value = self.values.get(key)
        if type(value) is int and least <= value <= most:
            return value
        raise self.refused(key, f"a whole number from {least} to {most}")

    def text_or_empty(self, key: str) -> str:
        """The same as `text` where the key may be missing."""
        return self.text(key) if key in self.values else ""

    def child(self, key: str) -> Entry:
        """The keys and values that stand below a key."""
        value = self.values.get(key)
        if isinstance(value, dict) and all(isinstance(name, str) for name in value):
            return Entry(self.file, f"{self.place}.{key}", value)
        raise self.refused(key, "keys with values")

    def child_or_none(self, key: str) -> Entry | None:
        """The same where the key may be missing."""
        return self.child(key) if key in self.values else None

    def children(self, key: str) -> tuple[Entry, ...]:
        """A list of such entries; none where the key is missing."""
        value = self.values.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return tuple(Entry(self.file, f"{self.place}.{key}[{at}]", item) for at, item in enumerate(value))
        raise self.refused(key, "a list of keys with values")

    def day(self, key: str) -> date:
        """A day, written 2010-08-01."""
        value = self.values.get(key)
        # YAML reads such a day by itself; a moment is a day too for Python, and not here.
        if type(value) is date:
            return value
        raise self.refused(key, "a day, such as 2010-08-01")

    def day_or_none(self, key: str) -> date | None:
        """The same where the key may be missing."""
        return self.day(key) if key in self.values else None

    def until(self, since: date) -> date | None:
        """The first day on which it holds no more, later than the one from which it does; None where it still holds."""
        found = self.day_or_none("until")
        if found is not None and found <= since:
            raise self.refused("until", f"a day after {since}")
        return found

    def yes(self, key: str) -> bool:
        """True or false; false where the key is missing."""
        value = self.values.get(key, False)
        if isinstance(value, bool):
            return value
        raise self.refused(key, "true, false")

    def refused(self, key: str, allowed: str) -> RulebookRefused:
        """The refusal of what stands under a key."""
        return RulebookRefused(file=self.file, key=f"{self.place}.{key}", found=self.values.get(key), allowed=allowed)
