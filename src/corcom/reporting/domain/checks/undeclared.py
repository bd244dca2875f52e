"""A holding that came to its end, with no declaration of completion recorded."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.obligations.domain.owed import Owed
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import Completion, completed
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import HOLDINGS, Holding, HoldingTold, in_both, paragraph


def _undeclared(checked: Checked) -> Iterator[Finding]:
    """One finding for each holding at most: a day of completion says more than a stock of nought."""
    days = {one.holding.code: one for one in completed(checked)}
    for holding in HOLDINGS:
        owed = checked.owed.get(holding.obligation)
        if owed is None or not owed.obligation.declared or checked.fact(holding.obligation, "declared"):
            continue
        if one := days.get(holding.code):
            yield _on_a_day(checked, one)
        elif ended := _ended(checked, holding):
            yield _to_nought(checked, owed, *ended)


def _ended(checked: Checked, holding: Holding) -> tuple[HoldingTold, HoldingTold] | None:
    """What was held before and what is now, where all of it is gone."""
    both = list(in_both(checked, checked.before, holding))
    if any(now.held for _, now in both):
        return None
    return next(((last, now) for last, now in both if last.held), None)


def _on_a_day(checked: Checked, one: Completion) -> Finding:
    obligation = one.owed.obligation
    return Finding(
        check=UNDECLARED.code,
        part=one.part.code,
        field=one.field.code,
        words=Filled(gettext_noop("Completed on %(day)s, and no declaration of completion is recorded."), day=one.day),
        arithmetic=Filled(
            gettext_noop("A completion is reported; among the facts of the obligation none is a declaration.")
        ),
        sides=(one.side(checked), _none_recorded(one.owed)),
        rule=paragraph(checked.convention, obligation.article),
    )


def _to_nought(checked: Checked, owed: Owed, last: HoldingTold, now: HoldingTold) -> Finding:
    words = gettext_noop("%(what)s: nothing is left of %(was)s, and no declaration of completion is recorded.")
    before = last.side(gettext_noop("%(what)s before"))
    return Finding(
        check=UNDECLARED.code,
        part=now.part.code,
        field=now.field.code,
        words=Filled(words, what=now.name, was=before.value),
        arithmetic=Filled(
            gettext_noop("%(was)s before, 0 now; among the facts of the obligation none is a declaration."),
            was=before.value,
        ),
        sides=(before, _none_recorded(owed)),
        rule=paragraph(checked.convention, owed.obligation.article),
    )


def _none_recorded(owed: Owed) -> Side:
    return Side(
        label=Filled(gettext_noop("declaration of completion")),
        value=Filled(gettext_noop("none recorded")),
        source=Filled(gettext_noop("obligations: %(source)s"), source=owed.obligation.name),
        place=f"obligation:{owed.obligation.code}",
    )


UNDECLARED = Check(
    code="undeclared",
    title=gettext_noop("Ended without a declaration"),
    reading=gettext_noop(
        "Where a report names a day of completion, or a stock or area that was there before is now nought, a declaration of"
        " completion should be recorded with the obligation."
    ),
    source=gettext_noop("The obligation ends with a declaration of completion."),
    run=_undeclared,
)
