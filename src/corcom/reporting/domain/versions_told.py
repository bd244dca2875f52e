"""A version of a report with what is answered, its steps and its remarks, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from corcom.documents.domain.circles import Circle
from corcom.reporting.domain.answers import Answers
from corcom.reporting.domain.report_flow import StepKind, VersionState
from corcom.rulebooks.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """One step of a version."""

    kind: StepKind
    at: datetime
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkTold:
    """One remark to a part or a field; `of_state`: the State's own."""

    part: str
    field: str
    of_state: bool
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRevision:
    """Which revision of a part is the latest, and whose."""

    revision: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVersionTold:
    """One version of a report. `period` is None for a report that is made once; `is_superseded`: a later one was handed in."""

    number: int
    version: int
    convention: str
    iso3: str
    report: str
    period: int | None
    form: Form | None
    answers: Answers
    revisions: Mapping[str, PartRevision]
    state: VersionState
    is_superseded: bool
    provisional: bool
    circle: Circle
    channel: str
    received_on: date | None
    file_name: str
    file: int | None
    steps: tuple[StepTold, ...]
    remarks: tuple[RemarkTold, ...]
