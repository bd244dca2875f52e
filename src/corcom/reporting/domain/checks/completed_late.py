"""A completion after the State's deadline."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.days import days_after
from corcom.reporting.domain.checks.deadlines import completed, deadline_side
from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.holdings import paragraph


def _completed(checked: Checked) -> Iterator[Finding]:
    for one in completed(checked):
        due_on = one.owed.due_on
        if due_on is not None and one.day > due_on:
            words = gettext_noop("Completed on %(day)s, after the deadline of %(due_on)s.")
            yield Finding(
                check=COMPLETED_LATE.code,
                part=one.part.code,
                field=one.field.code,
                words=Filled(words, day=one.day, due_on=due_on),
                arithmetic=days_after(one.day, due_on),
                sides=(one.side(checked), deadline_side(checked, one.owed, due_on)),
                rule=paragraph(checked.convention, one.owed.obligation.article),
            )


COMPLETED_LATE = Check(
    code="completed_late",
    title=gettext_noop("Completed after the deadline"),
    reading=gettext_noop(
        "The day of completion is compared with the State’s deadline as it stands, with every extension that was granted."
    ),
    source=gettext_noop("The obligation, its rule and the extensions that are recorded."),
    run=_completed,
)
