"""A time-line: the steps of a template with their days, counted back and forth from a meeting, and how each was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.meetings.domain.days_off import holiday_notes, moved_off
from corcom.meetings.domain.timeline_events import TimelineEvents
from corcom.rulebooks.holidays import Holidays
from corcom.rulebooks.shapes import OnEvent, Shape, Step
from corcom.rulebooks.timeline_events import MEETING_END, STEP, timeline_event_words
from corcom.rulebooks.timelines import TemplateStep, TimelineTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step with its days, both of which belong to it; None for one that cannot be dated, because events are `missing`.

    `moved_from` is the day on which it would end if that were a working day. `way` says how its last day was found,
    `begin_way` the same of its first, empty for a step of one day.
    """

    step: TemplateStep
    begins_on: date | None = None
    ends_on: date | None = None
    moved_from: date | None = None
    begin_way: tuple[Step, ...] = ()
    way: tuple[Step, ...] = ()
    missing: tuple[Filled, ...] = ()

    @property
    def code(self) -> str:
        return self.step.code

    @property
    def name(self) -> str:
        return self.step.name

    @property
    def is_dated(self) -> bool:
        """Whether it has its days."""
        return self.ends_on is not None

    @property
    def is_meeting(self) -> bool:
        """Whether it is the meeting itself."""
        return isinstance(self.step.end, OnEvent) and self.step.end.event == MEETING_END

    @property
    def is_fixed(self) -> bool:
        """Whether its last day is that of a meeting, which no step of the time-line moves."""
        return isinstance(self.step.end, OnEvent) and not self.step.end.event.startswith(STEP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What cannot be kept: `step` begins on `begins_on`, before that is done, on `done_on`, on which it depends."""

    step: str
    begins_on: date
    depends_on: str
    done_on: date

    @property
    def words(self) -> Filled:
        """The conflict as a sentence."""
        return Filled(
            gettext_noop("“%(first)s” would be done on %(done)s, after “%(second)s” begins on %(begins)s"),
            first=self.depends_on,
            done=self.done_on,
            second=self.step,
            begins=self.begins_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A time-line with all that is to be said of it: its steps in their order, what does not fit, what is not known."""

    template: TimelineTemplate
    events: TimelineEvents
    holidays: Holidays
    steps: tuple[PlannedStep, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Steps that would begin before what they depend on is done."""
        return conflicts(self.steps)

    @property
    def notes(self) -> tuple[Filled, ...]:
        """What is not known of the holidays of its years, and where the template did not hold."""
        days = [step.ends_on for step in self.steps if step.ends_on and step.step.moved != "not"]
        return (*self._out_of_time(), *holiday_notes(days, self.holidays))

    def _out_of_time(self) -> Iterator[Filled]:
        start, since, until = self.events.meeting_start, self.template.since, self.template.until
        if start < since:
            yield Filled(gettext_noop("this time-line is known from %(day)s on"), day=since)
        if until and start >= until:
            yield Filled(gettext_noop("this time-line was in use until %(day)s"), day=until)


def draw_up(template: TimelineTemplate, events: TimelineEvents, holidays: Holidays) -> Timeline:
    """The time-line of a meeting."""
    steps = timeline(template, events.by_name, holidays)
    return Timeline(template=template, events=events, holidays=holidays, steps=steps)


def timeline(template: TimelineTemplate, events: Mapping[str, date], holidays: Holidays) -> tuple[PlannedStep, ...]:
    """The steps of a template with their days, in the order of the template; `events` are days by name."""
    known = dict(events)
    found: dict[str, PlannedStep] = {}
    for code in template.reckoned:
        planned = plan(template.by_code[code], known, holidays)
        if planned.ends_on is None:
            planned = replace(planned, missing=_missing(planned.step, known, found))
        else:
            known[f"{STEP}{code}"] = planned.ends_on
        found[code] = planned
    return tuple(_with_names(found[step.code], template) for step in template.steps)


def plan(step: TemplateStep, known: Mapping[str, date], holidays: Holidays) -> PlannedStep:
    """One step with its days, as far as the events that are known lead; it never begins after its end."""
    counted = step.end.on(known)
    begins_on = step.begin.on(known) if step.begin else counted
    if counted is None or begins_on is None:
        return PlannedStep(step=step)
    ends_on, hops = moved_off(counted, step.moved, holidays)
    return PlannedStep(
        step=step,
        begins_on=min(begins_on, ends_on) if step.begin else ends_on,
        ends_on=ends_on,
        moved_from=counted if hops else None,
        begin_way=_way(step.begin, known),
        way=(*_way(step.end, known), *hops),
    )


def _way(shape: Shape | None, known: Mapping[str, date]) -> tuple[Step, ...]:
    """The way to a day; for the day of the event itself, the event says it all."""
    if shape is None:
        return ()
    way = shape.way(known)
    return way[:1] if isinstance(shape, OnEvent) else way


def _missing(step: TemplateStep, known: Mapping[str, date], found: Mapping[str, PlannedStep]) -> tuple[Filled, ...]:
    """The events without which a step has no day; those of the steps from which it counts among them."""
    missing: dict[str, Filled] = {}
    for name in step.events:
        before = found.get(name.removeprefix(STEP)) if name.startswith(STEP) else None
        words = before.missing if before else () if name in known else (timeline_event_words(name),)
        missing |= {str(each): each for each in words}
    return tuple(missing.values())


def _with_names(planned: PlannedStep, template: TimelineTemplate) -> PlannedStep:
    """Steps of the way call a step of the time-line by its name, where the arithmetic knows its code alone."""
    names = {code: step.name for code, step in template.by_code.items()}

    def named(way: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(
            replace(one, words=Filled(one.words.template, step=names.get(str(code), code)))
            if (code := one.words.values.get("step"))
            else one
            for one in way
        )

    return replace(planned, begin_way=named(planned.begin_way), way=named(planned.way))


def conflicts(steps: tuple[PlannedStep, ...]) -> tuple[Conflict, ...]:
    """Where a step begins before what it depends on is done. On the same day there is time for both."""
    by_code = {step.code: step for step in steps}
    found = []
    for step in steps:
        for code in step.step.depends_on:
            before = by_code[code]
            if step.begins_on and before.ends_on and before.ends_on > step.begins_on:
                found.append(
                    Conflict(step=step.name, begins_on=step.begins_on, depends_on=before.name, done_on=before.ends_on)
                )
    return tuple(found)
