"""A State to which a letter goes, and the concern about which it is written to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What a State is written to about: an obligation by its code, for a period or (None) once.

    `due_on` is the day on which it is due, with what was granted; None where nobody can say. `received_on` is as fine as its
    source (ISO 8601), "" where nothing came.
    """

    obligation: str
    period: int | None = None
    due_on: date | None = None
    received_on: str = ""

    def as_json(self) -> dict[str, Any]:
        """The concern as it is stored."""
        due_on = self.due_on.isoformat() if self.due_on else ""
        return {"obligation": self.obligation, "period": self.period, "due_on": due_on, "received_on": self.received_on}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Concern | None:
        """A concern that was stored; None for an empty one."""
        if not stored:
            return None
        due_on = date.fromisoformat(stored["due_on"]) if stored["due_on"] else None
        return cls(
            obligation=stored["obligation"], period=stored["period"], due_on=due_on, received_on=stored["received_on"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A State that gets a letter: its ISO3, and the concern that brought it into the audience, where there is one."""

    iso3: str
    concern: Concern | None = None
