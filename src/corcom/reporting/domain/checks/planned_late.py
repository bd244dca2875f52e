"""A date in the words on a programme that lies after the State's deadline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from corcom.kernel.calendar import NotADate, earliest
from corcom.kernel.marked import Filled, gettext_noop
from corcom.minutes.domain.dates.calendar_mentions import calendar_mentions
from corcom.obligations.domain.owed import Owed
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.days import days_after
from corcom.reporting.domain.checks.deadlines import deadline_side, owed_for
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import paragraph
from corcom.rulebooks.forms import Part

PROGRAMME = "programme"
"""The code of the field in which a State tells how it goes on."""


def _planned(checked: Checked) -> Iterator[Finding]:
    for _, part, owed in owed_for(checked):
        text = checked.now.answer(part.code).text(PROGRAMME)
        if owed.due_on is not None and text:
            yield from _mentioned(checked, part, owed, owed.due_on, text)


def _mentioned(checked: Checked, part: Part, owed: Owed, due_on: date, text: str) -> Iterator[Finding]:
    """The latest date in the words on the programme, where even its first day is after the deadline."""
    late = []
    for mention in calendar_mentions(text, None, 0, len(text)):
        try:
            first = earliest(mention.value) if mention.value else None
        except NotADate:
            continue
        if first is not None and first > due_on:
            late.append((first, mention.words))
    if late:
        first, words = max(late)
        said = gettext_noop("The programme names “%(words)s”, after the deadline of %(due_on)s.")
        yield Finding(
            check=PLANNED_LATE.code,
            part=part.code,
            field=PROGRAMME,
            severity="note",
            words=Filled(said, words=words, due_on=due_on),
            arithmetic=days_after(first, due_on),
            sides=(
                Side(
                    label=Filled(gettext_noop("date in the programme")),
                    value=Filled("“%(words)s”", words=words),
                    source=checked.now.source,
                    place=checked.now.place,
                ),
                deadline_side(checked, owed, due_on),
            ),
            rule=paragraph(checked.convention, owed.obligation.article),
        )


PLANNED_LATE = Check(
    code="planned_late",
    title=gettext_noop("Planned beyond the deadline"),
    reading=gettext_noop(
        "Dates in the words on the programme are read as they are read in minutes. The latest is named where even its first day"
        " is after the deadline; whether it means the end of the programme, a person has to see."
    ),
    source=gettext_noop("The obligation, its rule and the extensions that are recorded."),
    run=_planned,
)
