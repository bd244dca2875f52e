"""What lists of commitments can be narrowed by, with how many there are of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from corcom.followup.domain.commitment import STATES, Kind
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.models import ActionPoint, Decision
from corcom.followup.queries.commitments import narrowed, standing


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to narrow by, how it is called, and how many commitments have it."""

    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The choices of one list. Each is counted under the other choices that are set."""

    states: tuple[Choice, ...]
    owners: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    bodies: tuple[Choice, ...]
    conventions: tuple[Choice, ...]


def facets_of(*, kind: Kind, day: date, wanted: Wanted) -> Facets:
    """The choices among action points or decisions on `day`. Five SQL queries."""

    def counted(key: str, cleared: Wanted, name: str | None = None) -> list[tuple[str, str, int]]:
        keys = dict.fromkeys((key, name or key))
        rows: QuerySet[Any]
        if kind == "action_point":
            rows = narrowed(standing(ActionPoint.objects.all(), day), cleared)
        else:
            rows = narrowed(standing(Decision.objects.all(), day), cleared)
        found = rows.order_by().values_list(*keys).annotate(count=Count("pk", distinct=True))
        return [(str(row[0]), str(row[-2]), int(row[-1])) for row in found]

    return Facets(
        states=_in_order(counted("state", replace(wanted, state="")), STATES),
        owners=_by_name(counted("owners__code", replace(wanted, owner=""), "owners__name")),
        themes=_by_name(counted("theme", replace(wanted, theme=""))),
        bodies=_by_name(counted("body", replace(wanted, body=""))),
        conventions=_by_name(counted("convention", replace(wanted, convention=""))),
    )


def _by_name(found: list[tuple[str, str, int]]) -> tuple[Choice, ...]:
    """By name, one for each value: an owner that goes under two names is counted once under the first of them."""
    merged: dict[str, Choice] = {}
    for value, name, count in sorted(found, key=lambda row: row[1]):
        if value and value != "None":
            known = merged.get(value)
            merged[value] = Choice(value, known.name if known else name, count + (known.count if known else 0))
    return tuple(merged.values())


def _in_order(found: list[tuple[str, str, int]], order: Sequence[str]) -> tuple[Choice, ...]:
    counts = {value: count for value, _, count in found}
    return tuple(Choice(value, value, counts.get(value, 0)) for value in order)
