"""Changing a plan of reminders, and drafting one for any obligation with a deadline."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.correspondence.actions import reminders as actions
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.queries import templates_told
from corcom.correspondence.queries.reminders import reminder_plans
from corcom.rulebooks.reading import conventions, rulebook
from corcom.web import day as days
from corcom.web.person import person
from corcom.web.reminders.forms import PlanForm
from corcom.web.reminders.found import found_plan
from corcom.web.reminders.page import stages_table
from corcom.web.reminders.refusals import REFUSED, in_words
from corcom.web.reminders.words import plan_name
from corcom.web.rights import requires


@requires("send")
def reminder_edit(request: HttpRequest, number: int) -> HttpResponse:
    """Changing the stages and who signs; of two editors the second is shown what the first wrote."""
    told = found_plan(number)
    form = _form(request, told.plan, told.revision, told)
    if form.is_bound and form.are_valid:
        try:
            actions.change_plan(
                number=number,
                plan=form.plan(told.plan),
                revision=form.cleaned_data["revision"],
                by=person(request),
                at=days.moment(),
            )
        except actions.PlanChanged as refused:
            return _meanwhile(request, told, form, in_words(refused))
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The plan is kept. What was sent is not sent again."))
            return redirect("reminder_plan", number)
    return _page(request, form, told.plan, told)


@requires("send")
def reminder_new(request: HttpRequest) -> HttpResponse:
    """A plan for an obligation that has none yet."""
    convention, _slash, obligation = request.GET.get("for", "").partition("/")
    choices = dict(_without_plan())
    if f"{convention}/{obligation}" not in choices:
        return render(request, "reminders/choose.html", {"choices": choices.items()})
    plan = ReminderPlan(convention=convention, obligation=obligation, stages=())
    form = _form(request, plan, 0, None)
    if form.is_bound and form.are_valid:
        try:
            number = actions.draft_plan(plan=form.plan(plan), by=person(request), at=days.moment())
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("The plan is drafted. It sends nothing before it is switched on."))
            return redirect("reminder_plan", number)
    return _page(request, form, plan, None)


def _without_plan() -> list[tuple[str, str]]:
    there = {(each.plan.convention, each.plan.obligation) for each in reminder_plans()}
    return [
        (f"{book.convention}/{each.code}", plan_name(book.convention, each.code))
        for code in conventions()
        if (book := rulebook(code))
        for each in book.obligations
        if not each.is_lasting and (book.convention, each.code) not in there
    ]


def _form(request: HttpRequest, plan: ReminderPlan, revision: int, told: PlanTold | None) -> PlanForm:
    used = [stage.code for step in (told.steps if told else ()) for stage in step.plan.stages]
    return PlanForm(
        request.POST if request.method == "POST" else None,
        plan=plan,
        revision=revision,
        templates=templates_told(convention=plan.convention),
        used=used,
    )


def _meanwhile(request: HttpRequest, told: PlanTold, form: PlanForm, words: str) -> HttpResponse:
    """The form as it was sent, beside what stands now; sent again, it takes the place of that."""
    now = found_plan(told.number)
    form.add_error(None, words)
    data = request.POST.copy()
    data["revision"] = str(now.revision)
    form.data = data
    last = now.steps[-1]
    return _page(request, form, told.plan, now, {"now": stages_table(now.plan), "by": last.by}, status=409)


def _page(
    request: HttpRequest,
    form: PlanForm,
    plan: ReminderPlan,
    told: PlanTold | None,
    more: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    has_errors = bool(form.errors) or any(row.errors for row in form.rows)
    shown = {"form": form, "name": plan_name(plan.convention, plan.obligation), "told": told, **(more or {})}
    return render(request, "reminders/edit.html", shown, status=400 if has_errors and status == 200 else status)
