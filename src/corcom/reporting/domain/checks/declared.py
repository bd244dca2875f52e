"""Something left although completion is declared."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import day_of, fact_side
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import HOLDINGS, paragraph, stated


def _declared(checked: Checked) -> Iterator[Finding]:
    for holding in HOLDINGS:
        fact = checked.fact(holding.obligation, "declared")
        if fact is None:
            continue
        for now in stated(checked.now, holding):
            if now.held:
                side = now.side(gettext_noop("%(what)s now"))
                words = gettext_noop("%(what)s: %(held)s are stated, although completion is declared.")
                yield Finding(
                    check=DECLARED.code,
                    part=now.part.code,
                    field=now.field.code,
                    detail=now.unit,
                    words=Filled(words, what=now.name, held=side.value),
                    arithmetic=Filled(
                        gettext_noop("%(held)s are more than 0, which the declaration stands for."), held=side.value
                    ),
                    sides=(side, fact_side(gettext_noop("declaration of completion"), day_of(fact), fact)),
                    rule=paragraph(checked.convention, checked.owed[holding.obligation].obligation.article),
                )


DECLARED = Check(
    code="declared",
    title=gettext_noop("Declared complete, and something left"),
    reading=gettext_noop(
        "After a declaration of completion nothing is stated, unless it was found later, for which the form has a table of its own."
    ),
    source=gettext_noop("The declaration that is recorded with the obligation."),
    run=_declared,
)
