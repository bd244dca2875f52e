"""Criteria of what a State did or holds: a vote, an office, a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, get_args

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.seats import Seat
from corcom.mandates.domain.terms import office_name, offices_of, theme_name, themes_of

How = Literal["attended", "invited"]
HOWS: tuple[How, ...] = get_args(How)
MOST = 2**53
"""No row has a higher number."""


def meeting_key(number: int) -> str:
    """What stands for a meeting in the words of a question, until somebody says what it is called."""
    return f"no. {number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCriterion(Criterion):
    """States that hold an office on the day: any, or one, of one theme or of whatever theme."""

    kind: ClassVar[str] = "office"

    convention: str
    office: str = ""
    theme: str = ""

    @classmethod
    def read(cls, values: CriterionValues) -> OfficeCriterion:
        """As `Criterion.read`; "" stands for any office and any theme."""
        code = values.convention
        office = values.choice("office", ("", *offices_of(code)))
        return cls(convention=code, office=office, theme=values.choice("theme", ("", *themes_of(code))))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"office": self.office, "theme": self.theme}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        return Filled(gettext_noop("that hold %(office)s"), office=self._office())

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        return Filled(gettext_noop("that do not hold %(office)s"), office=self._office())

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`."""
        held = [seat for seat in on.seats if seat.holder == iso3]
        fitting = [seat for seat in held if self._fits(seat)]
        if not held:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("It holds no office on this day.")))
        names = listed(map(self._seat, fitting or held), gettext_noop("%(first)s and %(last)s"))
        return CriterionAnswer(holds=bool(fitting), said=Filled(gettext_noop("It holds: %(offices)s."), offices=names))

    def cautions(self, on: DayFacts) -> Iterator[Filled]:
        """As `Criterion.cautions`."""
        if not on.seats:
            yield Filled(gettext_noop("Nobody is recorded as holding an office on this day."))

    def _fits(self, seat: Seat) -> bool:
        return self.office in {"", seat.office} and self.theme in {"", seat.theme}

    def _seat(self, seat: Seat) -> object:
        return _named(self.convention, seat.office, seat.theme)

    def _office(self) -> object:
        if not self.office:
            any_office = gettext_noop("any office")
            if not self.theme:
                return Filled(any_office)
            return Filled(
                gettext_noop("%(office)s of “%(theme)s”"),
                office=any_office,
                theme=theme_name(self.convention, self.theme),
            )
        return Filled(gettext_noop("the office %(office)s"), office=_named(self.convention, self.office, self.theme))


def _named(convention: str, office: str, theme: str) -> object:
    name = office_name(convention, office)
    if not theme:
        return name
    return Filled(gettext_noop("%(office)s of “%(theme)s”"), office=name, theme=theme_name(convention, theme))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCriterion(Criterion):
    """States that were present at a meeting, or were invited to it; a meeting by its number in the store."""

    kind: ClassVar[str] = "meeting"

    meeting: int
    how: How

    @classmethod
    def read(cls, values: CriterionValues) -> MeetingCriterion:
        """As `Criterion.read`; whether there is such a meeting is asked on the day (`cautions`)."""
        return cls(meeting=values.whole("meeting", 1, MOST), how=values.choice("how", HOWS))

    def written(self) -> dict[str, Any]:
        """As `Criterion.written`."""
        return {"meeting": self.meeting, "how": self.how}

    def clause(self) -> Filled:
        """As `Criterion.clause`."""
        words: Mapping[How, str] = {
            "attended": gettext_noop("that attended the meeting %(meeting)s"),
            "invited": gettext_noop("that were invited to the meeting %(meeting)s"),
        }
        return Filled(words[self.how], meeting=meeting_key(self.meeting))

    def not_clause(self) -> Filled:
        """As `Criterion.not_clause`."""
        words: Mapping[How, str] = {
            "attended": gettext_noop("that did not attend the meeting %(meeting)s"),
            "invited": gettext_noop("that were not invited to the meeting %(meeting)s"),
        }
        return Filled(words[self.how], meeting=meeting_key(self.meeting))

    def judged(self, iso3: str, on: DayFacts) -> CriterionAnswer:
        """As `Criterion.judged`. A meeting that comes after the day has been attended by nobody."""
        found = on.facts.meetings.get(self.meeting)
        if found is None:
            return CriterionAnswer(holds=False, said=Filled(gettext_noop("There is no such meeting.")))
        who = found.attended if self.how == "attended" else found.invited
        holds = iso3 in who and (self.how == "invited" or found.starts_on <= on.day)
        words = {
            ("attended", True): gettext_noop("It was present at %(meeting)s of %(day)s."),
            ("attended", False): gettext_noop("It was not recorded as present at %(meeting)s of %(day)s."),
            ("invited", True): gettext_noop("It was invited to %(meeting)s of %(day)s."),
            ("invited", False): gettext_noop("It was not invited to %(meeting)s of %(day)s."),
        }[self.how, holds]
        return CriterionAnswer(holds=holds, said=Filled(words, meeting=found.name, day=found.starts_on))

    def cautions(self, on: DayFacts) -> Iterator[Filled]:
        """As `Criterion.cautions`."""
        found = on.facts.meetings.get(self.meeting)
        if found is None:
            yield Filled(gettext_noop("There is no meeting %(number)s under this convention."), number=self.meeting)
        elif not (found.attended if self.how == "attended" else found.invited):
            words = gettext_noop("Of meeting %(number)s nobody is recorded who attended or was invited.")
            yield Filled(words, number=self.meeting)
