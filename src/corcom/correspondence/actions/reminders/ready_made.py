"""Beginning with the plan that comes with CorCom."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.reminders.errors import NoSuchObligation
from corcom.correspondence.actions.reminders.plans import draft_plan
from corcom.correspondence.actions.templates import make_ready_template
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.ready_made import ready_made
from corcom.correspondence.queries.templates import templates_told
from corcom.rulebooks.reading import rulebook


@transaction.atomic
def begin_ready_made(*, convention: str, obligation: str, by: User, at: datetime) -> int:
    """Draft the plan for a report that falls due every year, switched off, with its templates; gives its number.

    A template of its name that is there already is taken as it is. Errors: `NoSuchObligation`, `PlanThere`.
    """
    book = rulebook(convention)
    known = book.obligation(obligation) if book else None
    if known is None or not known.recurs or not known.form:
        raise NoSuchObligation(convention, obligation)
    ready = ready_made()
    there = {each.name: each.number for each in templates_told() if not each.convention}
    made = {
        key: there.get(each.name) or make_ready_template(each, by=by, at=at) for key, each in ready.templates.items()
    }
    stages = tuple(replace(stage, template=made[ready.worded[stage.code]]) for stage in ready.stages)
    plan = ReminderPlan(convention=book.convention if book else convention, obligation=obligation, stages=stages)
    return draft_plan(plan=plan, by=by, at=at)
