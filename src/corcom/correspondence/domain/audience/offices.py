"""The criterion of an office that a State holds on the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from corcom.correspondence.domain.audience.criterion import Criterion, CriterionAnswer, listed
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.values import CriterionValues
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.seats import Seat
from corcom.mandates.domain.terms import office_name, offices_of, theme_name, themes_of


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
