"""Plans of reminders with their history."""

from __future__ import annotations

from typing import cast

from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.stages import ReminderStage
from corcom.correspondence.domain.reminders.told import PlanStepKind, PlanStepTold, PlanTold
from corcom.correspondence.models import ReminderSchedule, ScheduleStep


def reminder_plans(*, convention: str = "") -> list[PlanTold]:
    """The plans of a convention, or ("") all. Two SQL queries."""
    rows = ReminderSchedule.objects.prefetch_related("steps__by")
    if convention:
        rows = rows.filter(convention=convention)
    return [plan_of(row) for row in rows]


def reminder_plan(*, number: int) -> PlanTold | None:
    """One plan; None where there is none. Two SQL queries."""
    row = ReminderSchedule.objects.prefetch_related("steps__by").filter(pk=number).first()
    return plan_of(row) if row else None


def plan_of(row: ReminderSchedule) -> PlanTold:
    """A row with its steps as a value; no SQL query where they are loaded."""
    steps = tuple(_step(row, step) for step in row.steps.all())
    switched = [step.kind for step in steps if step.kind.startswith("switched")]
    return PlanTold(
        number=row.pk,
        plan=steps[-1].plan,
        revision=row.revision,
        is_on=switched[-1:] == ["switched_on"],
        steps=steps,
    )


def _step(row: ReminderSchedule, step: ScheduleStep) -> PlanStepTold:
    plan = ReminderPlan(
        convention=row.convention,
        obligation=row.obligation,
        stages=tuple(map(ReminderStage.from_json, step.stages)),
        signatory=step.signatory,
        office=step.office,
        since=step.since,
        waits_for_answers=step.waits_for_answers,
    )
    return PlanStepTold(kind=cast("PlanStepKind", step.kind), at=step.at, by=step.by.get_full_name(), plan=plan)
