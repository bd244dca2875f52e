"""The register of a convention on a day, as it is written for others: JSON, and one row for each State."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corcom.kernel.json_schema import Schema, schema_of
from corcom.register.domain.counts import Counts, counts
from corcom.register.domain.participation import Membership, Participation, Status
from corcom.register.domain.registered import Register
from corcom.register.domain.state_names import name_on
from corcom.register.domain.states import states, un_members_on
from corcom.register.domain.treaty_actions import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLine:
    """How one State stands on the day. `since`: from when the status holds; null for one that never acted.

    `deposited_on`, `consent` and `entry_into_force` are those of its latest membership; `withdrawal_notified_on` and
    `withdrawn_on` (the first day on which it is party no more, which may still be to come) those of its withdrawal. Where only
    a month or a year is known, the day is its last one.
    """

    iso3: str
    name: str
    status: Status
    since: date | None
    un_member: bool
    signed_on: date | None
    consent: Kind | None
    deposited_on: date | None
    entry_into_force: date | None
    withdrawal_notified_on: date | None
    withdrawn_on: date | None


COLUMNS = tuple(field.name for field in fields(StateLine))


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRecord:
    """The counts and every State of the register on one day; what happened later is left out."""

    convention: str
    as_of: date
    counts: Counts
    states: tuple[StateLine, ...]


def register_record(register: Register, *, day: date) -> RegisterRecord:
    """The register on a day, States by their English names of that day."""
    members = un_members_on(day)
    lines = [_line(register.of(iso3), name_on(iso3, "en", day), iso3 in members, day) for iso3 in states()]
    return RegisterRecord(
        convention=register.book.convention,
        as_of=day,
        counts=counts(register.states, on=day, states=states(), un_members=members),
        states=tuple(sorted(lines, key=lambda line: line.name)),
    )


def register_json(record: RegisterRecord) -> dict[str, Any]:
    """The record as plain values."""
    found: dict[str, Any] = TypeAdapter(RegisterRecord).dump_python(record, mode="json")
    return found


def register_rows(record: RegisterRecord) -> list[tuple[str, ...]]:
    """One row for each State, in the order of `COLUMNS`; days in ISO 8601, "" where there is none."""
    return [tuple(_cell(value) for value in asdict(line).values()) for line in record.states]


def register_schema() -> Schema:
    """The schema of `corcom register --format json`."""
    return schema_of(RegisterRecord, "Who is bound by a convention on a day")


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _line(found: Participation, name: str, un_member: bool, day: date) -> StateLine:  # noqa: FBT001  of one use
    latest = _latest(found, day)
    withdrawal = latest.withdrawal if latest and latest.withdrawal and latest.withdrawal.day <= day else None
    return StateLine(
        iso3=found.iso3,
        name=name,
        status=found.status_on(day),
        since=found.since_on(day),
        un_member=un_member,
        signed_on=found.signed_on if found.has_signed_on(day) else None,
        consent=latest.consent.kind if latest else None,
        deposited_on=latest.deposited_on if latest and latest.deposited_on <= day else None,
        entry_into_force=latest.since if latest else None,
        withdrawal_notified_on=withdrawal.day if withdrawal else None,
        withdrawn_on=latest.until if latest and withdrawal else None,
    )


def _latest(found: Participation, day: date) -> Membership | None:
    """The last membership that had begun by a day."""
    begun = [each for each in found.memberships if each.deposited_on <= day or (each.since and each.since <= day)]
    return begun[-1] if begun else None
