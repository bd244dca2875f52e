"""Reviewing a report: taken up, remarked on by both sides, accepted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.reporting.actions.errors import NoSuchPart, NoSuchVersion, StepRefused, WithoutWords
from corcom.reporting.domain.report_flow import StepKind, may_follow
from corcom.reporting.models import ReportRemark, ReportStep, ReportVersion
from corcom.reporting.queries.versions import form_of, state_of


def take_up_report(*, version: int, at: datetime, by: str) -> None:
    """Begin the review of a report that was handed in. Errors: `NoSuchVersion`, `StepRefused`."""
    _take("taken_up", version, at=at, by=by)


def accept_report(*, version: int, at: datetime, by: str, note: str = "") -> None:
    """Say that nothing more is asked about a report. Errors: `NoSuchVersion`, `StepRefused`."""
    _take("accepted", version, at=at, by=by, note=note)


@transaction.atomic
def remark_on_report(
    *, version: int, part: str, words: str, of_state: bool, at: datetime, by: str, field: str = ""
) -> None:
    """Say something to a part, or to a field of it, of a report. Errors: `NoSuchVersion`, `NoSuchPart`, `WithoutWords`."""
    row = _locked(version)
    if not words.strip():
        raise WithoutWords
    form = form_of(row)
    found = form.part(part) if form else None
    if found is None or (field and found.field(field) is None):
        raise NoSuchPart(part)
    ReportRemark.objects.create(
        version=row, part=part, field=field, of_state=of_state, words=words.strip(), at=at, by=by
    )


@transaction.atomic
def _take(kind: StepKind, version: int, *, at: datetime, by: str, note: str = "") -> None:
    row = _locked(version)
    if not may_follow(kind, state := state_of(row)):
        raise StepRefused(kind, state)
    ReportStep.objects.create(version=row, kind=kind, at=at, by=by, note=note.strip())


def _locked(number: int) -> ReportVersion:
    row = ReportVersion.objects.select_for_update(of=("self",)).select_related("report").filter(pk=number).first()
    if row is None:
        raise NoSuchVersion(number)
    return row
