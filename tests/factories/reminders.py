"""Plans of reminders that tests need to be there, and a run of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from tests.factories.letters import WRITING, reachable
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.rows import AT

from corcom.correspondence.actions.reminders import StoppedReminder, begin_ready_made, prepare_reminder
from corcom.correspondence.actions.reminders.plans import switch_on_plan
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.jobs import PlanRun, run_reminders
from corcom.correspondence.queries.reminders import ReminderInHand, reminder_plan, reminders_in_hand
from corcom.outbox.domain.server import MailSettings

ADDRESS = "https://corcom.example.org/report/?key="


def address(token: str) -> str:
    """Where a token leads."""
    return f"{ADDRESS}{token}"


BEFORE = date(2016, 3, 31)
"""30 days before the annual reports of 2015 fall due."""
FIRST = ("ZMB", "NOR")
"""States that are bound then, and have an address."""


def a_plan_of_reminders(*, on: bool = True, since: date | None = None, states: Iterable[str] = FIRST) -> PlanTold:
    """The plan that comes with CorCom for the annual report under the CCM; these States have an address."""
    reachable(*states)
    number = begin_ready_made(convention="CCM", obligation="annual-report", by=clerk(), at=AT)
    if on:
        switch_on_plan(number=number, revision=1, since=since, by=clerk(), at=AT)
    return told_plan(number)


def told_plan(number: int) -> PlanTold:
    found = reminder_plan(number=number)
    assert found is not None
    return found


def moment_of(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def ran(day: date, mail: MailSettings | None = None, *, dry: bool = False) -> list[StoppedReminder | PlanRun]:
    """What a run on a day did."""
    return list(
        run_reminders(
            mail=mail or mail_settings(),
            writing=WRITING,
            day=day,
            by=clerk,
            now=lambda: moment_of(day),
            dry=dry,
            address=address,
        )
    )


def told_of(found: list[StoppedReminder | PlanRun]) -> list[tuple[str, str]]:
    """State and what came of it, without those that have no address."""
    return [
        (one.reminder.due.owed.iso3, one.came)
        for run in found
        if isinstance(run, PlanRun)
        for one in run.outcomes
        if one.came != "lacking"
    ]


def in_hand(plan: PlanTold, iso3: str, day: date) -> ReminderInHand:
    """What goes to a State by a plan on a day."""
    found = reminders_in_hand(plan, day=day, writing=WRITING, address=address)
    return next(one for one in found if one.due.owed.iso3 == iso3)


def remind_one(plan: PlanTold, iso3: str, day: date) -> int | None:
    """Prepare the reminder of one State alone."""
    return prepare_reminder(
        plan=plan,
        reminder=in_hand(plan, iso3, day),
        writing=WRITING,
        mail=mail_settings(),
        day=day,
        by=clerk(),
        at=moment_of(day),
        address=address,
    )
