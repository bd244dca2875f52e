"""The reports that somebody works on."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from corcom.reporting.domain.report_flow import AFTER
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.domain.reports_at_work import AT_WORK, UnfinishedReport, in_turn
from corcom.reporting.models import ReportPart, ReportStep, ReportVersion


def reports_at_work(*, convention: str = "") -> list[UnfinishedReport]:
    """Of every report, or of those under one convention, the latest version, where it is not done with; in turn.

    Three SQL queries.
    """
    rows = _at_work().defer("answers").select_related("report")
    if convention:
        rows = rows.filter(report__convention=convention)
    parts = Prefetch("parts", ReportPart.objects.defer("answer"))
    return in_turn([_told(row) for row in rows.prefetch_related("steps", parts)])


def reports_to_take_up() -> int:
    """How many were handed in and wait for the secretariat. One SQL query."""
    return _at_work().filter(last_step="submitted").count()


def _at_work() -> QuerySet[Any]:
    later = _begun().filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    at_work = [kind for kind, state in AFTER.items() if state in AT_WORK]
    return _begun().filter(~Exists(later), last_step__in=at_work)


def _begun() -> QuerySet[Any]:
    """The versions with their last step; without drafts in which nobody wrote yet, since to look at a form opens one."""
    steps = ReportStep.objects.filter(version=OuterRef("pk")).order_by("-pk")
    opened = ReportStep.objects.filter(version=OuterRef("version"), kind="opened").values("at")[:1]
    written = ReportPart.objects.filter(version=OuterRef("pk"), changed_at__gt=Subquery(opened))
    rows = ReportVersion.objects.annotate(last_step=Subquery(steps.values("kind")[:1]))
    return rows.filter(~Q(last_step="opened") | Exists(written))


def _told(row: Any) -> UnfinishedReport:
    done = [(step.at, step.by) for step in row.steps.all()]
    done += [(part.changed_at, part.changed_by) for part in row.parts.all()]
    last_at, last_by = max(done)
    report, state = row.report, AFTER[row.last_step]
    wanted = ReportWanted(
        convention=report.convention, iso3=report.iso3, report=report.report, period=report.period or None
    )
    return UnfinishedReport(report=wanted, version=row.number, state=state, last_at=last_at, last_by=last_by)
