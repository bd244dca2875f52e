"""The worked cases of a rulebook, each with the day that its rule gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corcom.rulebooks.reading import Rulebook
from corcom.rulebooks.rules import Case, RecurringRule, Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A case, the rule it stands beside ("initial-report", "joining.state"), and the day the rule gives."""

    rule: str
    case: Case
    given: date | None

    @property
    def holds(self) -> bool:
        """Whether the rule gives what the case says."""
        return self.given == self.case.gives


def tried_cases(book: Rulebook) -> Iterator[Tried]:
    """Every case of a rulebook, computed."""
    joining = book.joining
    for name in ("general", "state", "succession", "withdrawal"):
        yield from _tried(f"joining.{name}", getattr(joining, name))
    for obligation in book.obligations:
        for version in obligation.versions:
            yield from _tried(obligation.code, version)


def _tried(name: str, version: Rule | RecurringRule) -> Iterator[Tried]:
    for case in version.cases:
        yield Tried(rule=name, case=case, given=version.first_on(case.events))
