"""From a template of a rulebook and the days of a meeting to its sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from corcom.kernel.errors import CorcomError
from corcom.kernel.wording import ENGLISH, Wording
from corcom.programme.domain.session import Session, SessionPart
from corcom.rulebooks.programme_reading import programme_rules
from corcom.rulebooks.programmes import ProgrammeTemplate, TemplateSession

SATURDAY = 5
Holders = Callable[[str, str, date], tuple[str, ...]]
"""Who holds an office, for a theme or "", on a day: codes of States and organisations."""


class TemplateTooLarge(CorcomError):
    """The template needs `needs` working days, and the meeting has `has`."""

    def __init__(self, *, needs: int, has: int) -> None:
        super().__init__(f"needs {needs} days, has {has}")
        self.needs = needs
        self.has = has


def _nobody(_office: str, _theme: str, _day: date) -> tuple[str, ...]:
    return ()


def templates_for(convention: str, *, kind: str, starts_on: date, ends_on: date) -> tuple[ProgrammeTemplate, ...]:
    """The templates of a convention that hold on the first day, those of this kind and length of meeting first."""
    days = len(working_days(starts_on, ends_on))
    holding = [
        one
        for one in programme_rules(convention).templates
        if one.since <= starts_on and (one.until is None or starts_on < one.until)
    ]
    return tuple(sorted(holding, key=lambda one: (kind not in one.kinds, one.days != days)))


def working_days(starts_on: date, ends_on: date) -> tuple[date, ...]:
    """The days of a meeting that are not of a weekend.

    >>> [str(day) for day in working_days(date(2004, 2, 13), date(2004, 2, 16))]
    ['2004-02-13', '2004-02-16']
    """
    every = (starts_on + timedelta(days=at) for at in range((ends_on - starts_on).days + 1))
    return tuple(day for day in every if day.weekday() < SATURDAY)


def sessions_from(
    template: ProgrammeTemplate,
    *,
    starts_on: date,
    ends_on: date,
    holders: Holders = _nobody,
    wording: Wording = ENGLISH,
    room: str = "",
) -> tuple[Session, ...]:
    """The sessions of a meeting, in the order of the template, with who holds the chairing offices on the day of each.

    Titles and parts are written once, in the language of `wording`. Errors: `TemplateTooLarge`.
    """
    days = working_days(starts_on, ends_on)
    if len(days) < template.days:
        raise TemplateTooLarge(needs=template.days, has=len(days))
    return tuple(_session(one, days[one.day - 1], holders, wording, room) for one in template.sessions)


def _session(one: TemplateSession, day: date, holders: Holders, wording: Wording, room: str) -> Session:
    chairs = dict.fromkeys(code for office in one.chairs for code in holders(office, one.theme, day))
    return Session(
        day=day,
        start=one.start,
        end=one.end,
        title=wording.gettext(one.title) if one.title else "",
        theme=one.theme,
        body=one.body,
        room=room,
        chairs=tuple(chairs),
        parts=tuple(
            SessionPart(title=wording.gettext(part.name), share=part.share, most=part.most) for part in one.components
        ),
    )
