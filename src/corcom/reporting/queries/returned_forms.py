"""Forms that came back: what was kept of a report, and the content of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportVersion, ReturnedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """A form that came back, by number: its file, when and from whom; why it was `refused`, "" where it could be read."""

    number: int
    file: int
    name: str
    came_at: datetime
    came_by: str
    refused: str
    taken_at: datetime | None


def kept_forms(*, wanted: ReportWanted) -> list[KeptForm]:
    """All that came back for a report, the latest first. One SQL query."""
    rows = ReturnedForm.objects.filter(
        report__convention=wanted.convention,
        report__iso3=wanted.iso3,
        report__report=wanted.report,
        report__period=wanted.period or 0,
    )
    return [
        KeptForm(
            number=row.pk,
            file=row.file_id,
            name=row.name,
            came_at=row.came_at,
            came_by=row.came_by,
            refused=row.refused,
            taken_at=row.taken_at,
        )
        for row in rows
    ]


def content_of(*, kept: int, version: int) -> tuple[str, bytes] | None:
    """Name and content of a form that came back for the report of a version and could be read; None where there is none."""
    reports = ReportVersion.objects.filter(pk=version).values("report")
    row = ReturnedForm.objects.select_related("file").filter(pk=kept, refused="", report__in=reports).first()
    if row is None:
        return None
    with row.file.content.open("rb") as content:
        return row.name, content.read()
