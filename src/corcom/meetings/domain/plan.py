"""A planned meeting as values: what is said of it before it is held, and how it stands on a day.

Times are those of the clock at the place (`HH:MM`) and mean nothing without their zone (an IANA name, "Europe/Zurich").
Whether a meeting was held is never stored: it follows from its record, or from its day where it was confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Literal, get_args
from zoneinfo import ZoneInfo, available_timezones

from corcom.kernel.errors import CorcomError
from corcom.kernel.languages import LANGUAGES
from corcom.kernel.marked import gettext_noop
from corcom.meetings.domain.meeting import Heading

Kind = Literal[
    "coordination_committee",
    "informal_consultations",
    "briefing",
    "bilateral",
    "workshop",
    "intersessional",
    "msp",
    "review_conference",
    "preparatory",
]
KINDS: Mapping[Kind, str] = {
    "coordination_committee": gettext_noop("Coordination Committee"),
    "informal_consultations": gettext_noop("Informal consultations"),
    "briefing": gettext_noop("Briefing"),
    "bilateral": gettext_noop("Bilateral"),
    "workshop": gettext_noop("Workshop"),
    "intersessional": gettext_noop("Intersessional meeting"),
    "msp": gettext_noop("Meeting of States Parties"),
    "review_conference": gettext_noop("Review Conference"),
    "preparatory": gettext_noop("Preparatory meeting"),
}
"""Each kind of meeting and its words."""

Said = Literal["tentative", "confirmed", "cancelled"]
"""What the secretariat said of a planned meeting."""
PlanStatus = Literal["tentative", "confirmed", "cancelled", "held"]
STATUSES: Mapping[PlanStatus, str] = {
    "tentative": gettext_noop("tentative"),
    "confirmed": gettext_noop("confirmed"),
    "cancelled": gettext_noop("cancelled"),
    "held": gettext_noop("held"),
}

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class PlanRefused(CorcomError):
    """What is said of a meeting cannot be planned."""


class PlanIncomplete(PlanRefused):
    """`missing` names what a planned meeting needs and does not have: body, zone, start_time."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(f"a planned meeting needs {' and '.join(missing)}")
        self.missing = missing


class NoSuchZone(PlanRefused):
    """`zone` is no time zone of the IANA data base."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"no time zone {zone}")
        self.zone = zone


class NotATime(PlanRefused):
    """`value` is no time of the clock."""

    def __init__(self, value: str) -> None:
        super().__init__(f"no time {value}")
        self.value = value


class NoSuchLocalTime(PlanRefused):
    """Clocks in `zone` skip `value` on `on`, because summer time begins."""

    def __init__(self, *, value: str, on: date, zone: str) -> None:
        super().__init__(f"there is no {value} on {on} in {zone}")
        self.value = value
        self.on = on
        self.zone = zone


class EndsBeforeStart(PlanRefused):
    """A meeting ends (`ends`) before it starts (`starts`); both as they were written."""

    def __init__(self, *, starts: str, ends: str) -> None:
        super().__init__(f"it ends at {ends}, before it starts at {starts}")
        self.starts = starts
        self.ends = ends


class NoSuchKind(PlanRefused):
    """`kind` is none of the kinds of meetings."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"no kind of meeting {kind}")
        self.kind = kind


