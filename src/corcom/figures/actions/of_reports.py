"""What a report says, kept as its versions come and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from corcom.figures.actions.errors import FigureMisfit
from corcom.figures.actions.rows import figure_row
from corcom.figures.domain.figures import Figure, identity
from corcom.figures.domain.misfits import misfit
from corcom.figures.models import RecordedFigure
from corcom.figures.queries.recorded import figure_of
from corcom.register.actions import end_belief
from corcom.register.queries import believed


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFigures:
    """What became of the figures of a report: how many are new, changed, struck, and the same as before."""

    new: int = 0
    changed: int = 0
    struck: int = 0
    same: int = 0

    @property
    def said(self) -> int:
        """How many the report says now."""
        return self.new + self.changed + self.same


@transaction.atomic
def keep_report_figures(
    *,
    convention: str,
    iso3: str,
    report: str,
    period: int | None,
    found: Sequence[Figure],
    why: str,
    at: datetime,
    by: str,
) -> KeptFigures:
    """Let the figures of a report be those `found`: none where no version of it stands that says any.

    What another version said of the same is superseded; what none says any more is struck with `why`. Doing it again changes
    nothing. Errors: `FigureMisfit`.
    """
    for each in found:
        if (wrong := misfit(each)) is not None:
            raise FigureMisfit(each, wrong)
    rows = RecordedFigure.objects.select_for_update().filter(
        believed(None), convention=convention, iso3=iso3, report=report, period=period
    )
    there = {identity(figure): (figure, row) for row in rows if (figure := figure_of(row))}
    said = {identity(each): each for each in found}
    changed = struck = same = 0
    for key, (figure, row) in there.items():
        new = said.get(key)
        if new is None:
            end_belief(row, at=at, by=by, why=why)
            struck += 1
        elif replace(figure, number=0) == replace(new, number=0):
            del said[key]
            same += 1
        else:
            after = figure_row(said.pop(key), at=at, by=by)
            after.save()
            end_belief(row, at=at, by=by, superseded_by=after)
            changed += 1
    RecordedFigure.objects.bulk_create([figure_row(each, at=at, by=by) for each in said.values()], batch_size=500)
    return KeptFigures(new=len(said), changed=changed, struck=struck, same=same)
