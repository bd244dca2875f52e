"""Plans of reminders: drafted, changed, switched on and off. Every step stays readable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.reminders.errors import (
    NoSuchObligation,
    NoSuchPlan,
    PlanChanged,
    PlanSwitched,
    PlanThere,
    StageSaysOverdue,
    TemplateMissing,
)
from corcom.correspondence.actions.reminders.stopping import stop_plan
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.filling import check_filled
from corcom.correspondence.domain.reminders.stages import checked_stages
from corcom.correspondence.domain.reminders.told import PlanStepKind
from corcom.correspondence.domain.saying_overdue import overdue_in
from corcom.correspondence.models import ReminderSchedule, ScheduleStep
from corcom.correspondence.queries.reminders.plans import plan_of
from corcom.correspondence.queries.templates import templates_told
from corcom.rulebooks.reading import rulebook


@transaction.atomic
def draft_plan(*, plan: ReminderPlan, by: User, at: datetime) -> int:
    """Draft the plan for an obligation, switched off; gives its number.

    Errors: `NoSuchObligation`, `PlanThere`, `StagesRefused`, `TemplateMissing`, `StageSaysOverdue`,
    `StageFieldRefused`.
    """
    book = rulebook(plan.convention)
    known = book.obligation(plan.obligation) if book else None
    if known is None or known.is_lasting:
        raise NoSuchObligation(plan.convention, plan.obligation)
    there = ReminderSchedule.objects.filter(convention=plan.convention, obligation=plan.obligation).first()
    if there is not None:
        raise PlanThere(there.pk)
    row = ReminderSchedule.objects.create(convention=plan.convention, obligation=plan.obligation)
    _add(row, "drafted", _checked(plan), by=by, at=at)
    return row.pk


@transaction.atomic
def change_plan(*, number: int, plan: ReminderPlan, revision: int, by: User, at: datetime) -> None:
    """Change the stages and who signs, as somebody read the plan at a revision. What was sent is not sent again.

    Errors: `NoSuchPlan`, `PlanChanged`, `StagesRefused`, `TemplateMissing`, `StageSaysOverdue`,
    `StageFieldRefused`.
    """
    row = locked_plan(number, revision)
    before = plan_of(row).plan
    same = replace(plan, convention=row.convention, obligation=row.obligation, since=before.since)
    _step(row, "changed", _checked(same), by=by, at=at)


@transaction.atomic
def switch_on_plan(*, number: int, revision: int, since: date | None, by: User, at: datetime) -> None:
    """Let a plan send from now on. Stages whose day was before `since` do not go; None: those that still can go too.

    Errors: `NoSuchPlan`, `PlanChanged`, `PlanSwitched`, `StageSaysOverdue`, `StageFieldRefused`,
    `TemplateMissing`.
    """
    row = locked_plan(number, revision)
    told = plan_of(row)
    if told.is_on:
        raise PlanSwitched(is_on=True)
    _step(row, "switched_on", _checked(replace(told.plan, since=since)), by=by, at=at)


@transaction.atomic
def switch_off_plan(*, number: int, revision: int, by: User, at: datetime) -> int:
    """Let a plan send no more; what it prepared and has not left is stopped. Gives how many reminders those were.

    Errors: `NoSuchPlan`, `PlanChanged`, `PlanSwitched`.
    """
    row = locked_plan(number, revision)
    told = plan_of(row)
    if not told.is_on:
        raise PlanSwitched(is_on=False)
    _step(row, "switched_off", told.plan, by=by, at=at)
    return stop_plan(plan=number, by=by, at=at)


def locked_plan(number: int, revision: int) -> ReminderSchedule:
    """The row of a plan as it was read; whoever else wants it waits. Errors: `NoSuchPlan`, `PlanChanged`."""
    row = ReminderSchedule.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchPlan(number)
    if row.revision != revision:
        raise PlanChanged(row.revision)
    return row


def _checked(plan: ReminderPlan) -> ReminderPlan:
    stages = checked_stages(plan.stages)
    signatory, office = plan.signatory.strip()[:200], plan.office.strip()[:300]
    checked = replace(plan, stages=stages, signatory=signatory, office=office)
    _check_words(checked)
    return checked


def _check_words(plan: ReminderPlan) -> None:
    templates = {each.number: each for each in templates_told(convention=plan.convention, with_retired=True)}
    for stage in plan.stages:
        template = templates.get(stage.template)
        if template is None or not template.wordings:
            raise TemplateMissing(stage.days)
        for language, words in template.wordings.items():
            if stage.sent_to != "overdue" and (found := overdue_in(words)):
                raise StageSaysOverdue(stage.days, language, found)
            check_filled(plan, stage, language, words)


def _step(row: ReminderSchedule, kind: PlanStepKind, plan: ReminderPlan, *, by: User, at: datetime) -> None:
    row.revision += 1
    row.save(update_fields=["revision"])
    _add(row, kind, plan, by=by, at=at)


def _add(row: ReminderSchedule, kind: PlanStepKind, plan: ReminderPlan, *, by: User, at: datetime) -> None:
    ScheduleStep.objects.create(
        schedule=row,
        kind=kind,
        stages=[stage.as_json() for stage in plan.stages],
        signatory=plan.signatory,
        office=plan.office,
        since=plan.since,
        waits_for_answers=plan.waits_for_answers,
        at=at,
        by=by,
    )
