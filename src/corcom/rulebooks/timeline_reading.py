"""Time-lines out of the files of a rulebook; whatever cannot be read is refused by file, key and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import cast

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.named import Body
from corcom.rulebooks.rule_reading import shape
from corcom.rulebooks.timeline_events import ALLOWED, is_timeline_event
from corcom.rulebooks.timelines import MOVED, Moved, TemplateStep, TimelineCase, TimelineTemplate

KEYS = ("code", "name", "body", "place", "source", "since", "until", "reading", "steps", "cases")
STEP_KEYS = ("code", "name", "owners", "sign_off", "depends_on", "day", "begin", "end", "moved", "reading")


def timeline_template(
    entry: Entry, convention: str, *, bodies: Iterable[Body], places: Sequence[str]
) -> TimelineTemplate:
    """One file of `timelines/`. Raises `RulebookRefused`, also for steps that wait for each other."""
    entry.only(KEYS)
    entries = entry.children("steps")
    steps = [_step(each) for each in entries]
    if not steps:
        raise entry.refused("steps", "at least one step")
    _check_names(entries, steps)
    return TimelineTemplate(
        code=entry.text("code"),
        name=entry.text("name"),
        convention=convention,
        body=entry.choice("body", tuple(each.code for each in bodies)),
        place=entry.choice("place", tuple(places)),
        source=entry.text("source"),
        since=entry.day("since"),
        until=entry.day_or_none("until"),
        reading=entry.text_or_empty("reading"),
        steps=tuple(steps),
        cases=tuple(_case(each, [step.code for step in steps]) for each in entry.children("cases")),
        reckoned=_in_order(entries, steps, "end", lambda step: step.counts_from),
        carried_out=_in_order(entries, steps, "depends_on", lambda step: step.depends_on),
    )


def _step(entry: Entry) -> TemplateStep:
    entry.only(STEP_KEYS)
    days = {key for key in ("day", "begin", "end") if key in entry.values}
    if days not in ({"day"}, {"begin", "end"}):
        raise entry.refused("day", "either day, or both begin and end")
    owners = entry.words("owners")
    if not owners:
        raise entry.refused("owners", "a list with at least one who does it")
    return TemplateStep(
        code=entry.text("code"),
        name=entry.text("name"),
        owners=owners,
        sign_off=entry.words("sign_off"),
        depends_on=entry.words("depends_on"),
        begin=None if "day" in days else shape(entry.child("begin"), _event),
        end=shape(entry.child("day" if "day" in days else "end"), _event),
        moved=cast("Moved", entry.choice("moved", MOVED)),
        reading=entry.text_or_empty("reading"),
    )


def _event(entry: Entry, key: str, name: object) -> str:
    if isinstance(name, str) and is_timeline_event(name):
        return name
    raise entry.refused(key, ALLOWED)


def _check_names(entries: Sequence[Entry], steps: Sequence[TemplateStep]) -> None:
    """Every code stands once, and whatever names a step names one that is there."""
    codes = [step.code for step in steps]
    for at, entry in enumerate(entries):
        if codes[at] in codes[:at]:
            raise entry.refused("code", "each one once")
    for entry, step in zip(entries, steps, strict=True):
        if not set(step.depends_on) <= set(codes):
            raise entry.refused("depends_on", f"a list of {', '.join(codes)}")
        if unknown := sorted(set(step.counts_from) - set(codes)):
            raise entry.refused("end", f"a step of {', '.join(codes)}, and not {', '.join(unknown)}")


def _in_order(
    entries: Sequence[Entry], steps: Sequence[TemplateStep], key: str, before: Callable[[TemplateStep], Sequence[str]]
) -> tuple[str, ...]:
    """The codes of the steps, each after those that come before it."""
    try:
        return tuple(TopologicalSorter({step.code: before(step) for step in steps}).static_order())
    except CycleError as error:
        around = " > ".join(error.args[1])
        entry = next(one for one, step in zip(entries, steps, strict=True) if step.code == error.args[1][0])
        raise entry.refused(key, f"steps that do not wait for each other ({around})") from error


def _case(entry: Entry, codes: Sequence[str]) -> TimelineCase:
    entry.only(("name", "events", "gives", "source"))
    events, gives = entry.child("events"), entry.child("gives")
    gives.only(codes)
    for name in events.values:
        _event(events, name, name)
    return TimelineCase(name=entry.text("name"), events=_days(events), gives=_days(gives), source=entry.text("source"))


def _days(entry: Entry) -> Mapping[str, date]:
    return {name: entry.day(name) for name in entry.values}
