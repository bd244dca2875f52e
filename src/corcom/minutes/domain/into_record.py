"""What confirmed findings become: the heading of a meeting, the terms of a commitment, an entry of its lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.followup.domain.owning import actor_named
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.calendar import is_iso
from corcom.kernel.folding import folded
from corcom.kernel.plain import lower, plain
from corcom.meetings.domain.meeting import AgendaEntry, AttendanceEntry, Heading, NextMeeting
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.domain.heading import MeetingHeading
from corcom.register.domain.conventions import conventions_in
from corcom.rulebooks.naming import body_named, theme_named


def convention_code(words: str | None) -> str:
    """The code of the convention that words name; the words themselves where nobody knows them, "" for none.

    >>> convention_code("Convention on Cluster Munitions (CCM)"), convention_code("Oslo Accord"), convention_code(None)
    ('CCM', 'Oslo Accord', '')
    """
    if not words:
        return ""
    found = conventions_in(lower(plain(words)))
    return found[0][2].code if found else words.strip()[:40]


def body_name(convention: str, words: str | None) -> str:
    """The name of the body that words mean, as the rulebook has it; else the words themselves."""
    if not words:
        return ""
    known = body_named(convention, words)
    return known.name if known else words.strip()[:200]


def heading_for(found: MeetingHeading) -> Heading:
    """The heading of the meeting that a confirmed head of a record names."""
    convention = convention_code(found.convention)
    return Heading(
        convention=convention,
        body=body_name(convention, found.body),
        date=found.date or "",
        number=found.meeting_number,
        number_scope=found.meeting_number_scope or "",
        start_time=found.start_time or "",
        end_time=found.end_time or "",
        venue=found.venue or "",
        chair=actor_named(found.chair_delegation, convention) if found.chair_delegation else None,
        chair_person=found.chair_person or "",
        chair_role=found.chair_role or "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The meeting in which a commitment was made, and its agenda."""

    heading: Heading
    agenda: Sequence[typed.AgendaItem] = ()

    def words_of(self, agenda: str | None) -> str:
        """The number and title of the item that `agenda` (a number or a title) means."""
        item = self._item(agenda)
        if item is None:
            return (agenda or "")[:300]
        return " ".join(part for part in (item.number, item.title) if part)[:300]

    def theme_of(self, agenda: str | None) -> str:
        """The theme of that item, or of the nearest one above it ("5.1" above "5.1.a"); "" for none."""
        item = self._item(agenda)
        titles = [item.title] if item else [agenda or ""]
        number = (item.number if item else None) or ""
        while "." in number:
            number = number.rpartition(".")[0]
            titles += [above.title for above in self.agenda if above.number == number]
        themes = (theme_named(self.heading.convention, title) for title in titles)
        return next((theme.name for theme in themes if theme), "")

    def _item(self, agenda: str | None) -> typed.AgendaItem | None:
        if not agenda:
            return None
        by_number = (item for item in self.agenda if item.number == agenda)
        by_title = (item for item in self.agenda if folded(item.title) == folded(agenda))
        return next(by_number, None) or next(by_title, None)


def action_point_terms(found: typed.ActionPoint, setting: Setting) -> ActionPointTerms:
    """The terms of a confirmed action point."""
    heading = setting.heading
    return ActionPointTerms(
        convention=heading.convention,
        body=heading.body,
        text=found.text.strip(),
        raised_on=heading.starts_on,
        theme=setting.theme_of(found.agenda),
        agenda=setting.words_of(found.agenda),
        due=_due(found.due),
        due_text=(found.due_text or "")[:300],
        owners=actors_named(found.owner, heading.convention),
        tentative=found.tentative,
    )


def decision_terms(found: typed.Decision, setting: Setting, *, reported: bool) -> DecisionTerms:
    """The terms of a confirmed decision; of a reported one, another body took it, on a day that is not said."""
    heading = setting.heading
    other = body_name(heading.convention, found.body) if reported else ""
    return DecisionTerms(
        convention=heading.convention,
        body=other or ("" if reported else heading.body),
        text=found.text.strip(),
        raised_on=heading.starts_on,
        taken_on=None if reported else heading.starts_on,
        reported=reported,
        theme=setting.theme_of(found.agenda),
        agenda=setting.words_of(found.agenda),
        due=_due(found.due),
        owners=actors_named(found.owner, heading.convention),
    )


def agenda_entry(found: typed.AgendaItem) -> AgendaEntry:
    """One item of the agenda."""
    return AgendaEntry(number=found.number or "", title=found.title)


def attendance_entry(found: typed.Attendance | typed.Absence, convention: str) -> AttendanceEntry:
    """One delegation that was there or was missed."""
    if isinstance(found, typed.Absence):
        return AttendanceEntry(delegation=actor_named(found.delegation, convention), status=found.kind)
    return AttendanceEntry(
        delegation=actor_named(found.delegation, convention) if found.delegation else None,
        status="present",
        role=found.role or "",
        people=tuple(found.people),
    )


def next_meeting(found: typed.NextMeeting) -> NextMeeting:
    """What was said of the next meeting."""
    return NextMeeting(date=found.date or "", time=found.time or "", place=found.place or "", tentative=found.tentative)


def _due(due: str | None) -> str:
    """A due date that can be counted to; what cannot is left to its words."""
    return due if due and is_iso(due) else ""
