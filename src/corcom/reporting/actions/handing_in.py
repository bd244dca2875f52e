"""Handing a report in, filing one that came by letter, and recalling it.

The receipt is a fact of the obligation; the figures of the report follow.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from corcom.documents.domain.circles import Circle
from corcom.documents.models import StoredFile
from corcom.obligations.actions import NoSuchFact, ReceivedAlready, RecordedAlready, record_fact, strike_fact
from corcom.obligations.domain.facts import Fact
from corcom.reporting.actions.drafting import drafted_version, open_draft
from corcom.reporting.actions.errors import (
    NoSuchVersion,
    ReceivedInTheFuture,
    ReportIncomplete,
    StepRefused,
    WithoutWords,
)
from corcom.reporting.actions.figures_follow import let_figures_follow
from corcom.reporting.domain.answer_checks import flaws
from corcom.reporting.domain.answers import answers_json
from corcom.reporting.domain.report_flow import HANDED_IN, may_follow
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportStep, ReportVersion
from corcom.reporting.queries.versions import drafted_answers, form_of, other_answers, state_of

CHANNELS = ("web", "form", "e-mail", "letter")
"""How a report came: filled in here, on the form as a file, by e-mail, on paper."""


@transaction.atomic
def submit_report(
    *, version: int, circle: Circle, day: date, at: datetime, by: str, provisional: bool = False, channel: str = ""
) -> None:
    """Hand a draft in: what it says never changes from now on, and its receipt is recorded on the day.

    It came by the `channel`; by that of the draft (a form that was taken in, or the web) where none is named.

    Whom it is for, the `circle`, is for the State to say under every convention. Errors: `NoSuchVersion`, `StepRefused`,
    `ReportIncomplete`.
    """
    row = drafted_version(version)
    form = form_of(row)
    answers = drafted_answers(list(row.parts.all()))
    if form is not None:
        whole, period = row.report, row.report.period or None
        earlier = other_answers(convention=whole.convention, iso3=whole.iso3, report=whole.report, period=period)
        if found := tuple(flaws(form, answers, period=period, reported=earlier, earlier=earlier)):
            raise ReportIncomplete(found)
    row.answers = answers_json(answers)
    row.circle, row.received_on, row.provisional = circle, day, provisional
    row.channel = channel or row.channel
    _hand_in(row, day=day, at=at, by=by)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReport:
    """A report that came as a document: the file, by which of the `CHANNELS`, on which day, and for which circle it is."""

    file: StoredFile
    channel: str
    received_on: date
    circle: Circle = "public"


@transaction.atomic
def file_report(*, wanted: ReportWanted, received: ReceivedReport, day: date, at: datetime, by: str) -> int:
    """File what a State sent as a document: the file is kept, with how and when it came. Gives the version's number.

    Errors: `ReportNotOwed`, `ReceivedInTheFuture`; `ReceivedAlready` where a receipt is recorded by hand that
    says it came later, `ReceivedTooEarly`.
    """
    if received.received_on > day:
        raise ReceivedInTheFuture(received.received_on)
    number = open_draft(wanted=wanted, day=day, at=at, by=by)
    row = drafted_version(number)
    # The file says what the report says; what stood in the draft does not.
    row.parts.all().delete()
    row.file, row.channel, row.received_on, row.circle = (
        received.file,
        received.channel,
        received.received_on,
        received.circle,
    )
    _hand_in(row, day=day, at=at, by=by)
    return number


@transaction.atomic
def recall_report(*, version: int, why: str, day: date, at: datetime, by: str) -> None:
    """Take a report back that was handed in. It stays readable; its receipt is struck, or becomes that of another version that stands.

    Errors: `NoSuchVersion`, `StepRefused`, `WithoutWords`.
    """
    if not why.strip():
        raise WithoutWords
    row = ReportVersion.objects.select_for_update(of=("self",)).select_related("report").filter(pk=version).first()
    if row is None:
        raise NoSuchVersion(version)
    if not may_follow("recalled", state := state_of(row)):
        raise StepRefused("recalled", state)
    ReportStep.objects.create(version=row, kind="recalled", at=at, by=by, note=why.strip())
    _let_receipt_follow(row, why=why.strip(), day=day, at=at, by=by)
    let_figures_follow(row.report, why=why.strip(), at=at, by=by)


def _hand_in(row: ReportVersion, *, day: date, at: datetime, by: str) -> None:
    row.save()
    ReportStep.objects.create(version=row, kind="submitted", at=at, by=by)
    _let_receipt_follow(row, why=f"version {row.number} was received earlier", day=day, at=at, by=by)
    let_figures_follow(row.report, why=f"version {row.number} says it no more", at=at, by=by)


def _let_receipt_follow(row: ReportVersion, *, why: str, day: date, at: datetime, by: str) -> None:
    """A report came when the first version came that stands: its receipt is recorded, and every other is struck.

    A receipt that somebody recorded or corrected by hand stands as it is, unless this version came before it. Errors:
    `ReceivedAlready`.
    """
    versions = list(
        ReportVersion.objects.filter(report=row.report_id).select_related("report").prefetch_related("steps")
    )
    standing = [one for one in versions if state_of(one) in HANDED_IN]
    first = min(standing, key=lambda one: (one.received_on or day, one.number), default=None)
    for one in versions:
        if one != first and one.receipt_id is not None:
            receipt, one.receipt_id = one.receipt_id, None
            one.save(update_fields=["receipt"])
            with contextlib.suppress(NoSuchFact):
                strike_fact(number=receipt, why=why, at=at, by=by)
    if first is not None and first.receipt_id is None:
        first.receipt_id = _recorded(_receipt(first), day=day, at=at, by=by)
        first.save(update_fields=["receipt"])


def _recorded(receipt: Fact, *, day: date, at: datetime, by: str) -> int | None:
    """The number of a receipt; None where one by hand says that the report had come by then."""
    try:
        return record_fact(fact=receipt, day=day, at=at, by=by)
    except RecordedAlready:
        return None
    except ReceivedAlready as there:
        if there.other.on > receipt.on:
            raise
        return None


def _receipt(row: ReportVersion) -> Fact:
    whole = row.report
    return Fact(
        convention=whole.convention,
        iso3=whole.iso3,
        obligation=whole.report,
        kind="fulfilled",
        on=row.received_on.isoformat() if row.received_on else "",
        period=whole.period or None,
        source=f"report handed in, version {row.number}",
        certainty="certain",
    )
