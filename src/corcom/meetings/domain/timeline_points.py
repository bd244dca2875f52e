"""The steps of a time-line as action points, and the text in which each of them has its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corcom.followup.domain.owning import actor_named
from corcom.followup.domain.terms import ActionPointTerms
from corcom.kernel.source import Evidence
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import moved_in_words, when, who


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineText:
    """A time-line as a plain text in English; `evidence` is the line of each step, by its code."""

    text: str
    evidence: dict[str, Evidence]


def promised_steps(drawn: Timeline) -> tuple[PlannedStep, ...]:
    """The steps that become action points: all that have a day, but for the meeting itself."""
    return tuple(step for step in drawn.steps if step.is_dated and not step.is_meeting)


def timeline_text(drawn: Timeline) -> TimelineText:
    """The text: a head that names the time-line, the meeting and the source, then a line for each step."""
    events = drawn.events
    head = [
        f"{drawn.template.convention}: {drawn.template.name}",
        f"Meeting: {events.meeting_start.isoformat()} to {events.meeting_end.isoformat()}",
        *(f"Committee meeting: {day.isoformat()}" for day in events.committee_meetings),
        f"Source: {drawn.template.source}",
        "",
    ]
    text = "\n".join(head) + "\n"
    evidence: dict[str, Evidence] = {}
    for step in drawn.steps:
        line = _line(step)
        evidence[step.code] = Evidence(start=len(text), end=len(text) + len(line), quote=line)
        text += f"{line}\n"
    return TimelineText(text=text, evidence=evidence)


def _line(step: PlannedStep) -> str:
    sign_off = who(step.step.sign_off)
    after = "; ".join(part for part in (f"signed off by {sign_off}" if sign_off else "", moved_in_words(step)) if part)
    return f"{when(step)}: {who(step.step.owners)}: {step.name}" + (f" ({after})" if after else "")


def point_terms(step: PlannedStep, drawn: Timeline, *, body: str, raised_on: date) -> ActionPointTerms:
    """A step as the terms of an action point; it is due on its last day."""
    convention = drawn.template.convention
    return ActionPointTerms(
        convention=convention,
        body=body,
        text=step.name,
        raised_on=raised_on,
        due=step.ends_on.isoformat() if step.ends_on else "",
        owners=tuple({(actor := actor_named(name, convention)).code: actor for name in step.step.owners}.values()),
    )
