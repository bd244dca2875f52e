"""What figures count: a closed list, each measure with its unit, what divides it, and whether years add up.

A stock is the state of a day, such as what is held at the end of a year: it adds up over States and over its divisions, never
over years. Everything else happens in a year and adds up over years too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from corcom.kernel.marked import gettext_noop
from corcom.rulebooks.form_fields import WITH_FRACTIONS, Unit

Division = Literal["type", "sex", "age", "area_kind"]
DIVISIONS: tuple[Division, ...] = get_args(Division)
"""By what a figure can be a part of a whole. `type`: of munition, in the words of the source. `area_kind`: of land."""

Sex = Literal["female", "male", "unknown"]
SEXES: tuple[Sex, ...] = get_args(Sex)
Age = Literal["adult", "child", "unknown"]
AGES: tuple[Age, ...] = get_args(Age)
"""`child`: under 18 years, as forms ask for boys and girls."""

CONTAMINATED = ("suspected", "confirmed")
RELEASED = ("cleared", "reduced", "cancelled")
"""`cleared`: by clearance. `reduced`: by technical survey. `cancelled`: by non-technical survey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that figures count. `is_stock`: the state of a day, which is never added over years.

    `area_kinds` are the kinds of land that it is divided into, where it is divided so. Amounts of `currency` have their
    currency beside them, and are added within one currency only.
    """

    code: str
    name: str
    unit: Unit
    is_stock: bool = False
    divided_by: tuple[Division, ...] = ()
    area_kinds: tuple[str, ...] = ()

    @property
    def adds_over_years(self) -> bool:
        """Whether the figures of two years add up to that of both."""
        return not self.is_stock

    @property
    def is_whole(self) -> bool:
        """Whether it is counted in whole numbers."""
        return self.unit not in WITH_FRACTIONS

    @property
    def has_currency(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit == "currency"

    def allowed(self, division: Division) -> tuple[str, ...] | None:
        """The parts that a division has; none where the measure is not divided so, None where any words are."""
        if division not in self.divided_by:
            return ()
        return {"sex": SEXES, "age": AGES, "area_kind": self.area_kinds}.get(division)


_TYPE: tuple[Division, ...] = ("type",)
_PEOPLE: tuple[Division, ...] = ("sex", "age")

MEASURES: Mapping[str, Measure] = {
    each.code: each
    for each in (
        Measure(code="stockpiled", name=gettext_noop("Stockpiled"), unit="items", is_stock=True, divided_by=_TYPE),
        Measure(
            code="stockpiled_submunitions",
            name=gettext_noop("Stockpiled submunitions"),
            unit="submunitions",
            is_stock=True,
            divided_by=_TYPE,
        ),
        Measure(code="destroyed", name=gettext_noop("Destroyed from stockpiles"), unit="items", divided_by=_TYPE),
        Measure(
            code="destroyed_submunitions",
            name=gettext_noop("Submunitions destroyed from stockpiles"),
            unit="submunitions",
            divided_by=_TYPE,
        ),
        Measure(
            code="found_later",
            name=gettext_noop("Found after destruction was declared complete"),
            unit="items",
            divided_by=_TYPE,
        ),
        Measure(
            code="retained",
            name=gettext_noop("Retained for training and research"),
            unit="items",
            is_stock=True,
            divided_by=_TYPE,
        ),
        Measure(
            code="retained_submunitions",
            name=gettext_noop("Submunitions retained for training and research"),
            unit="submunitions",
            is_stock=True,
            divided_by=_TYPE,
        ),
        Measure(code="transferred", name=gettext_noop("Transferred"), unit="items", divided_by=_TYPE),
        Measure(
            code="contaminated_area",
            name=gettext_noop("Contaminated area"),
            unit="km2",
            is_stock=True,
            divided_by=("area_kind",),
            area_kinds=CONTAMINATED,
        ),
        Measure(
            code="released_area",
            name=gettext_noop("Released area"),
            unit="km2",
            divided_by=("area_kind",),
            area_kinds=RELEASED,
        ),
        Measure(
            code="remnants_destroyed",
            name=gettext_noop("Mines and remnants destroyed in clearance"),
            unit="items",
            divided_by=_TYPE,
        ),
        Measure(code="killed", name=gettext_noop("People killed"), unit="people", divided_by=_PEOPLE),
        Measure(code="injured", name=gettext_noop("People injured"), unit="people", divided_by=_PEOPLE),
        Measure(code="casualties", name=gettext_noop("People killed or injured"), unit="people", divided_by=_PEOPLE),
        Measure(code="survivors", name=gettext_noop("Survivors"), unit="people", is_stock=True, divided_by=_PEOPLE),
        Measure(
            code="people_educated",
            name=gettext_noop("People reached by risk education"),
            unit="people",
            divided_by=_PEOPLE,
        ),
        Measure(code="national_resources", name=gettext_noop("National resources"), unit="currency"),
        Measure(code="assistance_given", name=gettext_noop("Assistance given"), unit="currency"),
        Measure(code="assistance_received", name=gettext_noop("Assistance received"), unit="currency"),
    )
}
"""Every measure by its code, in the order of a report.

`casualties` is for sources that tell the killed and the injured together, as many do by sex and age. It is no sum of the
two, and is never added to them.
"""


def form_figure(code: str) -> tuple[Measure, str] | None:
    """The measure that a field of a report form names, and the kind of land after its point; None for another code.

    >>> form_figure("released_area.cleared")[1], form_figure("released_area.burnt")
    ('cleared', None)
    """
    name, _, kind = code.partition(".")
    measure = MEASURES.get(name)
    if measure is None or (kind and kind not in measure.area_kinds):
        return None
    return measure, kind
