"""A completion, although more time was asked for afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import completed, day_of, fact_side
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import paragraph


def _asked(checked: Checked) -> Iterator[Finding]:
    for one in completed(checked):
        fact = checked.fact(one.holding.obligation, "asked")
        if fact is None or fact.first_day is None or fact.first_day <= one.day:
            continue
        words = gettext_noop("Completed on %(day)s, and more time was asked for on %(asked)s.")
        yield Finding(
            check=ASKED.code,
            part=one.part.code,
            field=one.field.code,
            words=Filled(words, day=one.day, asked=fact.first_day),
            arithmetic=Filled(gettext_noop("%(asked)s is later than %(day)s."), asked=fact.first_day, day=one.day),
            sides=(one.side(checked), fact_side(gettext_noop("extension request"), day_of(fact), fact)),
            rule=paragraph(checked.convention, one.owed.obligation.article),
        )


ASKED = Check(
    code="asked",
    title=gettext_noop("Completed, and more time asked for"),
    reading=gettext_noop("Whoever has completed asks for no extension afterwards."),
    source=gettext_noop("The extension requests that are recorded with the obligation."),
    run=_asked,
)
