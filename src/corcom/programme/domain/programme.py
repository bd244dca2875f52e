"""A programme of work as a value: the days and hours of a meeting, its sessions, and the time that themes are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from corcom.mandates.domain.terms import theme_name
from corcom.programme.domain.session import Session, in_time_order, working_minutes
from corcom.rulebooks.programmes import SlotHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The sessions of one meeting. `slots` are the hours in which it sits, in the zone of the meeting (an IANA name).

    `shares` are per cent of the time of all themes, by code of the theme; a theme that is not named was given none.
    """

    convention: str
    zone: str
    starts_on: date
    ends_on: date
    slots: tuple[SlotHours, ...]
    sessions: tuple[Session, ...]
    shares: Mapping[str, int] = field(default_factory=dict)

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the meeting."""
        return tuple(self.starts_on + timedelta(days=at) for at in range((self.ends_on - self.starts_on).days + 1))

    @property
    def shown_days(self) -> tuple[date, ...]:
        """The days of the meeting, and any other day on which a session stands."""
        return tuple(sorted({*self.days, *(session.day for session in self.sessions)}))

    @property
    def in_order(self) -> list[Session]:
        """The sessions by day and time."""
        return in_time_order(self.sessions)

    def name_of(self, session: Session) -> str:
        """What a session is called in English: its title, or the name of its theme."""
        return session.title or theme_name(self.convention, session.theme)


def theme_minutes(programme: Programme) -> dict[str, int]:
    """The minutes that each theme has, in the order of its first session; sessions without a theme are left out."""
    found: dict[str, int] = {}
    for session in programme.in_order:
        if session.theme:
            found[session.theme] = found.get(session.theme, 0) + working_minutes(session, programme.slots)
    return found


def theme_shares(programme: Programme) -> dict[str, tuple[int, int, int]]:
    """For each theme that has time or was given a share: its minutes, its share in per cent, and the share given.

    Shares are of the time of all themes together, rounded to the nearest per cent; 0 where nothing was given.
    """
    minutes = theme_minutes(programme)
    whole = sum(minutes.values())
    themes = dict.fromkeys((*minutes, *programme.shares))
    return {
        theme: (
            minutes.get(theme, 0),
            round(100 * minutes.get(theme, 0) / whole) if whole else 0,
            programme.shares.get(theme, 0),
        )
        for theme in themes
    }
