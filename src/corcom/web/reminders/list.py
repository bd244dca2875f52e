"""Reminders: the plans, what is due today and in the next days, and what was prepared."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.queries.reminders import (
    PlanToday,
    plan_today,
    reminder_plans,
    reminders_told,
)
from corcom.rulebooks.reading import conventions, rulebook
from corcom.web import day as days
from corcom.web.filters import convention_of
from corcom.web.pieces import Column, Link, Row, StatusMark, Table
from corcom.web.reminders.found import reminders_on
from corcom.web.reminders.lines import coming_table, sent_table, today_tables
from corcom.web.reminders.words import plan_name
from corcom.web.rights import requires
from corcom.web.wording import in_words

SHOWN = 100
"""Reminders in the history; the page of a plan and of a State have theirs."""


@requires("send")
def reminders(request: HttpRequest) -> HttpResponse:
    """All plans, what goes today by those that are on, what comes, and what was prepared last."""
    page = days.page_day(request)
    plans = reminder_plans(convention=convention_of(request))
    ahead = {plan.number: plan_today(plan, day=page.on) for plan in plans}
    on = [plan for plan in plans if plan.is_on]
    due = [(plan, one) for plan in on for one in reminders_on(request, plan, page.on)]
    ready, waiting = today_tables(due, page.on)
    shown = {
        "status": _status(len(ready.rows), len(waiting.rows), page.on),
        "plans": _plans(plans, ahead),
        "due": ready,
        "waiting": waiting,
        "coming": coming_table((plan, ahead[plan.number].coming) for plan in on) if on else None,
        "sent": sent_table(reminders_told(now=days.moment(), size=SHOWN), may_send=True),
        "ready": len(ready.rows) if page.is_today else 0,
        "has_plans": bool(plans),
        "offered": offered(reminder_plans()),
    }
    return render(request, "reminders/list.html", shown)


def _status(ready: int, waiting: int, day: date) -> str:
    """How many can go, and how many wait, in a line."""
    count = ngettext("%(n)d reminder can go", "%(n)d reminders can go", ready) % {"n": ready}
    more = ngettext("%(n)d waits for what is missing", "%(n)d wait for what is missing", waiting) % {"n": waiting}
    return " · ".join(part for part in (in_words(day), count, more if waiting else "") if part)


def offered(plans: list[PlanTold]) -> list[tuple[str, str, str]]:
    """The yearly reports without a plan: convention, obligation, and its name."""
    there = {(each.plan.convention, each.plan.obligation) for each in plans}
    return [
        (book.convention, each.code, plan_name(book.convention, each.code))
        for code in conventions()
        if (book := rulebook(code))
        for each in book.obligations
        if each.recurs and each.form and (book.convention, each.code) not in there
    ]


def on_mark(plan: PlanTold) -> StatusMark:
    """Whether a plan is on, since when and by whom."""
    switched = plan.switched
    if switched is None:
        return StatusMark("none", _("off: not switched on yet"))
    said = _("on since %(day)s, by %(who)s") if plan.is_on else _("off since %(day)s, by %(who)s")
    words = said % {"day": in_words(switched.at.date()), "who": switched.by}
    return StatusMark("met" if plan.is_on else "none", words)


def _plans(plans: list[PlanTold], ahead: dict[int, PlanToday]) -> Table:
    rows = [
        Row(
            (
                Link(
                    plan_name(plan.plan.convention, plan.plan.obligation), reverse("reminder_plan", args=[plan.number])
                ),
                on_mark(plan),
                len(plan.plan.stages),
                len(ahead[plan.number].today),
                len(ahead[plan.number].coming),
            )
        )
        for plan in plans
    ]
    columns = (
        Column(_("Plan"), is_wide=True),
        Column(_("On or off")),
        Column(_("Stages"), is_number=True),
        Column(_("States on this day"), is_number=True),
        Column(_("In the next 30 days"), is_number=True),
    )
    return Table(id="plans", caption=_("Plans"), columns=columns, rows=tuple(rows), count=len(rows))
