"""A text that is circulated: its numbered paragraphs, to whom it goes, until when, and what cannot be circulated.

Whatever has numbered paragraphs can be: draft minutes, a draft agenda, a document. What it is goes by a neutral name, `about`:
a kind and a key of whoever keeps it, "minutes:7".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from corcom.documents.domain.circles import CIRCLES
from corcom.kernel.errors import CorcomError
from corcom.register.domain.gazetteer import parties as known_parties

Procedure = Literal["comments", "silence"]
"""`comments`: delegations comment and propose wording. `silence`: what nobody objects to by the deadline is approved."""
PROCEDURES: tuple[Procedure, ...] = get_args(Procedure)

LONGEST_TITLE = 500
LONGEST_NUMBER = 20
LONGEST_PARAGRAPH = 20_000
"""Characters."""
MOST_PARAGRAPHS = 1_000

_ABOUT = re.compile(r"[a-z][a-z_]{0,39}:[A-Za-z0-9._/-]{1,79}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its number as it is printed ("3", "3 bis", "12 (a)") and its text, in which lines may end."""

    number: str
    text: str


class CirculationRefused(CorcomError):
    """A text that cannot be circulated: `key` is the part that is wrong, `wrong` what is wrong with it, `value` what it says.

    `key` and `wrong`: title (missing, long), about (form), language (unknown), procedure (unknown), circle (unknown),
    paragraphs (none, many), paragraph (no_number, long_number, twice, empty, long), parties (none, twice, unknown),
    closes_at (no_zone, past).
    """

    def __init__(self, key: str, wrong: str, value: str = "") -> None:
        super().__init__(f"{key}: {wrong} {value}".rstrip())
        self.key = key
        self.wrong = wrong
        self.value = value


def check_text(*, title: str, about: str, language: str, paragraphs: Sequence[Paragraph]) -> None:
    """Refuse a text that cannot be circulated. Errors: `CirculationRefused`."""
    if not title.strip():
        raise CirculationRefused("title", "missing")
    if len(title) > LONGEST_TITLE:
        raise CirculationRefused("title", "long", title[:60])
    if not _ABOUT.fullmatch(about):
        raise CirculationRefused("about", "form", about[:60])
    if not _LANGUAGE.fullmatch(language):
        raise CirculationRefused("language", "unknown", language[:60])
    if not paragraphs:
        raise CirculationRefused("paragraphs", "none")
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise CirculationRefused("paragraphs", "many", str(len(paragraphs)))
    seen: set[str] = set()
    for paragraph in paragraphs:
        _check_paragraph(paragraph, seen)
        seen.add(paragraph.number.strip())


def _check_paragraph(paragraph: Paragraph, seen: set[str]) -> None:
    number = paragraph.number.strip()
    if not number:
        raise CirculationRefused("paragraph", "no_number", paragraph.text[:60])
    if len(number) > LONGEST_NUMBER:
        raise CirculationRefused("paragraph", "long_number", number[:60])
    if number in seen:
        raise CirculationRefused("paragraph", "twice", number)
    if not paragraph.text.strip():
        raise CirculationRefused("paragraph", "empty", number)
    if len(paragraph.text) > LONGEST_PARAGRAPH:
        raise CirculationRefused("paragraph", "long", number)


def check_how(*, parties: Sequence[str], procedure: str, circle: str) -> None:
    """Refuse to circulate a text to nobody, or in a way that there is not. Errors: `CirculationRefused`."""
    if procedure not in PROCEDURES:
        raise CirculationRefused("procedure", "unknown", procedure[:60])
    if circle not in CIRCLES:
        raise CirculationRefused("circle", "unknown", circle[:60])
    if not parties:
        raise CirculationRefused("parties", "none")
    for code in parties:
        if parties.count(code) > 1:
            raise CirculationRefused("parties", "twice", code)
        if code not in known_parties():
            raise CirculationRefused("parties", "unknown", code[:60])


def check_deadline(closes_at: datetime, *, at: datetime) -> str:
    """The zone in which a deadline is shown: that of the moment where it has a name, else UTC.

    Errors: `CirculationRefused`, where it has no zone at all or is not after `at`.
    """
    if closes_at.tzinfo is None:
        raise CirculationRefused("closes_at", "no_zone", closes_at.isoformat(" ", "minutes"))
    if closes_at <= at:
        raise CirculationRefused("closes_at", "past", closes_at.isoformat(" ", "minutes"))
    zone = closes_at.tzinfo
    return zone.key if isinstance(zone, ZoneInfo) else str(UTC)
