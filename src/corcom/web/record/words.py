"""What a record of a meeting says, in words: which meeting, who, where a State stands on its way to joining."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain.reading import Stage, Stance
from corcom.minutes.domain.record import MeetingRecord
from corcom.web import wording
from corcom.web.followup.commitment_words import counted
from corcom.web.pieces import StateName

STANCES: dict[Stance, Promise] = {
    "for": pgettext_lazy("stance", "for"),
    "against": pgettext_lazy("stance", "against"),
    "asks": pgettext_lazy("stance", "asks for something first"),
    "undecided": pgettext_lazy("stance", "undecided"),
}

STAGES: dict[Stage, Promise] = {
    "considering": pgettext_lazy("joining", "considers joining"),
    "announced": pgettext_lazy("joining", "announced that it will join"),
    "before_parliament": pgettext_lazy("joining", "before parliament"),
    "procedure_completed": pgettext_lazy("joining", "procedure completed"),
    "instrument_signed": pgettext_lazy("joining", "instrument signed"),
    "deposited": pgettext_lazy("joining", "deposited"),
    "blocked": pgettext_lazy("joining", "blocked"),
}


def when(heading: Heading) -> str:
    """Day and hours: "Thursday 28 April 2016, 10:00 to 11:40"."""
    day = wording.days_in_words(heading.date)
    if heading.starts_on == heading.ends_on:
        day = f"{date_format(heading.starts_on, 'l')} {day}"
    return _("%(day)s, %(hours)s") % {"day": day, "hours": _hours(heading)} if heading.start_time else day


def _hours(heading: Heading) -> str:
    if not heading.end_time:
        return heading.start_time
    return pgettext("hours", "%(first)s to %(last)s") % {"first": heading.start_time, "last": heading.end_time}


def number_in_words(heading: Heading) -> str:
    """Which meeting of its body it was: "Meeting 4 of 2016"."""
    if heading.number is None:
        return ""
    if heading.year:
        return _("Meeting %(number)s of %(year)s") % {"number": heading.number, "year": heading.year}
    number = _("Meeting %(number)s") % {"number": heading.number}
    return f"{number} {heading.number_scope}".strip()


def chair(heading: Heading) -> str:
    """Who presided, with office and person."""
    named = StateName(heading.chair.code, heading.chair.name).words if heading.chair else ""
    parts = [part for part in (named, heading.chair_role, heading.chair_person) if part]
    return _(", ").join(dict.fromkeys(parts))


def years_in_words(years: str | None) -> str:
    """Terms as a document writes them: "2018–2020, 2019–2021"."""
    return (years or "").replace("-", "–")


def next_in_words(found: NextMeeting | None) -> str:
    """When and where the next meeting is, as far as it was said."""
    if found is None:
        return ""
    said = _(", ").join(part for part in (wording.days_in_words(found.date), found.time, found.place) if part)
    return _("%(said)s (not certain yet)") % {"said": said} if found.tentative else said


def status_line(record: MeetingRecord) -> str:
    """When it was, how its action points stand, and what waits."""
    parts = [when(record.heading)]
    if record.action_points:
        parts.append(counted([point.followed for point in record.action_points]))
    if record.waiting:
        waiting = ngettext("%(n)d finding waits for review", "%(n)d findings wait for review", record.waiting)
        parts.append(waiting % {"n": record.waiting})
    return " · ".join(parts)
