"""The State's day for a holding under its obligation, as the checks name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.owed import Owed
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.days import as_known, exact
from corcom.reporting.domain.checks.finding import Side
from corcom.reporting.domain.checks.holdings import HOLDINGS, Holding, stated
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Part

COMPLETED = "completed_on"
"""The code of the field for the day on which destruction or clearance was completed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """That a report names a day on which the end of a holding was reached, and what the State owes for it."""

    holding: Holding
    part: Part
    field: Field
    day: date
    owed: Owed

    def side(self, checked: Checked) -> Side:
        """The day as one side of a comparison."""
        return Side(
            label=Filled("%(what)s", what=self.field.name),
            value=Filled("%(day)s", day=self.day),
            source=checked.now.source,
            place=checked.now.place,
        )


def owed_for(checked: Checked) -> Iterator[tuple[Holding, Part, Owed]]:
    """Each holding of which the form has a table, with its part and what the State owes for it."""
    for holding in HOLDINGS:
        owed = checked.owed.get(holding.obligation)
        first = next(stated(checked.now, holding), None)
        if owed is not None and first is not None:
            yield holding, first.part, owed


def completed(checked: Checked) -> Iterator[Completion]:
    """The days of completion that the report names."""
    for holding, part, owed in owed_for(checked):
        field = part.field(COMPLETED)
        text = checked.now.answer(part.code).text(COMPLETED)
        if field is not None and (day := exact(text)) is not None:
            yield Completion(holding=holding, part=part, field=field, day=day, owed=owed)


def deadline_side(checked: Checked, owed: Owed, due_on: date) -> Side:
    """The deadline as one side of a comparison: by rule, or as it was extended."""
    extended = owed.original is not None and due_on != owed.original
    label = gettext_noop("deadline, as it was extended") if extended else gettext_noop("deadline")
    return Side(
        label=Filled(label),
        value=Filled("%(day)s", day=due_on),
        source=Filled(
            gettext_noop("obligations: %(obligation)s, %(convention)s, Article %(article)s"),
            obligation=owed.obligation.name,
            convention=checked.convention,
            article=owed.rule.article if owed.rule else owed.obligation.article,
        ),
        place=f"obligation:{owed.obligation.code}",
    )


def fact_side(label: str, value: Filled, fact: Fact) -> Side:
    """A recorded fact as one side of a comparison."""
    return Side(
        label=Filled(label),
        value=value,
        source=Filled(gettext_noop("fact %(number)d: %(source)s"), number=fact.number, source=fact.source),
        place=f"obligation:{fact.obligation}",
    )


def day_of(fact: Fact) -> Filled:
    """When something happened, as far as it is recorded."""
    return as_known(fact.on) if fact.on else Filled(gettext_noop("recorded, without a day"))
