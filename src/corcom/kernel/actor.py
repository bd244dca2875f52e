"""Who acts in the world of a convention: a State, an organisation or an office."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """A party to the work, by code and by the name it was given.

    `code` is ISO 3166-1 alpha-3 for a State ("HRV"), a slug for an organisation ("icrc"), "office:…" for an office
    ("office:president") and "group:…" for the working group of a theme. A name that nobody knows has the code "name:…",
    so that it still gathers what belongs to it.
    """

    code: str
    name: str
