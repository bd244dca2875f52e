"""A time-line as pieces: its drawing, the table of its steps, what changes when one of them moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.meetings.domain.slipping import Delay, movable, slipped
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import ways
from corcom.meetings.domain.timeline_words import who as who_in_words
from corcom.web.commitment_words import SOON
from corcom.web.exports import spoken
from corcom.web.filled import filled
from corcom.web.pieces import Column, Deadline, Gantt, GanttBar, Row, Stack, Status, StatusMark, Step, Table
from corcom.web.timelines_asked import MEETING
from corcom.web.wording import days_in_words, in_words


def days_of(drawn: Timeline) -> str:
    """The days of the meeting in words."""
    return _period(drawn.events.meeting_start, drawn.events.meeting_end)


def _period(first: date, last: date) -> str:
    return in_words(last) if first == last else days_in_words(f"{first.isoformat()}/{last.isoformat()}")


def gantt(planned: Timeline, drawn: Timeline, day: date) -> Gantt | None:
    """The steps that have a day, one below the other; where they were planned, too, if they have moved."""
    before = {each.code: each.before for each in slipped(planned.steps, drawn.steps)}
    late = {each.depends_on for each in drawn.conflicts}
    bars = tuple(
        GanttBar(
            code=step.code,
            label=numbered(step, drawn),
            begins_on=step.begins_on,
            ends_on=step.ends_on,
            before=_days(before.get(step.code)),
            depends_on=step.step.depends_on,
            is_meeting=step.is_meeting,
            is_late=step.name in late,
        )
        for step in drawn.steps
        if step.begins_on and step.ends_on
    )
    title = _("%(meeting)s, %(day)s") % {"meeting": _(drawn.template.name), "day": days_of(drawn)}
    return Gantt(id="drawing", title=title, bars=bars, day=day) if bars else None


def _days(step: PlannedStep | None) -> tuple[date, date] | None:
    return (step.begins_on, step.ends_on) if step and step.begins_on and step.ends_on else None


def steps_table(drawn: Timeline, day: date) -> Table:
    """The steps with their owners and days."""
    return Table(
        id="steps",
        caption=_("Steps"),
        columns=(Column(_("Step"), is_wide=True), Column(_("Who")), Column(_("When")), Column(_("After step"))),
        rows=tuple(_row(step, drawn, day) for step in drawn.steps),
    )


def _row(step: PlannedStep, drawn: Timeline, day: date) -> Row:
    numbers = map(str, sorted(_number(drawn, code) for code in step.step.depends_on))
    return Row(
        id=f"step-{step.code}",
        cells=(numbered(step, drawn), _who(step), _when(step, day), _(", ").join(numbers) or "–"),
    )


def numbered(step: PlannedStep, drawn: Timeline) -> str:
    """A step with its number, by which others say what they come after."""
    return _("%(number)d. %(step)s") % {"number": _number(drawn, step.code), "step": _(step.name)}


def _number(drawn: Timeline, code: str) -> int:
    return 1 + next(at for at, step in enumerate(drawn.steps) if step.code == code)


def _who(step: PlannedStep) -> Stack:
    signed = who(step.step.sign_off)
    parts = (who(step.step.owners), _("Signed off by: %(who)s") % {"who": signed} if signed else "")
    return Stack(tuple(part for part in parts if part))


def who(names: Sequence[str]) -> str:
    """Those who do something, in the reader's language."""
    return who_in_words(names, spoken())


def _when(step: PlannedStep, day: date) -> Any:
    if step.begins_on is None or step.ends_on is None:
        missing = spoken().listed(filled(each) for each in step.missing)
        return StatusMark("unknown", _("cannot be dated; missing: %(missing)s") % {"missing": missing})
    period = f"{step.begins_on.isoformat()}/{step.ends_on.isoformat()}" if step.begins_on != step.ends_on else ""
    moved = _("moved from %(day)s") % {"day": in_words(step.moved_from)} if step.moved_from else ""
    status: Status = "soon" if 0 <= (step.ends_on - day).days <= SOON.days else "due"
    return Stack((Deadline(due_on=step.ends_on, day=day, status=status, shown=period, steps=_steps(step)), moved))


def _steps(step: PlannedStep) -> tuple[Step, ...]:
    return tuple(Step(filled(one.words), one.on, _(one.source) if one.source else "") for one in ways(step))


def choices_of_moves(planned: Timeline) -> list[tuple[str, str]]:
    """What can move: the meeting, and every step that has a day."""
    names = {step.code: _(step.name) for step in planned.steps}
    meeting = _("The meeting begins on another day")
    return [*((code, names[code]) for code in movable(planned)), (MEETING, meeting)]


def changes(planned: Timeline, drawn: Timeline) -> Table:
    """What is on another day than planned."""
    found = slipped(planned.steps, drawn.steps)
    return Table(
        id="changes",
        caption=_("What changes"),
        columns=(Column(_("Step"), is_wide=True), Column(_("Planned")), Column(_("Now")), Column(_("Difference"))),
        rows=tuple(_change(each) for each in found),
    )


def _change(each: Delay) -> Row:
    return Row((_(each.name), _step_days(each.before), _step_days(each.after), difference(each.days)))


def _step_days(step: PlannedStep) -> str:
    return _period(step.begins_on, step.ends_on) if step.begins_on and step.ends_on else "–"


def difference(days: int) -> str:
    """How much later or earlier: "3 days later"."""
    if days < 0:
        return ngettext("%(n)d day earlier", "%(n)d days earlier", -days) % {"n": -days}
    return ngettext("%(n)d day later", "%(n)d days later", days) % {"n": days} if days else _("ends on the same day")
