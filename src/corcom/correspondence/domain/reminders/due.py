"""Which reminders go on a day, and which will: from the stages, what States owe, and what was sent before.

No stage goes twice for the same State and deadline, none goes before one that was sent, and of several that have been reached
since somebody looked only the last goes. Whoever met the obligation is not among what is owed, and gets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corcom.correspondence.domain.outstanding import Outstanding, OutstandingStatus
from corcom.correspondence.domain.reminders.stages import ReminderStage, StageFor

LATEST: Final = timedelta(days=30)
"""So long after its day a stage still goes; then its words would speak of what is long ago."""

SAME: Final = timedelta(days=60)
"""A day that was corrected by no more than this is the same deadline; an extension moves it by more."""

FITS: Final[Mapping[StageFor, frozenset[OutstandingStatus]]] = {
    "due_soon": frozenset({"due"}),
    "not_known": frozenset({"unknown", "overdue"}),
    "overdue": frozenset({"overdue"}),
}
"""How a deadline may stand for a stage to go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlan:
    """The plan for one obligation of a convention. Stages whose day is before `since` do not go: the plan was not on then.

    `waits_for_answers`: a State whose answer to a reminder nobody has read yet is not reminded by itself.
    """

    convention: str
    obligation: str
    stages: tuple[ReminderStage, ...]
    signatory: str = ""
    office: str = ""
    since: date | None = None
    waits_for_answers: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SentReminder:
    """That a stage, by its code and its order then, was sent to a State for a period and the day on which it was due."""

    stage: str
    order: tuple[int, int]
    iso3: str
    period: int | None
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderDue:
    """A reminder that goes: to which State, about what, at which stage; `on` is the day of the stage."""

    owed: Outstanding
    stage: ReminderStage

    @property
    def on(self) -> date:
        """The day that the plan names; the reminder may go some days later."""
        return self.stage.on(self.owed.due_on)


Sent = Mapping[tuple[str, int | None], Sequence[SentReminder]]


def reminders_due(
    plan: ReminderPlan, owed: Iterable[Outstanding], sent: Iterable[SentReminder], day: date
) -> list[ReminderDue]:
    """What goes on a day, in the order of what is owed. `sent` are those of the plan, stopped ones too."""
    before = _by_deadline(sent)
    found = (_due(plan, one, _sent_of(before, one), day) for one in owed)
    return [one for one in found if one is not None]


def reminders_coming(
    plan: ReminderPlan, owed: Iterable[Outstanding], sent: Iterable[SentReminder], day: date, until: date
) -> list[ReminderDue]:
    """What goes after a day and by another, that one too, if until then nothing is recorded; by day and State.

    A stage for what is recorded as overdue is among them only where that is recorded already.
    """
    before = _by_deadline(sent)
    found: dict[tuple[date, str, int], ReminderDue] = {}
    for one in owed:
        done = _sent_of(before, one)
        for stage in plan.stages:
            on = stage.on(one.due_on)
            if day < on <= until and _in_reach(plan, on) and _may_fit(stage, one) and not _is_done(stage, done):
                # Of two stages on one day the later one goes.
                found[on, one.iso3, one.period or 0] = ReminderDue(owed=one, stage=stage)
    return [found[key] for key in sorted(found)]


def _due(plan: ReminderPlan, one: Outstanding, done: Sequence[SentReminder], day: date) -> ReminderDue | None:
    reached = [
        stage
        for stage in plan.stages
        if one.status in FITS[stage.sent_to]
        and day - LATEST <= stage.on(one.due_on) <= day
        and _in_reach(plan, stage.on(one.due_on))
    ]
    last = max(reached, key=lambda stage: stage.order, default=None)
    return None if last is None or _is_done(last, done) else ReminderDue(owed=one, stage=last)


def _in_reach(plan: ReminderPlan, on: date) -> bool:
    return plan.since is None or on >= plan.since


def _may_fit(stage: ReminderStage, one: Outstanding) -> bool:
    """Whether a deadline may stand so on the day of the stage: what is not due yet may be unknown then."""
    return one.status in FITS[stage.sent_to] or (stage.sent_to == "not_known" and one.status == "due")


def _is_done(stage: ReminderStage, done: Sequence[SentReminder]) -> bool:
    return any(each.stage == stage.code or each.order >= stage.order for each in done)


def _by_deadline(sent: Iterable[SentReminder]) -> Sent:
    found: dict[tuple[str, int | None], list[SentReminder]] = {}
    for each in sent:
        found.setdefault((each.iso3, each.period), []).append(each)
    return found


def _sent_of(before: Sent, one: Outstanding) -> list[SentReminder]:
    return [each for each in before.get((one.iso3, one.period), ()) if is_same(each, one)]


def is_same(sent: SentReminder, owed: Outstanding) -> bool:
    """Whether a reminder was of this deadline."""
    of_one = (sent.iso3, sent.period) == (owed.iso3, owed.period)
    return of_one and abs(sent.due_on - owed.due_on) <= SAME
