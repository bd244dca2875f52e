"""Something left although the report names a day of completion."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import completed
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import paragraph, stated


def _still_held(checked: Checked) -> Iterator[Finding]:
    for one in completed(checked):
        for now in stated(checked.now, one.holding):
            if now.held:
                side = now.side(gettext_noop("%(what)s now"))
                words = gettext_noop("%(what)s: %(held)s are stated, and completed on %(day)s.")
                yield Finding(
                    check=STILL_HELD.code,
                    part=now.part.code,
                    field=now.field.code,
                    detail=now.unit,
                    words=Filled(words, what=now.name, held=side.value, day=one.day),
                    arithmetic=Filled(
                        gettext_noop("%(held)s are more than 0, which a completion leaves."), held=side.value
                    ),
                    sides=(side, one.side(checked)),
                    rule=paragraph(checked.convention, one.owed.obligation.article),
                )


STILL_HELD = Check(
    code="still_held",
    title=gettext_noop("Completed, and something left"),
    reading=gettext_noop("A report that names a day of completion states nothing that is left."),
    source=gettext_noop("The report itself."),
    run=_still_held,
)
