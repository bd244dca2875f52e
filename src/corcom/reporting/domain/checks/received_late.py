"""A report that came after its day."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.calendar import earliest
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.days import days_after
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import paragraph


def _received(checked: Checked) -> Iterator[Finding]:
    owed, came = checked.report, checked.now.received_on
    if owed is None or owed.due_on is None or came is None or owed.status != "late":
        return
    first = earliest(owed.received_on) if owed.received_on else came
    words = gettext_noop("The report came on %(day)s; it was due on %(due_on)s.")
    yield Finding(
        check=RECEIVED_LATE.code,
        part=checked.now.form.parts[0].code,
        severity="note",
        words=Filled(words, day=first, due_on=owed.due_on),
        arithmetic=days_after(first, owed.due_on),
        sides=(
            Side(
                label=Filled(gettext_noop("received")),
                value=Filled("%(day)s", day=first),
                source=Filled(gettext_noop("obligations: %(source)s"), source=owed.source),
                place=f"obligation:{owed.report.code}",
            ),
            Side(
                label=Filled(gettext_noop("due")),
                value=Filled("%(day)s", day=owed.due_on),
                source=paragraph(checked.convention, owed.report.article),
                place=f"obligation:{owed.report.code}",
            ),
        ),
        rule=paragraph(checked.convention, owed.report.article),
    )


RECEIVED_LATE = Check(
    code="received_late",
    title=gettext_noop("Received after its day"),
    reading=gettext_noop(
        "The day of receipt that is recorded with the obligation, against the day on which it was due."
    ),
    source=gettext_noop("The rule of the report, and its recorded receipt."),
    run=_received,
)
