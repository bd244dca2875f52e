"""What can move in a time-line, and what is on another day when it does."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.meetings.domain.slipping import Delay, movable, slipped
from corcom.meetings.domain.timeline import PlannedStep, Timeline
from corcom.web.pieces import Column, Row, Table
from corcom.web.timelines.asked import MEETING
from corcom.web.timelines.words import period_in_words


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
    return period_in_words(step.begins_on, step.ends_on) if step.begins_on and step.ends_on else "–"


def difference(days: int) -> str:
    """How much later or earlier: "3 days later"."""
    if days < 0:
        return ngettext("%(n)d day earlier", "%(n)d days earlier", -days) % {"n": -days}
    return ngettext("%(n)d day later", "%(n)d days later", days) % {"n": days} if days else _("ends on the same day")
