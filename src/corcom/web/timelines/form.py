"""The form of a time-line: the days of the meeting and of its committee, and what is refused of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.timeline_events import (
    DayPastLimit,
    EventsRefused,
    MeetingEndingBefore,
    MeetingNotAfter,
    TimelineEvents,
)
from corcom.rulebooks.timeline_events import COMMITTEE_MEETING
from corcom.rulebooks.timelines import TimelineTemplate
from corcom.web.step_forms import Day
from corcom.web.wording import in_words

COMMITTEE = "committee"

REFUSALS: Mapping[type[CorcomError], Promise] = {
    MeetingEndingBefore: gettext_lazy("The meeting would end on %(end)s, before it begins on %(start)s."),
    MeetingNotAfter: gettext_lazy(
        "The committee meeting on %(on)s is named after the one on %(before)s; name them in their order."
    ),
    DayPastLimit: gettext_lazy("%(on)s is too far away to plan for."),
}


class DayField(forms.DateField):
    """A day, chosen or written as year-month-day."""

    widget = Day
    input_formats = ["%Y-%m-%d"]


class TimelineForm(forms.Form):
    """The days of the meeting, and of as many committee meetings as the template counts from."""

    start = DayField(label=gettext_lazy("The meeting begins on"))
    end = DayField(label=gettext_lazy("It ends on"), required=False)

    def __init__(self, template: TimelineTemplate, data: Any) -> None:
        super().__init__(data)
        for number in range(1, committee_meetings_of(template) + 1):
            label = _("Committee meeting %(number)d on") % {"number": number}
            self.fields[f"{COMMITTEE}{number}"] = DayField(label=label, required=False)
        self.events: TimelineEvents | None = None

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if not self.errors:
            found = [said[name] for name in self.fields if name.startswith(COMMITTEE)]
            # A later meeting without an earlier one would be taken for the earlier one.
            if any(later and not earlier for earlier, later in pairwise(found)):
                raise forms.ValidationError(_("Name the first committee meeting before the second."))
            try:
                self.events = TimelineEvents(
                    meeting_start=said["start"],
                    meeting_end=said["end"] or said["start"],
                    committee_meetings=tuple(day for day in found if day),
                )
            except EventsRefused as refused:
                raise forms.ValidationError(refusal(refused)) from refused
        return said


def committee_meetings_of(template: TimelineTemplate) -> int:
    """How many committee meetings the steps of a template count from."""
    return sum(name.startswith(COMMITTEE_MEETING) for name in template.events)


def refusal(refused: CorcomError) -> str:
    """What cannot be, in words."""
    values = {key: in_words(value) if isinstance(value, date) else value for key, value in vars(refused).items()}
    return str(REFUSALS[type(refused)] % values)
