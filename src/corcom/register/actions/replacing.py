"""Making rows of values, ending the belief in a row, and putting another in its place: for every table of recorded facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from corcom.kernel.tables import fields_of
from corcom.register.actions.errors import CorrectedMeanwhile
from corcom.register.models import Recorded

R = TypeVar("R", bound=Recorded)


def row_of(table: type[R], value: Any, *, at: datetime, by: str) -> R:
    """A value as a row, not stored yet: the fields of the value are the columns of its table, but for its number."""
    cells = {each.name: getattr(value, each.name) for each in fields_of(value) if each.name != "number"}
    return table(**cells, recorded_at=at, recorded_by=by)


def end_belief(row: Recorded, *, at: datetime, by: str, why: str = "", superseded_by: Recorded | None = None) -> None:
    """End the belief in a recorded fact: struck with a reason, or superseded by another row of its table."""
    row.ended_at, row.ended_by, row.ended_why, row.superseded_by = at, by, why, superseded_by
    row.save(update_fields=["ended_at", "ended_by", "ended_why", "superseded_by"])


def replace_rows(table: type[R], new: Sequence[R], corrected: Mapping[int, R], *, at: datetime, by: str) -> None:
    """Add rows, and put rows in the place of believed ones, given by number, which stay readable.

    Runs within the transaction of the caller. Errors: `CorrectedMeanwhile`.
    """
    rows = table._default_manager  # noqa: SLF001  Django's name for the manager of a table that is not known here
    rows.bulk_create(new, batch_size=500)
    for number, row in corrected.items():
        old = rows.select_for_update().filter(pk=number, ended_at__isnull=True).first()
        if old is None:
            raise CorrectedMeanwhile(number)
        row.save()
        end_belief(old, at=at, by=by, superseded_by=row)
