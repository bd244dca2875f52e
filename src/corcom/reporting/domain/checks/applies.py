"""What is stated, against whether the obligation is recorded to apply."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.facts import Fact
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import day_of, fact_side, owed_for
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import Holding, paragraph, part_side, stated
from corcom.rulebooks.forms import Part


def _applies(checked: Checked) -> Iterator[Finding]:
    for holding, part, owed in owed_for(checked):
        fact = checked.fact(owed.obligation.code, "applies", "not_applicable")
        if fact is None or checked.fact(owed.obligation.code, "declared"):
            continue
        if fact.kind == "not_applicable":
            yield from _held_all_the_same(checked, holding, fact)
        elif checked.now.answer(part.code).state == "not_applicable" and not _held_before(checked, holding):
            yield _denied(checked, part, fact)


def _held_before(checked: Checked, holding: Holding) -> bool:
    """Whether the report before stated some of it; then another check asks what became of it."""
    return checked.before is not None and any(one.held for one in stated(checked.before, holding))


def _held_all_the_same(checked: Checked, holding: Holding, fact: Fact) -> Iterator[Finding]:
    for now in stated(checked.now, holding):
        if now.held:
            side = now.side(gettext_noop("%(what)s now"))
            words = gettext_noop("%(what)s: %(held)s are stated, and it is recorded that the State has none.")
            yield Finding(
                check=APPLIES.code,
                part=now.part.code,
                field=now.field.code,
                detail=now.unit,
                words=Filled(words, what=now.name, held=side.value),
                arithmetic=Filled(gettext_noop("%(held)s are more than 0."), held=side.value),
                sides=(side, fact_side(gettext_noop("the obligation does not apply"), day_of(fact), fact)),
                rule=paragraph(checked.convention, checked.owed[holding.obligation].obligation.article),
            )


def _denied(checked: Checked, part: Part, fact: Fact) -> Finding:
    words = gettext_noop("Part %(part)s does not apply, and it is recorded that the State has the obligation.")
    return Finding(
        check=APPLIES.code,
        part=part.code,
        words=Filled(words, part=part.code),
        arithmetic=Filled(gettext_noop("Nothing was stated in the report before, and no completion is declared.")),
        sides=(
            part_side(checked, part),
            fact_side(gettext_noop("the obligation applies"), day_of(fact), fact),
        ),
        rule=paragraph(checked.convention, checked.owed[fact.obligation].obligation.article),
    )


APPLIES = Check(
    code="applies",
    title=gettext_noop("Whether the obligation applies"),
    reading=gettext_noop(
        "What is recorded of the State, that it has the obligation or that it has not, against what the report states."
    ),
    source=gettext_noop("The facts that are recorded with the obligation."),
    run=_applies,
)
