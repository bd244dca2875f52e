"""A State to which a letter goes, and the concern about which it is written to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A State that gets a letter: its ISO3, and the concern that brought it into the audience, where there is one."""

    iso3: str
    concern: Concern | None = None
