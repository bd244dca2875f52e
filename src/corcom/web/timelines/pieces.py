"""A time-line as pieces: its drawing, and the table of its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from corcom.meetings.domain.slipping import slipped
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.meetings.domain.timeline_words import ways
from corcom.web.filled import filled
from corcom.web.followup.commitment_words import SOON
from corcom.web.pieces import Column, Deadline, Gantt, GanttBar, Row, Stack, Status, StatusMark, Step, Table
from corcom.web.spoken_in import spoken
from corcom.web.timelines.words import days_of, number_of, numbered, who
from corcom.web.wording import in_words


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
    numbers = map(str, sorted(number_of(drawn, code) for code in step.step.depends_on))
    return Row(
        id=f"step-{step.code}",
        cells=(numbered(step, drawn), _who(step), _when(step, day), _(", ").join(numbers) or "–"),
    )


def _who(step: PlannedStep) -> Stack:
    signed = who(step.step.sign_off)
    parts = (who(step.step.owners), _("Signed off by: %(who)s") % {"who": signed} if signed else "")
    return Stack(tuple(part for part in parts if part))


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