class NoSuchLanguage(PlanRefused):
    """`language` is none of the languages of meetings."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no language {language}")
        self.language = language


class NotALink(PlanRefused):
    """A joining link is an address that begins with https://; this is not one."""

    def __init__(self, value: str) -> None:
        super().__init__(f"no https address: {value}")
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is planned. `end_time` may be empty; `languages` are codes; `number_scope` is what the number counts within."""

    convention: str
    body: str
    kind: Kind
    starts_on: date
    ends_on: date
    start_time: str
    end_time: str = ""
    zone: str
    place: str = ""
    joining_link: str = ""
    languages: tuple[str, ...] = ()
    number: int | None = None
    number_scope: str = ""

    @property
    def starts_at(self) -> datetime:
        """The moment it starts, in its zone."""
        return local_moment(self.starts_on, self.start_time, self.zone)

    @property
    def ends_at(self) -> datetime | None:
        """The moment it ends, in its zone; None where nothing was said."""
        return local_moment(self.ends_on, self.end_time, self.zone) if self.end_time else None

    @property
    def date(self) -> str:
        """Its days in ISO 8601: one day, or a period."""
        start, end = self.starts_on.isoformat(), self.ends_on.isoformat()
        return start if start == end else f"{start}/{end}"

    @property
    def heading(self) -> Heading:
        """What the head of a meeting says of it, until its record does."""
        return Heading(
            convention=self.convention,
            body=self.body,
            date=self.date,
            number=self.number,
            number_scope=self.number_scope,
            start_time=self.start_time,
            end_time=self.end_time,
            venue=self.place,
        )


@cache
def zones() -> tuple[str, ...]:
    """Every time zone that can be named by a region and a city, and UTC."""
    regions = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
    return ("UTC", *sorted(zone for zone in available_timezones() if zone.startswith(tuple(f"{r}/" for r in regions))))


def local_moment(day: date, at: str, zone: str) -> datetime:
    """A time of the clock at a place, as a moment in its zone.

    >>> local_moment(date(2016, 5, 26), "10:00", "Europe/Zurich").astimezone(UTC).isoformat()
    '2016-05-26T08:00:00+00:00'
    """
    return datetime.combine(day, time.fromisoformat(at), tzinfo=ZoneInfo(zone))


def check(plan: Plan) -> None:
    """Raise what stands in the way of a plan: a kind of `PlanRefused`."""
    needed = {"body": plan.body, "zone": plan.zone, "start_time": plan.start_time}
    if missing := tuple(key for key, value in needed.items() if not value.strip()):
        raise PlanIncomplete(missing)
    if plan.zone not in zones():
        raise NoSuchZone(plan.zone)
    if plan.kind not in get_args(Kind):
        raise NoSuchKind(plan.kind)
    for language in plan.languages:
        if language not in LANGUAGES:
            raise NoSuchLanguage(language)
    if plan.joining_link and not plan.joining_link.startswith("https://"):
        raise NotALink(plan.joining_link)
    _check_times(plan)


def _check_times(plan: Plan) -> None:
    for on, value in ((plan.starts_on, plan.start_time), (plan.ends_on, plan.end_time)):
        if value and not _TIME.fullmatch(value):
            raise NotATime(value)
        if value and is_skipped(local_moment(on, value, plan.zone)):
            raise NoSuchLocalTime(value=value, on=on, zone=plan.zone)
    starts, ends = f"{plan.starts_on} {plan.start_time}", f"{plan.ends_on} {plan.end_time}".strip()
    ended = plan.ends_at
    if plan.ends_on < plan.starts_on or (ended is not None and ended <= plan.starts_at):
        raise EndsBeforeStart(starts=starts, ends=ends)


def is_skipped(moment: datetime) -> bool:
    """Whether clocks never show this time: there and back through UTC it comes out as another."""
    zone = moment.tzinfo
    return moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None)


def status_on(said: Said, *, ends_on: date, on_record: bool, day: date) -> PlanStatus:
    """How a planned meeting stands on a day: a record shows that it was held; so does its day, once it was confirmed.

    >>> status_on("confirmed", ends_on=date(2016, 5, 26), on_record=False, day=date(2016, 5, 27))
    'held'
    """
    if on_record or (said == "confirmed" and ends_on < day):
        return "held"
    return said


def as_json(plan: Plan) -> dict[str, object]:
    """A plan as plain values: days as ISO text, languages as a list."""
    values = asdict(plan)
    return {
        key: value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        for key, value in values.items()
    }


def changed(before: Plan, after: Plan) -> tuple[dict[str, object], dict[str, object]]:
    """What differs between two plans: the values before and after, of the changed keys only."""
    old, new = as_json(before), as_json(after)
    keys = [field.name for field in fields(after) if old[field.name] != new[field.name]]
    return {key: old[key] for key in keys}, {key: new[key] for key in keys}


def next_number(number: int | None, scope: str, *, last_on: date, on: date) -> tuple[int | None, str]:
    """The number of the meeting after one, and what it counts within; a number within a year begins anew with the year.

    >>> next_number(4, "of 2016", last_on=date(2016, 5, 26), on=date(2016, 6, 30))
    (5, 'of 2016')
    >>> next_number(9, "of 2016", last_on=date(2016, 12, 1), on=date(2017, 1, 12))
    (1, 'of 2017')
    """
    if number is None:
        return None, scope
    year = str(last_on.year)
    if year in scope and last_on.year != on.year:
        return 1, scope.replace(year, str(on.year))
    return number + 1, scope
