"""What slips when a day moves: a step that is done late pushes what depends on it, up to the meeting, which stays.

The rule: a step that depends on a late one does not begin before that is done, and takes as many days as were planned;
its last day is moved off weekends and holidays to the later side. A step that is counted forward from another goes with
it, also to an earlier day. One that is counted back from another (a sign-off before a package) keeps its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.meetings.domain.days_off import moved_off
from corcom.meetings.domain.timeline import PlannedStep, Timeline, draw_up, plan
from corcom.rulebooks.shapes import Step
from corcom.rulebooks.timeline_events import STEP


class StepNotFound(CorcomError):
    """The time-line has no step with this `code` that can move; `allowed` are those that can."""

    def __init__(self, code: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{code!r} is no step that can move; allowed: {', '.join(allowed)}")
        self.code = code
        self.allowed = allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A step whose days are others than before; `days` is how much later its last day is, negative for earlier."""

    code: str
    name: str
    before: PlannedStep
    after: PlannedStep

    @property
    def days(self) -> int:
        if self.before.ends_on is None or self.after.ends_on is None:
            return 0
        return (self.after.ends_on - self.before.ends_on).days


def slipped(before: tuple[PlannedStep, ...], after: tuple[PlannedStep, ...]) -> tuple[Delay, ...]:
    """The steps of one template whose days differ between two time-lines, in their order."""
    now = {step.code: step for step in after}
    return tuple(
        Delay(code=step.code, name=step.name, before=step, after=now[step.code])
        for step in before
        if (step.begins_on, step.ends_on) != (now[step.code].begins_on, now[step.code].ends_on)
    )


def movable(drawn: Timeline) -> tuple[str, ...]:
    """The codes of the steps that can be done on another day: all that have a day, but for the meeting itself."""
    return tuple(step.code for step in drawn.steps if step.is_dated and not step.is_meeting)


def postponed(drawn: Timeline, start: date) -> Timeline:
    """The time-line when the meeting begins on another day and lasts as long. Errors: `EventsRefused`."""
    length = drawn.events.meeting_end - drawn.events.meeting_start
    return draw_up(
        drawn.template, replace(drawn.events, meeting_start=start, meeting_end=start + length), drawn.holidays
    )


def put_off(drawn: Timeline, moved: Mapping[str, date]) -> Timeline:
    """The time-line when some steps are done on other days than planned. Errors: `StepNotFound`."""
    planned = {step.code: step for step in drawn.steps}
    can_move = movable(drawn)
    for code in moved:
        if code not in can_move:
            raise StepNotFound(code, can_move)
    found: dict[str, PlannedStep] = {}
    for code in drawn.template.carried_out:
        step = planned[code]
        if code in moved:
            found[code] = _by_hand(step, moved[code])
        elif step.is_dated and not step.is_fixed:
            found[code] = _pushed(step, drawn, planned, found)
        else:
            found[code] = step
    return replace(drawn, steps=tuple(found[step.code] for step in drawn.steps))


def _by_hand(step: PlannedStep, on: date) -> PlannedStep:
    if on == step.ends_on or step.begins_on is None:
        return step
    begins_on = min(step.begins_on, on) if step.step.begin else on
    way = (Step(words=Filled(gettext_noop("set by hand")), on=on),)
    return replace(step, begins_on=begins_on, ends_on=on, moved_from=None, way=way)


def _pushed(
    step: PlannedStep, drawn: Timeline, planned: Mapping[str, PlannedStep], found: Mapping[str, PlannedStep]
) -> PlannedStep:
    """A step after all that it depends on: counted anew, and not before what is late."""
    again = _counted_again(step, drawn, planned, found)
    late = [found[code] for code in step.step.depends_on if _is_late(found[code], planned[code])]
    last = max(late, key=lambda each: each.ends_on or date.min, default=None)
    if last is None or last.ends_on is None or step.begins_on is None or step.ends_on is None:
        return again
    if again.begins_on is None or again.ends_on is None:
        return again
    begins_on = max(again.begins_on, last.ends_on)
    ends_on = max(again.ends_on, begins_on + (step.ends_on - step.begins_on))
    if (begins_on, ends_on) == (again.begins_on, again.ends_on):
        return again
    ends_on, hops = moved_off(ends_on, "not" if step.step.moved == "not" else "later", drawn.holidays)
    words = Filled(gettext_noop("not before “%(step)s” is done"), step=last.name)
    way = (*again.way, Step(words=words, on=last.ends_on), *hops)
    return replace(again, begins_on=begins_on if step.step.begin else ends_on, ends_on=ends_on, way=way)


def _counted_again(
    step: PlannedStep, drawn: Timeline, planned: Mapping[str, PlannedStep], found: Mapping[str, PlannedStep]
) -> PlannedStep:
    """The step counted anew where it is counted from a step that it depends on, and that has moved."""
    before = {code: found[code] for code in step.step.depends_on if code in step.step.counts_from}
    if all(each.ends_on == planned[code].ends_on for code, each in before.items()):
        return step
    known = dict(drawn.events.by_name)
    known |= {f"{STEP}{code}": each.ends_on for code, each in planned.items() if each.ends_on}
    known |= {f"{STEP}{code}": each.ends_on for code, each in before.items() if each.ends_on}
    return plan(step.step, known, drawn.holidays)


def _is_late(step: PlannedStep, planned: PlannedStep) -> bool:
    return step.ends_on is not None and planned.ends_on is not None and step.ends_on > planned.ends_on
