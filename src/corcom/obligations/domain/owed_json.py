"""What States owe on a day, as it is written for others: JSON, and one row for each State and obligation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corcom.kernel.json_schema import Schema, schema_of
from corcom.obligations.domain.owed import Missing, Owed, OwedStatus
from corcom.obligations.domain.why import why
from corcom.register.domain.registered import Register
from corcom.register.domain.state_names import name_on

COLUMNS = ("iso3", "state", "obligation", "article", "due_on", "status", "why")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDeadline:
    """A deadline that a source prints and that differs from the computed one."""

    due_on: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedLine:
    """One obligation of one State. `due_on` holds after extensions, `original_due_on` follows from the rule alone.

    `period` is the calendar year that a report covers. `missing` says what would settle an unknown status: whether the State has
    the obligation (`whether_it_applies`), a receipt or a record that none had come (`receipt`), or the day of an event that the
    rule counts from (`event`). `why` are the steps to the deadline and to the status.
    """

    iso3: str
    state: str
    obligation: str
    article: str
    due_on: date | None
    status: OwedStatus
    original_due_on: date | None
    period: int | None
    missing: Missing
    published: tuple[PublishedDeadline, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedRecord:
    """What every State that a convention binds owes on one day."""

    convention: str
    as_of: date
    obligations: tuple[OwedLine, ...]


def owed_lines(register: Register, owed: Iterable[Owed], *, day: date) -> Iterator[OwedLine]:
    """One line after the other, each with its steps."""
    for each in owed:
        membership = register.of(each.iso3).membership_on(day)
        steps = why(each, register.way(membership) if membership else ())
        yield OwedLine(
            iso3=each.iso3,
            state=name_on(each.iso3, "en", day),
            obligation=each.obligation.code,
            article=each.rule.article if each.rule else each.obligation.article,
            due_on=each.due_on,
            status=each.status,
            original_due_on=each.original,
            period=each.period.year if each.period else None,
            missing=each.missing,
            published=tuple(PublishedDeadline(due_on=f.until, source=f.source) for f in each.published if f.until),
            why=tuple(map(str, steps)),
        )


def owed_json(record: OwedRecord) -> dict[str, Any]:
    """The record as plain values."""
    found: dict[str, Any] = TypeAdapter(OwedRecord).dump_python(record, mode="json")
    return found


def owed_row(line: OwedLine) -> tuple[str, ...]:
    """The line as a row, in the order of `COLUMNS`; the steps joined by "; "."""
    due_on = line.due_on.isoformat() if line.due_on else ""
    return (line.iso3, line.state, line.obligation, line.article, due_on, line.status, "; ".join(line.why))


def owed_schema() -> Schema:
    """The schema of `corcom obligations --format json`."""
    return schema_of(OwedRecord, "What States owe under a convention on a day")
