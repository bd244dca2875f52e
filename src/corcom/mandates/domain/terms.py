"""Terms: who holds an office, from when until when, as a source says. Facts, added and never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from corcom.kernel.source import Certainty
from corcom.mandates.domain.bounds import Reach, reach_of
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.committee import committee
from corcom.rulebooks.named import Office, Theme
from corcom.rulebooks.reading import rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term as one source has it.

    `office`, `body` and `theme` are codes of the rulebook; `body` and `theme` are "" where the office has none. `holder` is
    ISO3, or the code of an organisation. `since` and `until` are days or codes of meetings ("2MSP": its close); "" where
    the source does not say. `seen_on` is a day on which the source shows the holder in the office. `finding` is the number
    of the confirmed finding that it was recorded from, if any; `number` its row in the store, 0 for one that is in none.
    """

    convention: str
    office: str
    body: str = ""
    theme: str = ""
    holder: str
    since: str = ""
    until: str = ""
    seen_on: date | None = None
    source: str
    certainty: Certainty
    note: str = ""
    finding: int | None = None
    number: int = 0

    @property
    def reach(self) -> Reach:
        """The days that it covers."""
        return reach_of(self.convention, since=self.since, until=self.until, seen_on=self.seen_on)

    @property
    def place(self) -> tuple[str, str, str]:
        """What is held: office, body and theme."""
        return (self.office, self.body, self.theme)

    @property
    def holder_name(self) -> str:
        """The name of the holder in running text."""
        return name_of(self.holder)


def name_of(holder: str) -> str:
    """The name of a State or an organisation in running text; the code itself where nobody knows it.

    >>> name_of("LAO"), name_of("icrc")
    ("Lao People's Democratic Republic", 'ICRC')
    """
    found = parties().get(holder)
    return found.name if found else holder


@cache
def offices_of(convention: str) -> dict[str, Office]:
    """The offices of a convention by code: those of its rulebook, then those held beside the committee."""
    book, found = rulebook(convention), committee(convention)
    every = (*(book.offices if book else ()), *(found.beside if found else ()))
    return {office.code: office for office in every}


@cache
def themes_of(convention: str) -> dict[str, Theme]:
    """The themes of a convention by code."""
    book = rulebook(convention)
    return {theme.code: theme for theme in book.themes} if book else {}


@cache
def bodies_of(convention: str) -> dict[str, str]:
    """The names of the bodies of a convention by code."""
    book = rulebook(convention)
    return {body.code: body.name for body in book.bodies} if book else {}


def office_name(convention: str, code: str) -> str:
    """The English name of an office; the code itself where the rulebook has none."""
    found = offices_of(convention).get(code)
    return found.name if found else code


def theme_name(convention: str, code: str) -> str:
    """The English name of a theme; "" for none, the code itself where the rulebook has none."""
    found = themes_of(convention).get(code)
    return found.name if found else code
