"""The tables of the register by kind: what is recorded in each, what comes with CorCom, and how rows are taken over.

Treaty actions, rates and votes belong to the register, facts and figures stand above it; here they are one list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from django.db import models

from corcom.figures.actions import take_over_figures
from corcom.figures.domain.figure_table import FIGURES
from corcom.figures.models import RecordedFigure
from corcom.figures.queries import figures
from corcom.kernel.tables import Cell, Differences, LineRefused, Placed, TableKind, differences
from corcom.obligations.actions import take_over_facts
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.fact_table import OBLIGATIONS
from corcom.obligations.models import RecordedFact
from corcom.obligations.queries import facts
from corcom.oversight.early_receipts import early_receipts
from corcom.register.actions import take_over_rates, take_over_treaty_actions, take_over_votes
from corcom.register.domain.rates import SCALE, packaged_rates
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.treaty_action_table import TREATY_ACTIONS
from corcom.register.domain.votes import VOTES, packaged_votes
from corcom.register.models import AssessmentRate, RecordedTreatyAction, RecordedVote
from corcom.register.queries import rates, treaty_actions, votes

V = TypeVar("V")


def everything(_: object) -> bool:
    """What a table speaks of that speaks of all facts of its kind."""
    return True


class Recorded(Protocol):
    """A query for what is recorded; with `ended`, also what is not believed any more."""

    def __call__(self, *, ended: bool = False) -> list[Any]: ...


@dataclass(frozen=True, slots=True)
class RegisterTable(Generic[V]):
    """A table of the register. `by_day`: whether its action checks days, and so is told which day it is.

    `beside` finds the lines that another table of the register contradicts.
    """

    kind: TableKind[V]
    recorded: Recorded
    packaged: Callable[[], Sequence[V]]
    stored: type[models.Model]
    take_over: Callable[..., None]
    by_day: bool = False
    beside: Callable[[Differences[V]], Iterable[LineRefused]] | None = None


@dataclass(frozen=True, slots=True)
class Told(Generic[V]):
    """The lines that came in for a table. `settle`: as in `differences`; `speaks_of`: what they would tell if it were so."""

    table: RegisterTable[V]
    placed: Sequence[Placed[V]]
    settle: Callable[[V, V], V] | None = None
    speaks_of: Callable[[V], bool] = everything

    def differences(self, recorded: Sequence[V], *, day: date) -> Differences[V]:
        """How the lines differ from what is recorded, with those that contradict it on a day."""
        kind = self.table.kind
        found = differences(kind, self.placed, recorded, settle=self.settle)
        found.missing = [value for value in found.missing if self.speaks_of(value)]
        if kind.check is not None:
            found.refused.extend(kind.check(found, recorded, day))
        if self.table.beside is not None:
            found.refused.extend(self.table.beside(found))
        return found


TABLES: Mapping[str, RegisterTable[Any]] = {
    table.kind.code: table
    for table in (
        RegisterTable(
            TREATY_ACTIONS,
            treaty_actions,
            packaged_actions,
            RecordedTreatyAction,
            take_over_treaty_actions,
            by_day=True,
        ),
        RegisterTable(
            OBLIGATIONS,
            facts,
            packaged_facts,
            RecordedFact,
            take_over_facts,
            by_day=True,
            beside=early_receipts,
        ),
        RegisterTable(FIGURES, figures, tuple, RecordedFigure, take_over_figures, by_day=True),
        RegisterTable(SCALE, rates, packaged_rates, AssessmentRate, take_over_rates),
        RegisterTable(VOTES, votes, packaged_votes, RecordedVote, take_over_votes),
    )
}


def register_differences(told: Sequence[Told[Any]], *, day: date) -> list[Differences[Any]]:
    """How lines differ from what is recorded, table by table; writes nothing."""
    return [each.differences(each.table.recorded(), day=day) for each in told]


def written_rows(code: str, *, convention: str = "") -> list[tuple[Cell, ...]]:
    """The rows of a table as they are written out; of one convention, where the table knows conventions."""
    table = TABLES[code]
    wanted = [
        value for value in table.recorded() if not convention or getattr(value, "convention", convention) == convention
    ]
    rows = [table.kind.write(value) for value in wanted]
    return sorted(rows, key=lambda row: [str(cell) for cell in row])


def take_over(told: Told[Any], found: Differences[Any], *, day: date, at: datetime, by: str) -> None:
    """Write what differs. Runs within the transaction of the caller; errors are those of the table's own action."""
    new = [each.value for each in found.new]
    corrected = {each.before.number: each.after.value for each in found.changed}
    days = {"day": day} if told.table.by_day else {}
    told.table.take_over(new=new, corrected=corrected, at=at, by=by, **days)


def refused_lines(found: Sequence[Differences[Any]]) -> list[LineRefused]:
    """Every line that is refused, in the order of files and lines."""
    return sorted((line for each in found for line in each.refused), key=lambda line: (line.file, line.line))
