"""What is believed, and was: recorded facts with who recorded and who ended them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import Q

from corcom.kernel.tables import fields_of
from corcom.register.models import Recorded

V = TypeVar("V")


def value_of(kind: Callable[..., V], row: Recorded) -> V:
    """A row as a value: the columns of its table are the fields of the value, beside them its number."""
    cells = {each.name: getattr(row, each.name) for each in fields_of(kind) if each.name != "number"}
    return kind(**cells, number=row.pk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief(Generic[V]):
    """A recorded fact, with who recorded it and when; `ended_at` and what follows it for one that is not believed any more.

    `superseded_by` is the number of the fact that took its place, None for one that was struck.
    """

    value: V
    recorded_at: datetime
    recorded_by: str
    ended_at: datetime | None
    ended_by: str
    ended_why: str
    superseded_by: int | None


def beliefs(found: Iterable[tuple[V, Recorded]]) -> Iterable[Belief[V]]:
    """Rows with who recorded and who ended them."""
    for value, row in found:
        yield Belief(
            value=value,
            recorded_at=row.recorded_at,
            recorded_by=row.recorded_by,
            ended_at=row.ended_at,
            ended_by=row.ended_by,
            ended_why=row.ended_why,
            superseded_by=getattr(row, "superseded_by_id", None),
        )


def believed(known_at: datetime | None) -> Q:
    """The rows that are believed: not ended, or recorded by a moment and not ended by it."""
    if known_at is None:
        return Q(ended_at__isnull=True)
    return Q(recorded_at__lte=known_at) & (Q(ended_at__isnull=True) | Q(ended_at__gt=known_at))
