"""Counts of States in a record that the register does not bear out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corcom.minutes.domain.reading import Figure
from corcom.minutes.domain.record import MeetingRecord, Sourced
from corcom.oversight.domain.said_counts import CountSlip, counts_states, slip_in
from corcom.register.domain.counts import Counts, counts
from corcom.register.domain.states import state_codes, un_members_on
from corcom.register.queries import register_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFound:
    """A figure of a record that differs from the register's count on the day of the meeting."""

    figure: Sourced[Figure]
    slip: CountSlip


def count_slips(record: MeetingRecord) -> list[SlipFound]:
    """The slips in a record. One SQL query, and none where the record names no count of States."""
    convention, day = record.heading.convention, record.heading.starts_on
    named = [(one, one.item.value) for one in record.figures if counts_states(one.item.what)]
    counted = [(one, value) for one, value in named if isinstance(value, int)]
    found = _counts(convention, day) if counted else None
    return list(_slips(counted, found, len(un_members_on(day)))) if found else []


def _counts(convention: str, day: date) -> Counts | None:
    """The counts of a day; None where the register knows no act under the convention."""
    register = register_of(convention)
    if register is None or not register.states:
        return None
    return counts(register.states, on=day, states=state_codes(), un_members=un_members_on(day))


def _slips(named: Iterable[tuple[Sourced[Figure], int]], found: Counts, members: int) -> Iterable[SlipFound]:
    for one, value in named:
        if slip := slip_in(one.item.what, value, found, un_members=members):
            yield SlipFound(figure=one, slip=slip)
