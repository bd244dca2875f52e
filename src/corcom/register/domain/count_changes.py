"""How the two counts of States Parties change from day to day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corcom.register.domain.participation import Participation


@dataclass(frozen=True, slots=True)
class Change:
    """By how many the two counts of States Parties change on a day."""

    on: date
    by_deposit: int
    bound: int


def changes(found: Iterable[Participation]) -> list[Change]:
    """Every day on which a count of States Parties changes, in order; their sums are the counts of any day."""
    by_deposit: Counter[date] = Counter()
    bound: Counter[date] = Counter()
    for each in found:
        _add(by_deposit, [(membership.deposited_on, membership.until) for membership in each.memberships])
        _add(bound, [(one.since, one.until) for one in each.memberships if one.since is not None])
    days = sorted(day for day in by_deposit.keys() | bound.keys() if by_deposit[day] or bound[day])
    return [Change(day, by_deposit[day], bound[day]) for day in days]


def _add(changed: Counter[date], spans: Iterable[tuple[date, date | None]]) -> None:
    """Count a State in at the start of each span and out at its end, once where spans overlap."""
    counted_until: date | None = date.min
    for start, end in sorted(spans, key=lambda span: span[0]):
        if counted_until is None or (end is not None and end <= max(start, counted_until)):
            continue
        if start > counted_until:
            changed[start] += 1
        else:
            changed[counted_until] += 1
        if end is not None:
            changed[end] -= 1
        counted_until = end
