"""What a State holds and is to have none of: its stock, and its contaminated land. By the figures that the forms name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import PartState
from corcom.reporting.domain.checks.amounts import NOUGHT, amount, columns, in_unit
from corcom.reporting.domain.checks.checked import Checked, ReportAnswers
from corcom.reporting.domain.checks.finding import Side
from corcom.rulebooks.form_fields import Field, Unit
from corcom.rulebooks.forms import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One holding: the obligation to have none of it, the figures that say what is held, and what went in the period."""

    code: str
    name: str
    obligation: str
    held: tuple[str, ...]
    gone: tuple[str, ...]
    units: tuple[Unit, ...]
    least: Decimal
    """What differs by less is not asked about: areas are rounded."""


STOCK = Holding(
    code="stock",
    name=gettext_noop("stockpiles"),
    obligation="stockpile-destruction",
    held=("stockpiled", "stockpiled_submunitions"),
    gone=("destroyed", "destroyed_submunitions"),
    units=("items", "submunitions"),
    least=Decimal(1),
)
AREA = Holding(
    code="area",
    name=gettext_noop("contaminated areas"),
    obligation="clearance",
    held=("contaminated_area",),
    gone=("released_area",),
    units=("km2",),
    least=Decimal("0.01"),
)
HOLDINGS = (STOCK, AREA)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingTold:
    """What a report states of a holding in one unit; `part` and `field` are where, `name` what is counted there."""

    part: Part
    field: Field
    name: str
    unit: Unit
    held: Decimal | None
    report: ReportAnswers

    def side(self, label: str) -> Side:
        """It as one side of a comparison. Only where it is stated."""
        return Side(
            label=Filled(label, what=self.name),
            value=in_unit(self.held or NOUGHT, self.unit),
            source=self.report.source,
            place=self.report.place,
        )


def stated(report: ReportAnswers, holding: Holding) -> Iterator[HoldingTold]:
    """A holding in each of its units for which the form has a column."""
    for unit in holding.units:
        found = list(columns(report, holding.held, unit))
        if found:
            part, field, column = found[0]
            yield HoldingTold(
                part=part,
                field=field,
                name=column.name if len(found) == 1 else field.name,
                unit=unit,
                held=amount(report, holding.held, unit, "held"),
                report=report,
            )


def went(report: ReportAnswers, holding: Holding, unit: Unit) -> Decimal | None:
    """What was destroyed or released in the period."""
    return amount(report, holding.gone, unit, "happened")


def in_both(
    checked: Checked, before: ReportAnswers | None, holding: Holding
) -> Iterator[tuple[HoldingTold, HoldingTold]]:
    """What is held now beside what was held before, in each unit in which both reports say so."""
    if before is None:
        return
    earlier = {one.unit: one for one in stated(before, holding)}
    for one in stated(checked.now, holding):
        last = earlier.get(one.unit)
        if last is not None and last.held is not None and one.held is not None:
            yield last, one


def asked_by(checked: Checked, part: Part) -> Filled:
    """The paragraph by which a part asks for what it asks."""
    return paragraph(checked.convention, part.article)


def paragraph(convention: str, article: str) -> Filled:
    """A paragraph of a convention."""
    values: dict[str, Any] = {"convention": convention, "article": article}
    if not article:
        return Filled("%(convention)s", convention=convention)
    return Filled(gettext_noop("%(convention)s, Article %(article)s"), **values)


PART_STATES: Mapping[PartState, str] = {
    "open": gettext_noop("not said"),
    "changed": gettext_noop("changed"),
    "unchanged": gettext_noop("unchanged"),
    "not_applicable": gettext_noop("not applicable"),
}


def part_side(checked: Checked, part: Part) -> Side:
    """What is said of a part as a whole, as one side of a comparison."""
    return Side(
        label=Filled(gettext_noop("Part %(part)s now"), part=part.code),
        value=Filled(PART_STATES[checked.now.answer(part.code).state]),
        source=checked.now.source,
        place=checked.now.place,
    )
