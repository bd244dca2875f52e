"""A run of all plans of reminders. Whoever runs it again, or at the same time, sends nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Literal

from corcom.access.models import User
from corcom.correspondence.actions import NoReportToLinkTo
from corcom.correspondence.actions.reminders import StoppedReminder, prepare_reminder, stop_reminders
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.domain.reminders.written import TokenAddress, no_address
from corcom.correspondence.queries.reminders import REMINDER, ReminderInHand, reminder_plans, reminders_in_hand
from corcom.documents.domain.official import NoGlyph
from corcom.kernel.errors import CorcomError
from corcom.outbox.actions import NoSender
from corcom.outbox.domain.draft_checks import DraftRefused
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.queries import unsent_about

Came = Literal["would_go", "prepared", "there", "lacking", "answered", "refused"]
"""`would_go`: it is only shown. `there`: somebody else prepared it meanwhile. `lacking`: something is missing. `answered`: it
waits until somebody has read what was answered. `refused`: it could not be prepared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderOutcome:
    """What came of one reminder: its number where it was prepared, and the words of what refused it."""

    reminder: ReminderInHand
    came: Came
    number: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRun:
    """What came of one plan, State by State."""

    plan: PlanTold
    outcomes: tuple[ReminderOutcome, ...]


def run_reminders(
    *,
    mail: MailSettings,
    writing: LetterWriting,
    day: date,
    by: Callable[[], User],
    now: Callable[[], datetime],
    dry: bool = False,
    address: TokenAddress = no_address,
) -> Iterator[StoppedReminder | PlanRun]:
    """First what is stopped, then each plan that is on; each reminder is kept once it is prepared. `dry`: nothing is kept.

    `by` is asked for whoever runs it, `now` is the clock, `address` gives the page of a report by the token of a link.
    Errors: `NoSender`, `PlanChanged` (of somebody who changed a plan meanwhile; the next run goes on).
    """
    if not dry:
        yield from stop_before_sending(day=day, by=by, now=now)
    for plan in reminder_plans():
        if plan.is_on:
            outcomes = []
            for one in reminders_in_hand(plan, day=day, writing=writing, address=address):
                came = _waiting(one) or _shown(one, dry=dry)
                if came is None:
                    prepare = partial(prepare_reminder, plan=plan, writing=writing, mail=mail, day=day, address=address)
                    came = _prepared(prepare, one, by=by, now=now)
                outcomes.append(came)
            yield PlanRun(plan=plan, outcomes=tuple(outcomes))


def stop_before_sending(*, day: date, by: Callable[[], User], now: Callable[[], datetime]) -> list[StoppedReminder]:
    """Stop what has not left and should not any more; asked before anything is sent. One SQL query where there is nothing."""
    return stop_reminders(day=day, by=by(), at=now()) if unsent_about(kind=REMINDER) else []


def _waiting(one: ReminderInHand) -> ReminderOutcome | None:
    if one.goes:
        return None
    return ReminderOutcome(reminder=one, came="lacking" if one.lacks else "answered")


def _shown(one: ReminderInHand, *, dry: bool) -> ReminderOutcome | None:
    return ReminderOutcome(reminder=one, came="would_go") if dry else None


def _prepared(
    prepare: Callable[..., int | None], one: ReminderInHand, *, by: Callable[[], User], now: Callable[[], datetime]
) -> ReminderOutcome:
    try:
        number = prepare(reminder=one, by=by(), at=now())
    except NoSender:
        raise
    except (DraftRefused, NoGlyph, NoReportToLinkTo) as refused:
        return ReminderOutcome(reminder=one, came="refused", why=_words(refused))
    return ReminderOutcome(reminder=one, came="prepared" if number else "there", number=number)


def _words(refused: CorcomError | Exception) -> str:
    return " ".join(str(refused).split())
