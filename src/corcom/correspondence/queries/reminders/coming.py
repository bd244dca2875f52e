"""How much goes by a plan today and in the days after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from corcom.correspondence.domain.reminders.due import ReminderDue, reminders_coming, reminders_due
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.queries.outstanding import obligation_today
from corcom.correspondence.queries.reminders.sent import sent_reminders


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanToday:
    """What goes today by a plan, and what will go afterwards if nothing is recorded until then."""

    today: tuple[ReminderDue, ...]
    coming: tuple[ReminderDue, ...]


def plan_today(plan: PlanTold, *, day: date, ahead: int = 30) -> PlanToday:
    """What goes by a plan on a day, and in so many days after it. Three SQL queries."""
    terms = plan.plan
    found = obligation_today(convention=terms.convention, obligation=terms.obligation, day=day)
    owed = found.outstanding if found else ()
    sent = sent_reminders(plan=plan.number)
    until = day + min(timedelta(days=ahead), date.max - day)
    return PlanToday(
        today=tuple(reminders_due(terms, owed, sent, day)),
        coming=tuple(reminders_coming(terms, owed, sent, day, until)),
    )
