"""The plan or the reminder of an address, and what goes by a plan on the day of the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest

from corcom.correspondence.domain.reminders.told import PlanTold, ReminderTold
from corcom.correspondence.queries.reminders import (
    ReminderInHand,
    reminder_plan,
    reminders_in_hand,
    reminders_numbered,
)
from corcom.web import day as days
from corcom.web.letters.found import letter_writing
from corcom.web.reports.addresses import token_address
from corcom.web.state_names import state_name


def found_plan(number: int) -> PlanTold:
    """The plan of an address. Errors: `Http404`."""
    found = reminder_plan(number=number)
    if found is None:
        raise Http404
    return found


def found_reminder(number: int) -> ReminderTold:
    """The reminder of an address, which was prepared. Errors: `Http404`."""
    found = next(iter(reminders_numbered(numbers=[number], now=days.moment())), None)
    if found is None:
        raise Http404
    return found


def as_seen(plan: PlanTold) -> PlanTold:
    """The plan; one that is off as if it were switched on without leaving anything out."""
    return plan if plan.is_on else replace(plan, plan=replace(plan.plan, since=None))


def reminders_on(request: HttpRequest, plan: PlanTold, day: date) -> list[ReminderInHand]:
    """What goes by a plan on a day, by State."""
    found = reminders_in_hand(plan, day=day, writing=letter_writing(), address=report_address(request))
    return sorted(found, key=lambda one: (state_name(one.due.owed.iso3), one.due.owed.period or 0))


def report_address(request: HttpRequest) -> Callable[[str], str]:
    """Where a token leads: to the address that the site is told to have, else to the one at which it is asked here."""
    return token_address(settings.SITE_ADDRESS or f"{request.scheme}://{request.get_host()}")
