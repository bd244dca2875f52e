"""A questionnaire with all that was answered by a moment, as pages, tables and documents are made of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from corcom.questionnaires.domain.collation import PartCollated
from corcom.register.domain.regional_groups import REGIONAL_GROUPS


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A State that was asked: its regional group ("" for none), and when it handed in its answer, None where it did not."""

    iso3: str
    group: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """The answers by the moment `at`.

    `unnamed`: how many States are not named; `quotes_unnamed`: whether they are quoted; `is_open`: whether more may come;
    `came_later`: how many States handed in an answer since, that is not taken in.
    """

    number: int
    convention: str
    title: str
    opened_at: datetime
    closes_at: datetime
    at: datetime
    asked: tuple[AskedLine, ...]
    unnamed: int
    quotes_unnamed: bool
    parts: tuple[PartCollated, ...]
    is_open: bool = False
    came_later: int = 0

    @property
    def withholds(self) -> bool:
        """Whether the totals of some question are withheld."""
        return any(one.withheld for part in self.parts for one in part.questions)

    @property
    def answered(self) -> tuple[AskedLine, ...]:
        """The States that answered."""
        return tuple(one for one in self.asked if one.answered_at is not None)

    def by_group(self) -> Iterator[tuple[str, tuple[AskedLine, ...]]]:
        """The States that were asked by their regional group; those that are in none come last, under ""."""
        for group in (*REGIONAL_GROUPS, ""):
            if found := tuple(one for one in self.asked if one.group == group):
                yield group, found
