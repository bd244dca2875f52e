"""The page of a plan of reminders: its stages, what goes by it, its history, and switching it on and off."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.told import PlanStepTold
from corcom.correspondence.queries import templates_told
from corcom.correspondence.queries.reminders import plan_answers, plan_today, reminders_told
from corcom.web import day as days
from corcom.web.directory.words import PURPOSES
from corcom.web.pieces import Column, Link, Row, Stack, Table
from corcom.web.reminders.found import as_seen, found_plan, reminders_on
from corcom.web.reminders.lines import answers_table, coming_table, sent_table, today_tables
from corcom.web.reminders.list import on_mark
from corcom.web.reminders.words import (
    COPIES,
    PLAN_STEPS,
    SENT_TO,
    answer_in_words,
    days_in_words,
    plan_name,
    ways_in_words,
)
from corcom.web.rights import requires
from corcom.web.wording import in_words, moment_in_words

SHOWN = 200
"""Reminders of a plan in its list."""


@requires("send")
def reminder_plan_page(request: HttpRequest, number: int) -> HttpResponse:
    """One plan."""
    told, page = found_plan(number), days.page_day(request)
    seen = as_seen(told)
    from_now = replace(told, plan=replace(told.plan, since=page.on))
    due = reminders_on(request, seen, page.on)
    ahead = plan_today(seen, day=page.on)
    ready, waiting = today_tables([(told, one) for one in due], page.on)
    shown = {
        "told": told,
        "name": plan_name(told.plan.convention, told.plan.obligation),
        "status": on_mark(told),
        "stages": stages_table(told.plan),
        "due": ready,
        "waiting": waiting,
        "all": len(due),
        "from_now": len(plan_today(from_now, day=page.on).today),
        "answers": answers_table(plan_answers(plan=number)),
        "coming": coming_table([(told, ahead.coming)]),
        "sent": sent_table(reminders_told(now=days.moment(), plan=number, size=SHOWN), may_send=True),
        "is_today": page.is_today,
        "steps": [_step(step) for step in reversed(told.steps)],
        "signed": [line for line in (told.plan.signatory, told.plan.office) if line],
    }
    return render(request, "reminders/plan.html", shown)


def stages_table(plan: ReminderPlan) -> Table:
    """The stages of a plan."""
    names = {each.number: each.name for each in templates_told(with_retired=True)}
    rows = [
        Row(
            (
                Link(days_in_words(stage.days), is_whole=True),
                str(SENT_TO[stage.sent_to]),
                names.get(stage.template, "–"),
                Stack(
                    (
                        str(PURPOSES[stage.purpose]),
                        *(_("copy: %(address)s") % {"address": COPIES[each]} for each in stage.copies),
                    )
                ),
                Stack((ways_in_words(stage), answer_in_words(stage))),
            )
        )
        for stage in plan.stages
    ]
    columns = (
        Column(_("Stage")),
        Column(_("For which States"), is_wide=True),
        Column(_("Template")),
        Column(_("To the address for")),
        Column(_("How")),
    )
    return Table(id="stages", caption=_("Stages"), columns=columns, rows=tuple(rows), count=len(rows))


def _step(step: PlanStepTold) -> tuple[str, str, str]:
    """What was done, when and by whom, and the stages from then on."""
    stages = _(", ").join(days_in_words(stage.days) for stage in step.plan.stages)
    if step.kind == "switched_on" and step.plan.since:
        stages = _("stages from %(day)s on") % {"day": in_words(step.plan.since)}
    return str(PLAN_STEPS[step.kind]), f"{moment_in_words(step.at)}, {step.by}", stages
