"""Writing a report: a draft with last time's answers, saved part by part, by several hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from corcom.register.domain.registered import Register
from corcom.register.queries import register_of
from corcom.reporting.actions.errors import (
    MayNotBeRestricted,
    NoSuchPart,
    NoSuchVersion,
    PartChanged,
    ReportNotOwed,
    StepRefused,
)
from corcom.reporting.domain.answer_checks import carried_over
from corcom.reporting.domain.answers import Answers, PartAnswer, answers_from, answers_json
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.models import ReportPart, ReportStep, ReportVersion, TransparencyReport
from corcom.reporting.queries.owed import state_reports
from corcom.reporting.queries.versions import form_of, reported_years, state_of
from corcom.rulebooks.forms import Form
from corcom.rulebooks.reading import rulebook


@transaction.atomic
def open_draft(*, wanted: ReportWanted, day: date, at: datetime, by: str, register: Register | None = None) -> int:
    """Begin a version of a report, or go on with the draft that there is; gives its number.

    The draft holds what the version before it says; else, marked, what the last report of an earlier year said. Whoever opens
    many gives the `register` of the convention, which is else asked for each. Errors: `ReportNotOwed`.
    """
    form = _form_owed(wanted, day, register or register_of(wanted.convention))
    whole, _ = TransparencyReport.objects.select_for_update().get_or_create(
        convention=wanted.convention, iso3=wanted.iso3, report=wanted.report, period=wanted.period or 0
    )
    versions = list(whole.versions.prefetch_related("steps").order_by("-number"))
    if versions and state_of(versions[0]) == "drafting":
        return versions[0].pk
    before, year = _before(whole, versions)
    row = ReportVersion.objects.create(
        report=whole, number=versions[0].number + 1 if versions else 1, form_since=form.since
    )
    if before is not None:
        # Who may read it is chosen when it is handed in; until then it is as it was, lest a correction publish it.
        row.circle = before.circle
        row.save(update_fields=["circle"])
        said = answers_from(before.answers)
        _write_parts(row, said if year is None else carried_over(form, said, year=year), at=at, by=by)
    ReportStep.objects.create(version=row, kind="opened", at=at, by=by)
    return row.pk


@transaction.atomic
def save_part(*, version: int, part: str, answer: PartAnswer, revision: int, at: datetime, by: str) -> int:
    """Keep what is answered to a part, as it was typed last; gives its new revision. 0 is that of a part never saved.

    Errors: `NoSuchVersion`, `StepRefused`, `NoSuchPart`, `PartChanged`, `MayNotBeRestricted`.
    """
    row = drafted_version(version)
    form = form_of(row)
    if form is None or form.part(part) is None:
        raise NoSuchPart(part)
    if answer.restricted and not form.restricted:
        raise MayNotBeRestricted(part)
    there = ReportPart.objects.select_for_update().filter(version=row, part=part).first()
    if (there.revision if there else 0) != revision:
        raise _changed(there)
    kept = answers_json({part: answer})[part]
    if there is None:
        ReportPart.objects.create(version=row, part=part, answer=kept, changed_at=at, changed_by=by)
        return 1
    if there.answer != kept:
        there.answer, there.revision, there.changed_at, there.changed_by = kept, revision + 1, at, by
        there.save()
    return there.revision


def drafted_version(number: int) -> ReportVersion:
    """A version that is still drafted, locked. Errors: `NoSuchVersion`, `StepRefused`."""
    row = ReportVersion.objects.select_for_update(of=("self",)).select_related("report").filter(pk=number).first()
    if row is None:
        raise NoSuchVersion(number)
    if (state := state_of(row)) != "drafting":
        raise StepRefused("opened", state)
    return row


def _form_owed(wanted: ReportWanted, day: date, register: Register | None) -> Form:
    """The form of a report that the State owes on the day. A report may be early: the next one counts."""
    owed = state_reports(register, iso3=wanted.iso3, day=day) if register else []
    book = rulebook(wanted.convention)
    found = next((one for one in owed if one.answers(wanted)), None)
    form = book.form_on(found.report.form, day) if book and found else None
    if form is None:
        raise ReportNotOwed(wanted, day)
    return form


def _before(whole: TransparencyReport, versions: list[ReportVersion]) -> tuple[ReportVersion | None, int | None]:
    """The version with which a draft begins, and the year of its report where that is an earlier one."""
    if versions:
        return versions[0], None
    earlier = {
        year: row
        for year, row in _earlier(whole).items()
        if row.report_id != whole.pk and (not whole.period or year < whole.period)
    }
    return (earlier[max(earlier)], max(earlier)) if earlier else (None, None)


def _earlier(whole: TransparencyReport) -> dict[int, ReportVersion]:
    """What the State reported before, on the same form, by the year; the initial report as the one before all."""
    book = rulebook(whole.convention)
    obligation = book.obligation(whole.report) if book else None
    found: dict[int, ReportVersion] = {}
    for each in book.obligations if book and obligation else ():
        if obligation is not None and each.form == obligation.form:
            found |= reported_years(convention=whole.convention, iso3=whole.iso3, report=each.code)
    return found


def _write_parts(row: ReportVersion, answers: Answers, *, at: datetime, by: str) -> None:
    kept = answers_json(answers)
    ReportPart.objects.bulk_create(
        [ReportPart(version=row, part=part, answer=kept[part], changed_at=at, changed_by=by) for part in answers]
    )


def _changed(there: ReportPart | None) -> PartChanged:
    if there is None:
        return PartChanged(PartAnswer(), 0, "", None)
    now = replace(answers_from({there.part: there.answer})[there.part])
    return PartChanged(now, there.revision, there.changed_by, there.changed_at)
