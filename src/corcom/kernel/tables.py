"""Tables of facts on their way in: rows as values, and how they differ from what is recorded.

A fact that is recorded is never lost by what comes in: it stays, or a row that is the same fact told otherwise
supersedes it. Which two rows tell of the same fact, each kind of table says itself (its identity).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.rows import CellRefused, TableRow

V = TypeVar("V")
Cell = str | int | float | Decimal | date | None


@dataclass(frozen=True, slots=True)
class TableKind(Generic[V]):
    """One kind of table: how its rows become values (dataclasses with a `number`) and values become rows.

    `identities` gives, for all values there are, a function from a value to what makes two values tell of the same fact.
    `scope` says what a table speaks about as a whole: a recorded value outside of what the rows speak about is not missed.
    `said` names a value in a report, in one line. `check` finds, on a day, the lines that contradict what is recorded or
    each other.
    """

    code: str
    columns: tuple[str, ...]
    read: Callable[[TableRow], V]
    write: Callable[[V], tuple[Cell, ...]]
    identities: Callable[[Iterable[V]], Callable[[V], Hashable]]
    scope: Callable[[V], Hashable]
    said: Callable[[V], str]
    check: Callable[[Differences[V], Collection[V], date], list[LineRefused]] | None = None


@dataclass(frozen=True, slots=True)
class Placed(Generic[V]):
    """A value and where it stands: the name of a file (and sheet) and the number of a line."""

    value: V
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class LineRefused:
    """A line that is not taken: its place, the column, what was found there, and what is allowed instead."""

    file: str
    line: int
    column: str
    found: str
    allowed: str | Filled

    def __str__(self) -> str:
        return f"{self.file}: line {self.line}: {self.column}: {self.found!r} cannot be taken; allowed: {self.allowed}"


@dataclass(frozen=True, slots=True)
class Changed(Generic[V]):
    """A recorded value that a line tells otherwise."""

    before: V
    after: Placed[V]

    @property
    def columns(self) -> list[tuple[str, object, object]]:
        """What differs: the name of each field, its value before and after."""
        before, after = self.before, self.after.value
        pairs = [(each.name, getattr(before, each.name), getattr(after, each.name)) for each in fields_of(before)]
        return [(name, old, new) for name, old, new in pairs if old != new and name != "number"]


@dataclass(slots=True)
class Differences(Generic[V]):
    """How the lines of tables of one kind differ from what is recorded.

    `same` counts the lines that say what is recorded; `missing` are recorded values that no line tells, which stay.
    """

    kind: TableKind[V]
    new: list[Placed[V]] = field(default_factory=list)
    changed: list[Changed[V]] = field(default_factory=list)
    same: int = 0
    missing: list[V] = field(default_factory=list)
    refused: list[LineRefused] = field(default_factory=list)


def fields_of(value: object) -> Sequence[Any]:
    """The fields of a value."""
    return fields(value)  # type: ignore[arg-type]  # every value of a table is a dataclass


def content(value: V) -> V:
    """A value as if it were in no store: two values with the same content say the same."""
    return replace(value, number=0)  # type: ignore[type-var]  # likewise


def day_cell(value: str) -> Cell:
    """An ISO 8601 value as a cell: a day as a day, what is less fine or a period as a text."""
    return date.fromisoformat(value) if len(value) == len("2016-04-28") and value[4] == "-" else value


def read_rows(kind: TableKind[V], rows: Iterable[TableRow], *, file: str) -> tuple[list[Placed[V]], list[LineRefused]]:
    """The rows of a table as values, and the lines that cannot be read."""
    found: list[Placed[V]] = []
    refused: list[LineRefused] = []
    for row in rows:
        if beyond := row.maybe(""):
            column, allowed = gettext_noop("beyond the head"), gettext_noop("no cell")
            refused.append(LineRefused(file, row.line, column, beyond, allowed))
            continue
        try:
            found.append(Placed(kind.read(row), file, row.line))
        except CellRefused as error:
            refused.append(LineRefused(file, error.line, error.column, error.found, error.allowed))
    return found, refused


def differences(
    kind: TableKind[V],
    placed: Sequence[Placed[V]],
    recorded: Collection[V],
    *,
    settle: Callable[[V, V], V] | None = None,
) -> Differences[V]:
    """How lines differ from what is recorded.

    A line and a recorded value tell of the same fact where they have the same identity. Each recorded value is told by one
    line; a line is held against one that says the same, where there is one. `settle` gives what a line means, given what
    is recorded of the same fact. Of two lines that tell of one fact, and are not both recorded so, the second is refused.
    """
    found = Differences(kind)
    identity = kind.identities([*recorded, *(each.value for each in placed)])
    untold: dict[Hashable, list[V]] = {}
    for value in recorded:
        untold.setdefault(identity(value), []).append(value)
    first: dict[Hashable, Placed[V]] = {}
    others = []
    for each in placed:
        key = identity(each.value)
        candidates = untold.get(key, [])
        same = next((one for one in candidates if _says(each.value, one, settle)), None)
        if same is None:
            others.append((key, each))
            continue
        candidates.remove(same)
        first.setdefault(key, each)
        found.same += 1
    for key, each in others:
        other = first.setdefault(key, each)
        if other is not each:
            found.refused.append(_twice(kind, each, other))
        elif before := untold.get(key):
            after = settle(before[-1], each.value) if settle else each.value
            found.changed.append(Changed(before.pop(), Placed(after, each.file, each.line)))
        else:
            found.new.append(each)
    spoken_of = {kind.scope(each.value) for each in placed}
    found.missing = [value for left in untold.values() for value in left if kind.scope(value) in spoken_of]
    return found


def _says(value: V, recorded: V, settle: Callable[[V, V], V] | None) -> bool:
    return content(settle(recorded, value) if settle else value) == content(recorded)


def _twice(kind: TableKind[V], each: Placed[V], other: Placed[V]) -> LineRefused:
    if other.file == each.file:
        allowed = Filled(gettext_noop("each fact once; line %(line)s tells it already"), line=other.line)
    else:
        words = gettext_noop("each fact once; %(file)s, line %(line)s tells it already")
        allowed = Filled(words, file=other.file, line=other.line)
    return LineRefused(each.file, each.line, kind.code, kind.said(each.value), allowed)
