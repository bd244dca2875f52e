"""Reading the figures out of every report that was handed in, as before figures were kept none were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.figures.actions import FigureMisfit, KeptFigures
from corcom.reporting.actions.figures_follow import let_figures_follow, standing_version
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import TransparencyReport


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRead:
    """A report whose figures were read: its version that stands, and what became of its figures.

    `version` is None where none stands. `is_document`: it came as a file, whose numbers a person records. `refused` says why
    nothing of it was written; what was there before stays.
    """

    report: ReportWanted
    version: int | None
    kept: KeptFigures
    is_document: bool = False
    refused: str = ""


def read_report_figures(*, convention: str = "", at: datetime, by: str) -> Iterator[ReportRead]:
    """Read the figures out of the version that stands of every report, of one convention or of all; one by one, as asked for.

    Each report is written whole or not at all, by itself: stopped halfway, what was read stays, and beginning again changes
    nothing of it. Where no version stands, its figures are struck. `by` is the name of an account.
    """
    rows = TransparencyReport.objects.filter(**({"convention": convention} if convention else {}))
    for number in list(rows.order_by("convention", "iso3", "report", "period").values_list("pk", flat=True)):
        yield _read(TransparencyReport.objects.get(pk=number), at=at, by=by)


def _read(whole: TransparencyReport, *, at: datetime, by: str) -> ReportRead:
    refused, kept = "", KeptFigures()
    try:
        with transaction.atomic():
            kept = let_figures_follow(whole, why="no version that stands says it", at=at, by=by)
            last = standing_version(whole)
    except FigureMisfit as misfit:
        last, refused = standing_version(whole), str(misfit)
    wanted = ReportWanted(
        convention=whole.convention, iso3=whole.iso3, report=whole.report, period=whole.period or None
    )
    return ReportRead(
        report=wanted,
        version=last.number if last else None,
        kept=kept,
        is_document=bool(last and last.file_id and not last.answers),
        refused=refused,
    )
