"""What a page of the register is asked for: which convention, on which day, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.http import Http404, HttpRequest

from corcom.obligations.domain.owed import Owed
from corcom.obligations.queries import coming, convention_owed
from corcom.register.domain.counts import Counts, counts
from corcom.register.domain.registered import Register
from corcom.register.domain.states import state_codes, un_members_on
from corcom.register.queries import register_of
from corcom.web.day import KNOWN_ON, day_of, read_day
from corcom.web.register.count_words import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A convention as it stood on `day`; `known_on` is the day whose knowledge is asked for, None for all that is known."""

    register: Register
    day: date
    known_on: date | None

    @property
    def code(self) -> str:
        return self.register.book.convention

    @property
    def known_at(self) -> datetime | None:
        return known_at(self.known_on)

    @property
    def counted(self) -> Counted:
        return Counted(self.day, un_members_on(self.day))

    def counts(self) -> Counts:
        """The counts of the day."""
        return counts(self.register.states, on=self.day, states=state_codes(), un_members=self.counted.un_members)

    def coming(self) -> list[Owed]:
        """What falls due on the day or after it and is known to apply. One SQL query."""
        found = coming([self.register], day=self.day, known_at=self.known_at)[self.code]
        return [one for one in found if one.status != "unknown"]

    def owed(self) -> list[Owed]:
        """What every State that is bound owes on the day. One SQL query."""
        return list(convention_owed(self.register, day=self.day, known_at=self.known_at))


def asked_for(request: HttpRequest, convention: str) -> Asked:
    """The convention of an address, on the day of the page. One SQL query. Errors: `Http404` for one without a rulebook."""
    known_on = known_on_of(request)
    register = register_of(convention, known_at=known_at(known_on))
    if register is None:
        raise Http404
    return Asked(register=register, day=day_of(request), known_on=known_on)


def known_on_of(request: HttpRequest) -> date | None:
    """The day whose knowledge `?known_on=2016-04-28` asks for; None where it asks for all that is known.

    One that cannot be read was answered by `DayOfPage`.
    """
    asked = request.GET.get(KNOWN_ON, "").strip()
    return read_day(asked) if asked else None


def known_at(known_on: date | None) -> datetime | None:
    """The end of a day, in UTC."""
    return datetime.combine(known_on, time.max, UTC) if known_on else None
